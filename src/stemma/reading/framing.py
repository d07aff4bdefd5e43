"""What stands around a proposition and bears on how it is put."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Framing:
    """What the frame around a proposition adds: its cue (the verb, or its first word).

    `lemma` is empty for the outlet's own voice. `direct` is a quotation word for word,
    `evidential` a "reportedly" at the cue.
    """

    lemma: str = ""
    cue: Token | None = None
    negated: bool = False
    direct: bool = False
    headline: bool = False
    evidential: Token | None = None
