"""Which report comes from which: shared passages, sources, stories."""
