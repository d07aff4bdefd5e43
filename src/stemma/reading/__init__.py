"""One report, read alone: sentences, mentions, dates, statements, stated likelihoods."""
