from __future__ import annotations

from msgspec.structs import replace

from stemma.dossier.retellings_table import retellings_table
from stemma.model.collation_document import OutletRetellings, RetellingsDocument


def _outlet(retellings: int, stronger: int, low: float | None) -> OutletRetellings:
    return OutletRetellings(
        outlet="Island Courier",
        reports=("rep-b",),
        retellings=retellings,
        stronger=stronger,
        weaker=0,
        low=low,
        high=None if low is None else 0.4,
    )


def test_both_ends_stand_in_their_sentences(retellings_document: RetellingsDocument) -> None:
    """With report and day, what changed, which way, and the words that only one has marked."""
    (direction,) = retellings_table(retellings_document).directions
    assert direction.title == "Stronger"
    (retelling,) = direction.retellings
    assert retelling.head == "T1 R1 The Gazette → R2 Island Courier"
    assert retelling.changes == ("stronger: condition dropped: “if …” is gone",)
    assert retelling.told.where == "R1 The Gazette, 3 Mar 2031"
    words = "".join(piece.text for piece in retelling.told.pieces)
    assert words.startswith("Transport minister Ada Brandt told")


def test_changes_between_two_sentences_stand_together(
    retellings_document: RetellingsDocument,
) -> None:
    """The sentences are shown once, under the foremost direction, with the edge."""
    (first,) = retellings_document.retellings
    more = replace(
        first,
        id="ret-2",
        change="hedge",
        direction="weaker",
        because=("“reportedly” is new", "along the edge paraphrase"),
    )
    document = replace(retellings_document, retellings=(more, first))
    (direction,) = retellings_table(document).directions
    (retelling,) = direction.retellings
    assert retelling.head.endswith("→ R2 Island Courier, along the edge paraphrase")
    assert [change.split(":")[0] for change in retelling.changes] == ["stronger", "weaker"]


def test_a_share_has_its_parts_and_an_interval_and_a_few_say_nothing(
    retellings_document: RetellingsDocument,
) -> None:
    """ "k of n" in words, with what n counts; never a grade."""
    outlets = (_outlet(31, 7, 0.11), _outlet(4, 1, None))
    table = retellings_table(replace(retellings_document, outlets=outlets))
    many, few = table.outlets
    assert many[:3] == (
        "Island Courier",
        "strengthened 7 of 31 retellings",
        "95% interval 11% to 40%",
    )
    assert few[2] == "too few to say (fewer than 5)"
    assert "takes over words or a claim of another outlet's report" in table.meaning
    assert "no grade" in table.meaning


def test_nothing_found_is_not_that_there_is_nothing(
    retellings_document: RetellingsDocument,
) -> None:
    """Where no edge was there to follow, that is the reason given."""
    none = replace(retellings_document, retellings=(), outlets=())
    assert "not to say that there is none" in retellings_table(none).nothing
    alone = retellings_table(replace(none, edges=()))
    assert "no report here is known to be made from another" in alone.nothing
    assert alone.meaning == ""
