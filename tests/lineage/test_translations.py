"""Translations, by the names and figures that stay what they are."""

from __future__ import annotations

from collections.abc import Callable

from stemma.lineage.trace import trace
from stemma.model.cast import Cast
from stemma.model.reading import Reading
from stemma.model.report import Report

Build = Callable[..., Report]

SPANISH = (
    "El ministro Joris Vellandro anunció el martes en Ostmark que el dragado del canal costará "
    "1.450 millones, según la Autoridad Portuaria Kelsund. La alcaldesa Mila Haskerath pidió 320 "
    "millones más. En Ravenna, el senador Tomas Eklund recordó que en 1987 la empresa Brightwater "
    "había cobrado 75 millones. La ingeniera Petra Holm dijo en Lindqvist que 48 barcos esperan, y "
    "Anders Vik, de Norrhavn, calcula 2.600 empleos.\n"
)
ENGLISH = (
    "Minister Joris Vellandro announced in Ostmark on Tuesday that dredging the channel will cost "
    "1,450 million, the port authority Kelsund reckons. Mayor Mila Haskerath asked for 320 million "
    "more. In Ravenna, senator Tomas Eklund recalled that in 1987 the firm Brightwater had charged "
    "75 million. The engineer Petra Holm said in Lindqvist that 48 ships are waiting, and Anders "
    "Vik of Norrhavn counts 2,600 jobs.\n"
)
OTHER = (
    "Some 2,600 jobs and 48 ships: Anders Vik of Norrhavn and Petra Holm met in Lindqvist. Tomas "
    "Eklund came from Ravenna. Brightwater said nothing of 75 million or of 1987. Mila Haskerath "
    "wants 320 million, Joris Vellandro of Ostmark 1,450 million, Kelsund none.\n"
)


def _edges(*reports: Report) -> list[tuple[str, str, str, bool]]:
    found, _ = trace(reports, [Reading(report=report.id) for report in reports], Cast())
    return [(e.from_, e.to, e.kind, e.directed) for e in found.edges]


def test_names_and_figures_in_one_order_are_a_translation(build: Build) -> None:
    """The later of two reports in two languages is the translation; on one day neither is."""
    first = build("first", SPANISH, "2031-05-06", language="es")
    later = build("later", ENGLISH, "2031-05-08")
    same = build("later", ENGLISH, "2031-05-06")
    assert _edges(first, later) == [("h1", "h2", "translation", True)]
    assert _edges(first, same) == [("h1", "h2", "translation", False)]


def test_a_report_that_says_so_is_the_translation(build: Build) -> None:
    """A note of translation tells the order where the day does not."""
    first = build("first", ENGLISH, "2031-05-06")
    noted = build("noted", SPANISH + "Traducción de Ana Prats.\n", "2031-05-06", language="es")
    assert _edges(first, noted) == [("h1", "h2", "translation", True)]


def test_the_same_names_in_another_order_are_no_translation(build: Build) -> None:
    """Nor are reports in one language, or reports that months lie between."""
    first = build("first", SPANISH, "2031-05-06", language="es")
    assert _edges(first, build("other", OTHER, "2031-05-08")) == []
    assert _edges(first, build("late", ENGLISH, "2031-12-08")) == []
