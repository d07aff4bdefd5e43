"""Words of probability: the yardsticks that offices publish, and how readers understand them.

A yardstick is only ever held beside a label and its holder's own numbers; no number is made from
a label. Where a label is in no yardstick, nothing is said of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Band:
    """Terms that stand for the probabilities `[low, high)`, the top band with its upper end."""

    terms: tuple[str, ...]
    low: float
    high: float


@dataclass(frozen=True)
class Scale:
    """A published yardstick, its bands from the lowest up. Between two bands there may be a gap."""

    name: str
    source: str
    bands: tuple[Band, ...]


ICD_203 = Scale(
    name="ICD 203",
    source="US Intelligence Community Directive 203, Analytic Standards, 2 January 2015",
    bands=(
        Band(("almost no chance", "remote"), 0.01, 0.05),
        Band(("very unlikely", "highly improbable"), 0.05, 0.20),
        Band(("unlikely", "improbable"), 0.20, 0.45),
        Band(("roughly even chance", "roughly even odds", "roughly even"), 0.45, 0.55),
        Band(("likely", "probable"), 0.55, 0.80),
        Band(("very likely", "highly probable"), 0.80, 0.95),
        Band(("almost certain", "nearly certain"), 0.95, 0.99),
    ),
)
"""Neighbouring bands share an end in print; here a shared end belongs to the upper band."""

PHIA = Scale(
    name="PHIA yardstick",
    source="UK Professional Head of Intelligence Assessment, Probability Yardstick",
    bands=(
        Band(("remote chance",), 0.0, 0.05),
        Band(("highly unlikely",), 0.10, 0.20),
        Band(("unlikely",), 0.25, 0.35),
        Band(("realistic possibility",), 0.40, 0.50),
        Band(("likely", "probable"), 0.55, 0.75),
        Band(("highly likely",), 0.80, 0.90),
        Band(("almost certain",), 0.95, 1.0),
    ),
)
"""The gaps are meant: a probability within one has no term, and is never moved to the next."""

SCALES = (ICD_203, PHIA)

MEDIAN_READINGS: dict[str, float] = {
    "almost no chance": 0.02,
    "remote chance": 0.05,
    "highly unlikely": 0.05,
    "little chance": 0.10,
    "chances are slight": 0.10,
    "improbable": 0.10,
    "unlikely": 0.20,
    "about even": 0.50,
    "realistic possibility": 0.60,
    "better than even": 0.60,
    "likely": 0.75,
    "probable": 0.75,
    "very good chance": 0.80,
    "highly likely": 0.90,
    "almost certain": 0.95,
}
"""Median readings of 5,174 people (Kucharski, CAPphrase, 2026, doi:10.5281/zenodo.18750055).

They order phrases and are shown as what readers understand; they never stand for a holder's view.
"""

Family = Literal["level", "likelihood"]

_NOUNS = frozenset(
    "risk risks chance chances likelihood probability odds prospect prospects".split()
)
_STRONGER = frozenset("very extremely highly exceedingly vanishingly exceptionally".split())
_LEVELS = {"low": -1, "moderate": 0, "medium": 0, "high": 1}
_LIKELIHOODS = {"unlikely": -1, "improbable": -1, "likely": 1, "probable": 1}
_FIXED = {
    "almost no chance": -3,
    "roughly even": 0,
    "about even": 0,
    "even": 0,
    "almost certain": 3,
    "virtually certain": 3,
}


def rank(label: str) -> tuple[Family, int] | None:
    """Where a label stands among those of its own family, or `None` where words leave it open.

    "Very low" < "low" < "moderate" < "high" < "very high" is one family, "very unlikely" <
    "unlikely" < "roughly even" < "likely" < "very likely" < "almost certain" the other. Labels
    of two families are never ordered, and neither are softened ones ("fairly low").
    """
    plain = normal(label)
    words = [word for word in plain.split() if word not in _NOUNS]
    fixed = _FIXED.get(plain, _FIXED.get(" ".join(words)))
    if fixed is not None:
        return "likelihood", fixed
    strong = len(words) == 2 and words[0] in _STRONGER
    if len(words) != 1 + strong:
        return None
    core = words[-1]
    if core in _LEVELS and not (strong and _LEVELS[core] == 0):
        return "level", _LEVELS[core] * (1 + strong)
    if core in _LIKELIHOODS:
        return "likelihood", _LIKELIHOODS[core] * (1 + strong)
    return None


def normal(label: str) -> str:
    """A label in lower case with single blanks and no hyphens."""
    return " ".join(label.lower().replace("-", " ").split())


def band_of_label(scale: Scale, label: str) -> Band | None:
    """The band in which a scale lists a label, `None` where it does not."""
    plain = normal(label)
    return next((band for band in scale.bands if plain in band.terms), None)


def term_for(scale: Scale, probability: float) -> str:
    """The scale's term for a probability in [0, 1]; in a gap or beyond, between what it lies."""
    below: Band | None = None
    for band in scale.bands:
        top = band is scale.bands[-1] and probability == band.high
        if band.low <= probability < band.high or top:
            return band.terms[0]
        if probability < band.low:
            after = f"'{band.terms[0]}'"
            return f"between '{below.terms[0]}' and {after}" if below else f"below {after}"
        below = band
    return f"above '{scale.bands[-1].terms[0]}'"
