"""Kind, polarity, modality, hedges, conditions and stage of a statement."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from stemma.model.reading import Statement
from stemma.model.report import Report
from stemma.reading.read import read

if TYPE_CHECKING:
    from stemma.reading.models import Models

First = Callable[[str], Statement]


@pytest.fixture
def first(models: Models, make_report: Callable[..., Report]) -> First:
    """The first statement of a text."""

    def find(text: str) -> Statement:
        return read(make_report(text), models).statements[0]

    return find


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The council closed the bridge.", "affirmed"),
        ("The council did not close the bridge.", "negated"),
        ("The council never closed the bridge.", "negated"),
        ("No ship reached the harbour.", "negated"),
        ("The council failed to close the bridge.", "affirmed"),
        ("Ilse Brandt denied that the bridge was closed.", "negated"),
        ("The council not only closed the bridge.", "affirmed"),
        ("The council did not close the bridge, nor did it open the road.", "negated"),
        ("There is no doubt the bridge is safe.", "affirmed"),
        ("The plan cannot be dismissed as unrealistic.", "unknown"),
        ("Ilse Brandt denied that she had not paid.", "unknown"),
        ("Ilse Brandt did not say whether the bridge was closed.", "unknown"),
        ("We will close the bridge, but we will not close the road.", "unknown"),
        ("Ilse Brandt refused to close the bridge.", "negated"),
        ("Ilse Brandt objected to the fees for the ferry.", "negated"),
        ("Ilse Brandt denied wrongdoing.", "negated"),
    ],
)
def test_polarity_is_that_of_the_main_predicate(first: First, text: str, polarity: str) -> None:
    """Negated where the predicate is turned once; unknown where negations meet or differ."""
    assert first(text).polarity == polarity


@pytest.mark.parametrize(
    ("text", "modality", "hedges"),
    [
        ("The bridge is closed.", "certain", []),
        ("The bridge may be closed.", "possible", ["may"]),
        ("The bridge could be closed next week.", "possible", ["could"]),
        ("The bridge was reportedly closed.", "possible", ["reportedly"]),
        ("The bridge will probably be closed.", "probable", ["probably"]),
        ("The bridge is very likely to be closed.", "probable", ["very likely"]),
        ("The council is believed to have closed the bridge.", "probable", ["believed"]),
        ("The council seems to have closed the bridge.", "probable", ["seems"]),
        ("The closure would likely cost the town its market.", "probable", ["likely"]),
        ("Women are twice as likely as men to use the ferry.", "certain", []),
        ("The storm raised the possibility that the bridge falls.", "possible", ["possibility"]),
        ("The council plans to close the bridge.", "intended", []),
        ("The council tried to close the bridge.", "certain", []),
        ("The council could not open the bridge.", "certain", []),
        ("The plan cannot be dismissed as unrealistic.", "certain", []),
        ("Ilse Brandt believes that the bridge is safe.", "probable", []),
        ("Ilse Brandt alleged that the council took bribes.", "possible", []),
        ("Ilse Brandt accused the council of taking bribes.", "possible", []),
        ("Residents fear higher prices.", "possible", []),
        ("Ilse Brandt urged the council to close the bridge.", "intended", []),
        ("Ilse Brandt said the council must close the bridge.", "intended", []),
        ("Ilse Brandt said she wants the bridge closed.", "intended", []),
    ],
)
def test_modality_is_shown_by_its_words(
    first: First, text: str, modality: str, hedges: list[str]
) -> None:
    """The weakest hedge on the predicate counts, and is quoted."""
    found = first(text)
    assert (found.modality, [h.exact for h in found.hedges]) == (modality, hedges)


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("Ilse Brandt will leave the party if she loses the vote.", ["if she loses the vote"]),
        ("If elected, Ilse Brandt will leave the party.", ["If elected"]),
        (
            "The council will close the bridge unless the state pays.",
            ["unless the state pays"],
        ),
        (
            "As soon as the war is over, the council will open the bridge.",
            ["As soon as the war is over"],
        ),
        ("Even if it rains, the ferry will sail.", []),
        ("The council will close the bridge as soon as next month.", []),
        ("As soon as the war was over, the council opened the bridge.", []),
        ("The bridge was closed until 1991.", []),
    ],
)
def test_conditions_are_quoted(first: First, text: str, conditions: list[str]) -> None:
    """A condition makes the statement conditional; "even if" and what happened are none."""
    found = first(text)
    assert [c.exact for c in found.conditions] == conditions
    assert (found.modality == "conditional") == bool(conditions)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The council closed the bridge.", "fact"),
        ("The council will close the bridge.", "prediction"),
        ("Ilse Brandt pledged to close the bridge.", "commitment"),
        ('"I will close the bridge," Ilse Brandt said.', "commitment"),
        ("Ilse Brandt said that she would close the bridge.", "commitment"),
        ("Ilse Brandt urged the council to close the bridge.", "proposal"),
        ("The council should close the bridge.", "proposal"),
        ("The decision to close the bridge is unacceptable.", "evaluation"),
        ("The storm prompted the closure of the bridge.", "cause"),
        ("The closure depends on a vote of the council.", "condition"),
        ("Ilse Brandt called the bridge “reckless”.", "evaluation"),
        ("Ilse Brandt said the men would be discharged on Friday.", "prediction"),
        ("Ilse Brandt said the bridge could fall.", "prediction"),
        ("Ilse Brandt said the bridge could have fallen.", "fact"),
        ("Ilse Brandt praised the council for its patience.", "evaluation"),
        ("Residents saw the closure as a threat.", "evaluation"),
        ("Ilse Brandt said the council had betrayed the town.", "evaluation"),
        ("Ilse Brandt said the walk to the bridge was too long.", "evaluation"),
        ("Police said that the council had closed the bridge.", "fact"),
        ("The court ordered the council to lift the ban.", "proposal"),
        ("Ilse Brandt underlined her willingness to talk.", "commitment"),
        ('"Close the bridge today," Ilse Brandt said.', "proposal"),
        ("The council said it would close the bridge.", "commitment"),
        ("The minister said it would rain.", "prediction"),
        ('"We are going to close the bridge," Ilse Brandt said.', "commitment"),
        ("Ilse Brandt said the men would be discharged if it rained.", "prediction"),
        ('"I would assume that it is late," Ilse Brandt said.', "fact"),
    ],
)
def test_kind_is_shown_by_verb_and_frame(first: First, text: str, kind: str) -> None:
    """The kind follows the cue, the modal verb and the predicate."""
    assert first(text).kind == kind


def test_a_scenario_is_told_by_its_heading(first: First) -> None:
    """What stands under a heading of scenarios is a scenario, not a fact."""
    found = first("Scenario A: the flood\n\n• The river covers the old town.\n")
    assert found.kind == "scenario"


@pytest.mark.parametrize(
    ("text", "stage", "shown"),
    [
        ("A motion has been prepared in parliament.", "considered", "has been prepared"),
        ("The council is weighing a ban on cars.", "considered", "is weighing"),
        ("Ilse Brandt said she would submit a motion.", "announced", "would submit"),
        (
            "Ilse Brandt announced her intention to file a bill.",
            "announced",
            "intention to file",
        ),
        ("Ilse Brandt submitted a bill on Monday.", "filed", "submitted"),
        ("Parliament debated the bill on Monday.", "debated", "debated"),
        ("Parliament approved the bill on Monday.", "adopted", "approved"),
        ("The treaty came into force in 1971.", "in-force", "came"),
        ("Ilse Brandt wants to submit a bill.", "considered", "wants"),
        ("Ilse Brandt called for a ban on cars.", "considered", "called"),
        ("Ilse Brandt said the council should lift the ban.", "considered", "should lift"),
        ("The court ordered the council to lift the ban.", "adopted", "ordered"),
        ("The curbs imposed on the ferry are unfair.", "in-force", "imposed"),
        ("The court issued an injunction on Monday.", "adopted", "issued"),
        ("The council had weighed an invasion of the island.", "considered", "had weighed"),
    ],
)
def test_a_stage_is_one_that_is_reached(first: First, text: str, stage: str, shown: str) -> None:
    """What has been done to a measure gives its stage, with the words that say so."""
    found = first(text)
    assert found.stage == stage
    assert found.stage_words is not None
    assert shown in found.stage_words.exact


@pytest.mark.parametrize(
    "text",
    [
        "Parliament will approve the bill.",
        "If it passes, the council would adopt the bill.",
        "Parliament approved of the weather.",
        "Ilse Brandt approved her son's dinner.",
        "Ilse Brandt would call for a ban on cars.",
        "Ilse Brandt wants to visit her son.",
    ],
)
def test_no_stage_where_none_is_spoken_of(first: First, text: str) -> None:
    """What will or would be, and what is wished or done of no measure, give no stage."""
    assert first(text).stage == "unknown"


@pytest.mark.parametrize(
    ("text", "stage", "polarity", "modality"),
    [
        ("No motion had been filed by Monday.", "filed", "negated", "certain"),
        ("The bill has been neither debated nor adopted.", "adopted", "negated", "certain"),
        ("Parliament has not yet debated the bill.", "debated", "negated", "certain"),
        ("The bill could be adopted in May.", "adopted", "affirmed", "possible"),
        ("The bill is unlikely to be debated in May.", "debated", "affirmed", "possible"),
        (
            "Ilse Brandt said she would file a bill unless the state pays.",
            "announced",
            "affirmed",
            "conditional",
        ),
    ],
)
def test_a_stage_not_reached_says_so(
    first: First, text: str, stage: str, polarity: str, modality: str
) -> None:
    """A stage that is denied or only possible is told as negated or possible."""
    found = first(text)
    assert (found.stage, found.polarity, found.modality) == (stage, polarity, modality)


def test_what_is_only_named_is_not_affirmed(first: First) -> None:
    """Of a thing that is criticised, with no word of why, nothing is affirmed or denied."""
    found = first("Ilse Brandt criticised the harbour policy of the council.")
    assert (found.kind, found.polarity, found.modality) == ("evaluation", "unknown", "unknown")


def test_a_reduced_condition_inside_a_clause_is_found(first: First) -> None:
    """ "That if re-elected chair she would …" is put under that condition."""
    found = first("Ilse Brandt pledged that if re-elected chair she would give up the port board.")
    assert [c.exact for c in found.conditions] == ["if re-elected chair"]
    assert found.modality == "conditional"
