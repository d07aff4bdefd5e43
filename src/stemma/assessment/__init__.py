"""Options, positions, the audit of stated likelihoods, findings."""
