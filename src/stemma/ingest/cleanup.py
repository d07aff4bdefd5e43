"""What is no part of the article, marked where it stands."""

from __future__ import annotations

from stemma.ingest.lines import lines_of


def find_noise(text: str, headline: tuple[int, int] | None) -> list[tuple[int, int, str]]:
    """Places of `text` that are no part of the article, in order, each with the reason."""
    if headline is None:
        return []
    lines = lines_of(text)
    keys = {line.key for line in lines if line.start == headline[0]}
    return [
        (line.start, line.end, "repeated title")
        for line in lines
        if line.key in keys and line.start != headline[0]
    ]
