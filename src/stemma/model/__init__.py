"""Frozen values that pass between the rooms, and their own laws: no I/O, no algorithms."""
