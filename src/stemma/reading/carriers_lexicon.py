"""Word lists of carriers: who passes words on, and on what occasion they were spoken."""

from __future__ import annotations

# Who hears a statement and passes it on, and the occasions on which it was made to them.
OUTLET_NOUNS = frozenset({
    "newspaper", "paper", "daily", "weekly", "magazine", "agency", "broadcaster", "channel",
    "station", "website", "outlet", "network", "radio", "television", "tv", "wire", "portal",
    "podcast", "blog", "tabloid", "show", "program", "programme",
})  # fmt: skip
PRESS_NOUNS = frozenset({
    "reporter", "journalist", "press", "media", "correspondent", "conference", "interviewer",
    "briefing",
})  # fmt: skip
INTERVIEW_NOUNS = frozenset({
    "interview", "conversation", "comment", "remark", "statement", "email", "message", "discussion",
})  # fmt: skip
