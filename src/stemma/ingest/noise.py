"""Lines that say by their own words that they belong to the page and not to the article.

Only whole short lines are judged; a sentence of the article that holds such words among others
is none of these. "Source: ..." and agency credits are attribution, and stay.
"""

from __future__ import annotations

import functools
import re

from stemma.ingest.noise_lines import CLOCK, DAY, patterns

LONGEST = 400
# what may stand beside such words in one line, but is nothing to strip by itself
BESIDE = re.compile(
    rf"(?:by [^.]{{2,60}}|posted by .{{2,40}}|{DAY}|{CLOCK}|[\w'’ ]{{2,24}})", re.IGNORECASE
)
PARTS = re.compile(r"\s{0,3}[|·•]\s{0,3}")
# fields of a form: noise only below a line that opens one
FIELD = re.compile(
    r"(?:your )?(?:full |first |last )?(?:name|e-?mail(?: address)?|website|url|comment|message|"
    r"reply|send|submit|post|cancel|captcha|sort by|newest|oldest|best|log ?in|register)\b.{0,60}",
    re.IGNORECASE,
)


def noise_reason(line: str) -> str | None:
    """Why a line is no part of the article, by its own words; `None` where it doesn't say so."""
    if len(line) > LONGEST:
        return None
    whole = _reason(line)
    if whole:
        return whole
    parts = PARTS.split(line)
    if not 2 <= len(parts) <= 12:
        return None
    reasons = [_reason(part) for part in parts]
    known = [reason for reason in reasons if reason]
    beside = all(why or BESIDE.fullmatch(part) for part, why in zip(parts, reasons, strict=True))
    return known[0] if known and beside else None


def _reason(line: str) -> str | None:
    return next((reason for reason, pattern in _patterns() if pattern.fullmatch(line)), None)


@functools.cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return patterns()
