"""The family tree alone as data: what `stemma lineage --json` prints.

Its objects are those of a dossier where both have them. The graph under `prov` is JSON-LD 1.1:
read as such, the file is the W3C PROV-O graph, and all other keys fall away.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from stemma.model.document import JoinedActor, Maker, ProvEdge
from stemma.model.lineage import Source, Story
from stemma.model.report import Genre, Rejection
from stemma.model.when import When


class ReportRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a report, without its text."""

    id: str
    file: str
    sha256: str
    url: str | None
    outlet: str | None
    title: str | None
    published: When
    language: str
    genre: Genre


class ProvNode(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, rename="camel"):
    """A source as a prov:Entity, or whoever it is by as a prov:Agent, with what it came from.

    `issued` (dcterms) is a day, where the publication day is known: prov:generatedAtTime wants an
    hour too, which reports seldom give.
    """

    id_: str = msgspec.field(name="@id")
    type_: Literal["Entity", "Agent"] = msgspec.field(name="@type")
    label: str
    title: str | None = None
    issued: date | None = None
    was_attributed_to: str | None = None
    was_quoted_from: tuple[str, ...] = ()
    was_revision_of: tuple[str, ...] = ()
    was_derived_from: tuple[str, ...] = ()
    had_primary_source: tuple[str, ...] = ()


class LineageDocument(msgspec.Struct, frozen=True, kw_only=True):
    """Reports, sources, edges and stories.

    `actors` are those whom the sources name; `limits` say what could not be read.
    """

    context: dict[str, str | dict[str, str]] = msgspec.field(name="@context")
    stemma: Maker
    reports: tuple[ReportRecord, ...]
    rejections: tuple[Rejection, ...]
    actors: tuple[JoinedActor, ...]
    sources: tuple[Source, ...]
    edges: tuple[ProvEdge, ...]
    stories: tuple[Story, ...]
    limits: tuple[str, ...]
    prov: tuple[ProvNode, ...]
