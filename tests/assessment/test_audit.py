"""The audit: what cannot hold, what hardly does, and what is not said; and nothing beyond."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.assessment.audit import audit
from stemma.model.assessment import AuditEntry, AuditLevel, Likelihood
from stemma.model.claim import Event
from stemma.model.span import Span
from stemma.model.when import When

UNDATED = When.unknown("the report gives no publication date")


def year(number: int) -> When:
    """All of a year."""
    return When(
        kind="year", start=date(number, 1, 1), end=date(number, 12, 31), resolved="as written"
    )


def until(number: int) -> When:
    """Up to the end of a year, from no stated day on."""
    return When(kind="interval", end=date(number, 12, 31), resolved="as written")


def span(words: str, report: str = "r1") -> Span:
    """Words of a report."""
    return Span(report=report, start=0, end=len(words), exact=words)


def event(number: int, label: str, *scopes: str) -> Event:
    """An event in its own words."""
    return Event(id=f"x{number}", label=label, places=((span(label),),), scopes=scopes)


def stated(
    number: int, about: Event, horizon: When, bounds: tuple[float, float] | None, **other: str
) -> Likelihood:
    """A likelihood, held by the author of r1 unless `actor` or `report` is given."""
    report = other.get("report", "r1")
    actor = other.get("actor")
    return Likelihood(
        id=f"l{number}",
        words=span(other.get("words", f"line {number}"), report),
        label_span=None,
        actor=actor,
        author_of=None if actor else report,
        event=about.id,
        scopes=about.scopes,
        horizon=horizon,
        as_of=UNDATED,
        verbal=other.get("verbal"),
        low=bounds[0] if bounds else None,
        high=bounds[1] if bounds else None,
    )


def at(entries: tuple[AuditEntry, ...], *levels: AuditLevel) -> list[AuditEntry]:
    """The entries of some levels."""
    return [entry for entry in entries if entry.level in levels]


EXIT = event(1, "will Velland actually leave the pact?")
FULL = event(2, "Velland would fully leave the pact", "fully")
PART = event(3, "partial suspension", "partial")
FIRST = stated(1, EXIT, year(2026), (0.05, 0.10), verbal="Low")
LATER = stated(2, PART, When(
    kind="interval", start=date(2027, 1, 1), end=date(2029, 12, 31), resolved="as written"
), (0.20, 0.30), verbal="Moderate risk")  # fmt: skip
WHOLE = stated(3, FULL, until(2030), (0.05, 0.15), verbal="Very low")
THREE = audit([FIRST, LATER, WHOLE], [EXIT, FULL, PART])


def test_feasible_numbers_are_no_sure_loss() -> None:
    """5–10% for a year within five at 5–15% can hold together, under every reading."""
    assert at(THREE, "sure-loss") == []


def test_inverted_labels_are_told() -> None:
    """ "Very low" for more than "Low" is told with both ranges, whatever the events are."""
    (found,) = at(THREE, "label")
    assert found.likelihoods == ("l3", "l1")
    assert "'Very low' stands for 5% to 15%, 'Low' for 5% to 10%" in found.what


def test_front_loaded_hazard_is_told_under_its_reading() -> None:
    """The nested reading is named as a reading, with what it leaves and the yearly rates."""
    (found,) = at(THREE, "implausible")
    assert found.likelihoods == ("l1", "l3")
    assert found.what.startswith("If “will Velland actually leave the pact?” and “Velland would")
    because = " ".join(found.because)
    assert "0% to 10% is left" in because
    assert "= 2.7% a year, against 5% before" in because
    assert "22.6% to 41% by 2030-12-31" in because
    assert "1% to 3.2% a year" in because
    assert found.because[-1] == "If they are two events, nothing follows from one for the other."


def test_missing_cells_and_scope_are_told() -> None:
    """Cells that nobody states, a scope that is not stated and an unknown day are told."""
    whats = [entry.what for entry in at(THREE, "missing")]
    assert any("make 9 cells; 3 are stated" in what for what in whats)
    assert any("does not say which scope" in what for what in whats)
    assert any(what.startswith("The day as of which 3 likelihoods") for what in whats)


def test_event_drift_is_noted() -> None:
    """Three lines about three events are not read as one line."""
    assert any("3 lines with 3 horizons are about 3 events" in e.what for e in at(THREE, "note"))


def test_sure_loss_with_its_bets() -> None:
    """A part above its whole is a sure loss, with the bets and what they gain."""
    early = stated(1, FULL, until(2027), (0.25, 0.30))
    late = stated(2, FULL, until(2030), (0.15, 0.20))
    (found,) = at(audit([late, early], [FULL]), "sure-loss")
    assert set(found.likelihoods) == {"l1", "l2"}
    because = " ".join(found.because)
    assert "25% to 30% and 15% to 20% cannot both hold" in because
    assert "sells a bet of 1 on “line 1” at 0.25" in because
    assert "buys a bet of 1 on “line 2” at 0.2" in because
    assert "gains at least 0.05 whatever happens" in because


def test_two_holders_may_differ() -> None:
    """Nothing is held against what somebody else states, or the same actor on another report."""
    early = stated(1, FULL, until(2027), (0.25, 0.30), actor="a1")
    late = stated(2, FULL, until(2030), (0.15, 0.20), actor="a2")
    again = stated(3, FULL, until(2030), (0.15, 0.20), actor="a1", report="r2")
    assert at(audit([early, late, again], [FULL]), "sure-loss", "implausible", "label") == []


def test_two_events_cannot_lose() -> None:
    """Numbers of events that share no word for the deed say nothing of each other."""
    early = stated(1, PART, until(2027), (0.25, 0.30))
    late = stated(2, FULL, until(2030), (0.15, 0.20))
    assert at(audit([early, late], [PART, FULL]), "sure-loss", "implausible") == []


def test_one_actor_is_no_one_event() -> None:
    """Two deeds of one actor are not read as one event because of the actor's name."""
    talks = event(1, "Velland resumes talks")
    coup = event(2, "Velland suffers a coup", "coup")
    early = stated(1, talks, until(2027), (0.25, 0.30))
    late = stated(2, coup, until(2030), (0.15, 0.20))
    assert at(audit([early, late], [talks, coup]), "sure-loss", "implausible") == []


