"""A small corpus to try Stemma on: thirteen invented reports of one invented dispute.

The reports are package data under ``reports/``; ``README.md`` says what each kind is there for.
"""
