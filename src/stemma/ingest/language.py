"""The language a report is written in."""

from __future__ import annotations

import functools
from typing import Protocol, cast

FEWEST_LETTERS = 60
SAMPLE = 4_000
# languages in which the news is commonly published; rarer ones only steal short texts from these
LANGUAGES = (
    "ar bg bn ca cs da de el en es et fa fi fr he hi hr hu hy id is it ja ka kk ko lt lv mk ms "
    "nl no pl pt ro ru sk sl sq sr sv sw ta te th tr uk ur vi zh"
).split()
SURE = 0.9


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language of `text`; "und" where it is too short or doubtful."""
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample)) < FEWEST_LETTERS:
        return "und"
    code, probability = _identifier().classify(sample)
    return code if probability >= SURE else "und"


@functools.cache
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return cast("_Identifier", identifier)