def test_a_condition_is_part_of_the_event() -> None:
    """A conditional likelihood is not held against an unconditional one."""
    early = stated(1, FULL, until(2027), (0.6, 0.6), words="Six in ten, if it is debated at all")
    late = stated(2, FULL, until(2030), (0.15, 0.20))
    assert at(audit([early, late], [FULL]), "sure-loss", "implausible") == []


def test_disjoint_horizons_do_not_conflict() -> None:
    """What may happen again in another year is not bounded by what is stated for this one."""
    first = stated(1, FULL, year(2026), (0.7, 0.8))
    second = stated(2, FULL, year(2027), (0.7, 0.8))
    assert at(audit([first, second], [FULL]), "sure-loss", "implausible") == []


def test_one_label_for_two_ranges() -> None:
    """One word for two ranges that share nothing is told."""
    first = stated(1, EXIT, year(2026), (0.05, 0.10), verbal="Low")
    second = stated(2, PART, year(2027), (0.20, 0.30), verbal="low")
    (found,) = at(audit([first, second], [EXIT, PART]), "label")
    assert "'Low' stands for 5% to 10% once and for 20% to 30% once" in found.what


def test_words_alone_are_left_alone() -> None:
    """Labels without numbers get no number and are held against nothing."""
    first = stated(1, FULL, until(2027), None, verbal="very likely")
    second = stated(2, FULL, until(2030), None, verbal="unlikely")
    assert audit([first, second], [FULL]) == ()


def test_label_outside_a_yardstick_is_a_note() -> None:
    """A yardstick's word for numbers outside its band is a note, since nobody is bound by it."""
    (found,) = at(
        audit([stated(1, FULL, until(2030), (0.05, 0.1), verbal="Unlikely")], [FULL]), "note"
    )
    assert "ICD 203 has 'unlikely' for 20% to 45%." in found.because


EVENTS = [EXIT, FULL, PART]
bound = st.floats(0, 1).map(lambda x: round(x, 3))
interval = st.tuples(bound, bound).map(lambda pair: (min(pair), max(pair)))
likelihood = st.builds(
    stated,
    st.integers(0, 1000),
    st.sampled_from(EVENTS),
    st.one_of(
        st.integers(2025, 2032).map(year), st.integers(2025, 2032).map(until), st.just(UNDATED)
    ),
    st.one_of(st.none(), interval),
    verbal=st.sampled_from(["Low", "Very low", "unlikely", "cannot be ruled out"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(likelihood, max_size=6, unique_by=lambda item: item.id))
def test_any_likelihoods(items: list[Likelihood]) -> None:
    """Nothing raises; entries name likelihoods given, say why, and are the same twice."""
    found = audit(items, EVENTS)
    ids = {item.id for item in items}
    assert all(set(entry.likelihoods) <= ids and entry.likelihoods for entry in found)
    assert all(entry.because and entry.what for entry in found)
    assert found == audit(items, EVENTS)
