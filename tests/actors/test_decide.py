"""What people decided about actors."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.actors.decide import decide
from stemma.model.cast import Actor, Cast, CastIndex, Reference, Role
from stemma.model.decision import Decision, Merge, Quoted, Rename, Split, What
from stemma.model.report import Report
from stemma.model.when import When

_NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)
_TEXTS = {
    "1": "Ida Brandt spoke. Brandt left. She was tired.",
    "2": "I. Brandt, the mayor, agreed with Per Solheim.",
    "3": "Solheim praised Brandt and Brandt the younger.",
}
_MENTIONS = {  # report, words, which of them, actor
    ("1", "Ida Brandt", 0): "a1",
    ("1", "Brandt", 1): "a1",
    ("1", "She", 0): "a1",
    ("2", "I. Brandt", 0): "a2",
    ("2", "Per Solheim", 0): "a3",
    ("3", "Solheim", 0): "a3",
    ("3", "Brandt", 0): "a1",
    ("3", "Brandt", 1): "a1",
}


def _report(name: str, text: str) -> Report:
    unknown = When.unknown("the test gives none")
    return Report(
        id=name, file=name, sha256="", published=unknown, language="en", genre="news", text=text
    )


_REPORTS = [_report(name, text) for name, text in _TEXTS.items()]


def _start(report: str, words: str, nth: int) -> int:
    at = -1
    for _ in range(nth + 1):
        at = _TEXTS[report].index(words, at + 1)
    return at


def _reference(report: str, words: str, nth: int, actor: str) -> Reference:
    at = _start(report, words, nth)
    return Reference(span=_REPORTS[int(report) - 1].span(at, at + len(words)), actor=actor)


def _cast() -> Cast:
    mayor = _REPORTS[1].span(11, 20)
    assert mayor.exact == "the mayor"
    return Cast(
        actors=(
            Actor(id="a1", name="Ida Brandt", names=("Brandt", "Ida Brandt"), kind="person"),
            Actor(
                id="a2",
                name="I. Brandt",
                names=("I. Brandt",),
                kind="person",
                roles=(Role(role="the mayor", places=((mayor,),)),),
            ),
            Actor(id="a3", name="Per Solheim", names=("Per Solheim", "Solheim"), kind="person"),
            Actor(id="a4", name="The Vale Post", names=("The Vale Post",), kind="outlet"),
        ),
        references=tuple(_reference(*key, actor) for key, actor in _MENTIONS.items()),
        outlets={"1": "a4"},
        because={"a1": "“Brandt” stands for the full name that its report gives"},
    )


def _words(report: str, words: str, nth: int = 0) -> Quoted:
    at, text = _start(report, words, nth), _TEXTS[report]
    end = at + len(words)
    return Quoted(report=report, exact=words, prefix=text[:at][-9:], suffix=text[end : end + 9])


def _decisions(*whats: What) -> list[Decision]:
    return [
        Decision(by="R. Ode", at=_NOON + timedelta(hours=n), what=what, why="checked by phone")
        for n, what in enumerate(whats)
    ]


def _partition(cast: Cast) -> set[frozenset[tuple[str, int]]]:
    return {
        frozenset((r.span.report, r.span.start) for r in cast.references if r.actor == actor.id)
        for actor in cast.actors
    }


def _apart(cast: Cast, *places: Quoted) -> int:
    """How many actors the words at some places are."""
    found = set()
    for quoted in places:
        start = quoted.start_in(_TEXTS[quoted.report])
        assert start is not None
        span = _REPORTS[int(quoted.report) - 1].span(start, start + len(quoted.exact))
        found.add(CastIndex(cast).actor_at(span))
    return len(found)


_IDA, _INITIAL = _words("1", "Ida Brandt"), _words("2", "I. Brandt")


def test_no_decision_leaves_the_cast_as_it_is() -> None:
    """Where nobody decided anything, the program's cast stands."""
    assert decide(_cast(), _REPORTS, ()) == (_cast(), ())


def test_a_merge_makes_one_actor_of_two() -> None:
    """The most mentioned gives name and id, all give names and roles, and the reason says who."""
    cast, _ = decide(_cast(), _REPORTS, _decisions(Merge(one=_INITIAL, other=_IDA)))
    actor = next(a for a in cast.actors if a.id == "a1")
    assert (actor.name, actor.names) == ("Ida Brandt", ("Brandt", "I. Brandt", "Ida Brandt"))
    assert [role.role for role in actor.roles] == ["the mayor"]
    assert "joined by R. Ode on 2031-05-04: checked by phone" in cast.because["a1"]
    assert _apart(cast, _IDA, _INITIAL) == 1
    assert len(cast.actors) == 3


