"""Claims in the terms of schema.org, as fact-checkers' programs know them (JSON-LD 1.1).

Read as JSON-LD, a dossier is this graph, and all its other keys fall away.
"""

from __future__ import annotations

from datetime import date

import msgspec


class Organization(
    msgspec.Struct, frozen=True, kw_only=True, tag_field="@type", tag="Organization"
):
    """Who published an article."""

    name: str


class Article(
    msgspec.Struct, frozen=True, kw_only=True, tag_field="@type", tag="Article", rename="camel"
):
    """A report in which a claim appears; `date_published` where it is known to the day."""

    id_: str = msgspec.field(name="@id")
    headline: str | None
    url: str | None
    date_published: date | None
    publisher: Organization | None


class AppearingClaim(
    msgspec.Struct, frozen=True, kw_only=True, tag_field="@type", tag="Claim", rename="camel"
):
    """A claim with the articles in which it appears, in order, and the first of them.

    `first_appearance` is the first known here, and `None` where nobody can say.
    """

    id_: str = msgspec.field(name="@id")
    text: str
    appearance: tuple[str, ...]
    first_appearance: str | None
