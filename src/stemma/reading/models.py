"""The models that reading needs, loaded once and passed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stemma.encoding.attribution import AttributionModel
from stemma.reading.parser import load_parser, parser_name

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Models:
    """The parser and the attribution model."""

    parser: Language
    attribution: AttributionModel

    def names(self) -> dict[str, str]:
        """Name and version of each, as the dossier states them."""
        return dict([parser_name(self.parser), ("stemma_attribution", self.attribution.version)])


def load_models() -> Models:
    """Both models that ship.

    Raises OSError where one cannot be loaded.
    """
    return Models(load_parser(), AttributionModel())
