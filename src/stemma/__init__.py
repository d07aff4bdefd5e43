"""Stemma: from many reports of one contested story to one dossier that can be defended."""

__version__ = "0.1.0"
