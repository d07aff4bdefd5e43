"""A case, written as HTML, Markdown and JSON."""