def test_a_merge_and_a_split_of_the_same_words_undo_each_other() -> None:
    """After both everybody is who he was."""
    whats = (Merge(one=_IDA, other=_INITIAL), Split(one=_INITIAL, other=_IDA))
    cast, _ = decide(_cast(), _REPORTS, _decisions(*whats))
    assert cast.actors == _cast().actors
    assert cast.references == _cast().references


def test_a_split_and_a_merge_of_the_same_words_undo_each_other() -> None:
    """What was divided and joined again has all its mentions."""
    younger = _words("3", "Brandt", 0)
    whats = (Split(one=younger, other=_IDA), Merge(one=younger, other=_IDA))
    cast, _ = decide(_cast(), _REPORTS, _decisions(*whats))
    assert _partition(cast) == _partition(_cast())


def test_a_split_across_reports_takes_the_whole_report_along() -> None:
    """Whoever is no Ida Brandt in one report is that everywhere in it, and has a new id."""
    younger, again = _words("3", "Brandt", 0), _words("3", "Brandt", 1)
    cast, _ = decide(_cast(), _REPORTS, _decisions(Split(one=younger, other=_IDA)))
    assert _apart(cast, younger, again) == 1
    assert _apart(cast, younger, _IDA) == 2
    assert cast.actors[-1].id not in {actor.id for actor in _cast().actors}
    assert cast.actors[-1].names == ("Brandt",)


def test_a_split_within_a_report_takes_what_is_spelt_alike() -> None:
    """Two spellings of one report are told apart; the same spelling twice, place by place."""
    bare = _words("1", "Brandt", 1)
    cast, _ = decide(_cast(), _REPORTS, _decisions(Split(one=bare, other=_IDA)))
    assert _apart(cast, bare, _IDA) == 2
    assert _apart(cast, _words("1", "She"), _IDA) == 1
    one, two = _words("3", "Brandt", 0), _words("3", "Brandt", 1)
    cast, _ = decide(_cast(), _REPORTS, _decisions(Split(one=two, other=one)))
    assert _apart(cast, one, two) == 2


def test_a_rename_changes_the_name_alone() -> None:
    """The latest name holds, and the spellings stay those that the reports give."""
    whats = (Rename(one=_IDA, name="I. M. Brandt"), Rename(one=_IDA, name="Mayor Brandt"))
    cast, _ = decide(_cast(), _REPORTS, _decisions(*whats))
    assert cast.actors[0].name == "Mayor Brandt"
    assert cast.actors[0].names == _cast().actors[0].names
    assert cast.actors[1:] == _cast().actors[1:]


def test_a_decision_that_fits_no_words_is_given_back() -> None:
    """Words that are gone, stand twice, or name nobody orphan a decision; others still hold."""
    gone = Quoted(report="1", exact="Ida Brandtner")
    twice = Quoted(report="3", exact="Brandt")
    nobody = _words("1", "tired")
    missing = Quoted(report="9", exact="Ida Brandt")
    lost = [Merge(one=_IDA, other=q) for q in (gone, twice, nobody, missing)]
    decisions = _decisions(*lost, Merge(one=_IDA, other=_INITIAL))
    cast, orphaned = decide(_cast(), _REPORTS, decisions)
    assert list(orphaned) == decisions[:-1]
    assert _apart(cast, _IDA, _INITIAL) == 1


def test_the_outlet_of_a_report_is_still_an_actor() -> None:
    """Whatever is decided, each report's outlet is somebody of the cast."""
    cast, _ = decide(_cast(), _REPORTS, _decisions(Split(one=_IDA, other=_words("3", "Brandt"))))
    assert set(cast.outlets.values()) <= {actor.id for actor in cast.actors}


_PLACES = st.sampled_from([_words(*key) for key in _MENTIONS])
_WHATS = st.one_of(
    st.builds(Merge, one=_PLACES, other=_PLACES),
    st.builds(Split, one=_PLACES, other=_PLACES),
    st.builds(Rename, one=_PLACES, name=st.sampled_from(["Ada Vale", "N. N."])),
)


@settings(max_examples=60)
@given(st.lists(_WHATS, max_size=8))
def test_any_decisions_can_be_applied(whats: Sequence[What]) -> None:
    """No mention is lost, the last decision holds, and only time orders what was decided."""
    decisions = _decisions(*whats)
    cast, orphaned = decide(_cast(), _REPORTS, decisions)
    assert orphaned == ()
    assert [r.span for r in cast.references] == [r.span for r in _cast().references]
    assert {r.actor for r in cast.references} <= {actor.id for actor in cast.actors}
    assert len({actor.id for actor in cast.actors}) == len(cast.actors)
    assert decide(_cast(), _REPORTS, decisions[::-1]) == (cast, orphaned)
    last = next((w for w in reversed(whats) if not isinstance(w, Rename)), None)
    if last is not None and last.one != last.other:
        assert _apart(cast, last.one, last.other) == (1 if isinstance(last, Merge) else 2)
