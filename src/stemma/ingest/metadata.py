"""What a report is, as far as its metadata and its text tell: date, language, genre."""

from __future__ import annotations

import re
from datetime import date

from stemma.model.when import When

ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")


def published_when(words: str | None) -> When:
    """The day of publication as stated."""
    if not words:
        return When.unknown("the input gives no date")
    found = ISO.fullmatch(words.strip())
    if not found:
        return When.unknown(f"“{words[:40]}” is not understood as a date")
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return When.unknown(f"“{words[:40]}” is no date")
    return When(kind="day", start=day, end=day, resolved="as written")
