"""One actor for all its spellings, across reports."""
