"""Joining the spellings of a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.actors.join import join
from stemma.model.cast import Actor, Cast
from stemma.model.reading import ActorKind, Mention, Reading
from stemma.model.report import Report
from stemma.model.when import When

Named = tuple[Report, Reading]


def _named(
    name: str,
    text: str,
    people: Sequence[str] = (),
    bodies: Sequence[str] = (),
    outlet: str | None = None,
) -> Named:
    """A report and the reading that finds these names in it, longer ones first."""
    report = Report(
        id=name,
        file=name,
        sha256="",
        outlet=outlet,
        published=When.unknown("the test gives none"),
        language="en",
        genre="news",
        text=text,
    )
    found: list[Mention] = []
    kinds: list[tuple[ActorKind, Sequence[str]]] = [("person", people), ("organisation", bodies)]
    for kind, names in kinds:
        for words in sorted(names, key=len, reverse=True):
            for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
                span = report.span(*match.span())
                if not any(span.meets(other.span) for other in found):
                    found.append(Mention(span=span, kind=kind, form="name", name=words))
    return report, Reading(report=name, mentions=tuple(found))


def _join(*named: Named) -> Cast:
    return join([report for report, _ in named], [reading for _, reading in named])


def _actor(cast: Cast, report: Report, words: str, nth: int = 0) -> Actor:
    """The actor at the nth place of some words."""
    starts = [match.start() for match in re.finditer(re.escape(words), report.text)]
    actor = next(
        r.actor
        for r in cast.references
        if r.span.report == report.id and r.span.start == starts[nth]
    )
    return next(a for a in cast.actors if a.id == actor)


def test_nothing_gives_an_empty_cast() -> None:
    """No reports, no actors."""
    assert join((), ()) == Cast()


def test_accents_initials_and_surnames_are_one_person() -> None:
    """Every spelling that can only be one person's is that person's, under the fullest name."""
    one = _named("1", "Élodie Varenne spoke. Varenne left.", ["Élodie Varenne", "Varenne"])
    two = _named("2", "E. Varenne agreed.", ["E. Varenne"])
    three = _named("3", "Elodie Varenne's plan", ["Elodie Varenne"])
    (actor,) = _join(one, two, three).actors
    assert actor.name == "Élodie Varenne"
    assert actor.names == ("E. Varenne", "Elodie Varenne", "Varenne", "Élodie Varenne")


def test_two_people_of_one_surname_stay_two() -> None:
    """A surname goes to the one whom its own report names, and to nobody where it names both."""
    one = _named("1", "Élodie Varenne spoke. Varenne left.", ["Élodie Varenne", "Varenne"])
    two = _named("2", "Marc Varenne spoke. Varenne left.", ["Marc Varenne", "Varenne"])
    both = ["Élodie Varenne", "Marc Varenne", "Varenne"]
    three = _named("3", "Élodie Varenne met Marc Varenne. Then Varenne left.", both)
    cast = _join(one, two, three)
    assert _actor(cast, one[0], "Varenne", 1).name == "Élodie Varenne"
    assert _actor(cast, two[0], "Varenne", 1).name == "Marc Varenne"
    assert _actor(cast, three[0], "Varenne", 2).name == "Varenne"


def test_an_initial_that_fits_two_people_is_neither() -> None:
    """“E. Varenne” is nobody in particular where an Élodie and an Emil are about."""
    one = _named("1", "Élodie Varenne spoke.", ["Élodie Varenne"])
    two = _named("2", "Emil Varenne spoke.", ["Emil Varenne"])
    three = _named("3", "E. Varenne spoke.", ["E. Varenne"])
    assert len(_join(one, two, three).actors) == 3


def test_an_office_tells_two_people_of_one_surname_apart() -> None:
    """“Minister Varenne” is the one called a minister elsewhere, not the mayor named beside it."""
    people = ["Élodie Varenne", "Marc Varenne", "Varenne", "Ida Brandt"]
    one = _named("1", "The minister, Marc Varenne, met Ida Brandt.", people)
    text = "Élodie Varenne, the mayor, met Ida Brandt. Minister Varenne stayed away."
    two = _named("2", text, people)
    cast = _join(one, two)
    assert _actor(cast, two[0], "Varenne", 1).name == "Marc Varenne"


def test_a_misspelt_first_name_needs_company_and_gender() -> None:
    """One letter apart is one person in like company, and two where the pronouns differ."""
    company = ["Ida Brandt", "Per Solheim"]
    text = "{} met Ida Brandt and Per Solheim. {} left."
    pairs = []
    for pronouns in (("She", "She"), ("She", "He")):
        named = []
        for n, (name, word) in enumerate(
            zip(("Corine Vasse", "Corin Vasse"), pronouns, strict=True)
        ):
            report, reading = _named(str(n), text.format(name, word), [name, *company])
            at = report.text.rindex(word)
            pointer = Mention(
                span=report.span(at, at + len(word)),
                kind="person",
                form="pronoun",
                name=word,
                antecedent=reading.mentions[-1].span
                if reading.mentions[-1].name == name
                else next(m.span for m in reading.mentions if m.name == name),
            )
            named.append((report, Reading(report=str(n), mentions=(*reading.mentions, pointer))))
        pairs.append(sum("Vasse" in actor.name for actor in _join(*named).actors))
    assert pairs == [1, 2]


def test_an_acronym_is_the_name_that_a_text_gives_it() -> None:
    """What one report spells out holds for a report that gives the acronym alone."""
    one = _named("1", "The Free Harbour League (FHL) met.", (), ["Free Harbour League", "FHL"])
    two = _named("2", "The FHL met again.", (), ["FHL"])
    (actor,) = _join(one, two).actors
    assert actor.name == "Free Harbour League"


def test_a_name_that_the_reading_cut_short_is_spelt_out_by_its_acronym() -> None:
    """The words before the bracket are the name, whatever part of them was found."""
    one = _named("1", "The Port and Pilots Union (PPU) met.", (), ["Pilots Union", "PPU"])
    (actor,) = _join(one).actors
    assert actor.name == "Port and Pilots Union"


def test_an_outlet_is_one_actor_with_its_mentions() -> None:
    """A report's outlet, its full name elsewhere and “the Post” in its own pages are one outlet."""
    one = _named("1", "He told the Post that it was over.", (), ["Post"], "The Vale Post")
    two = _named("2", "The Vale Post reported it first.", (), ["Vale Post"], "Dock News")
    cast = _join(one, two)
    assert (
        cast.outlets["1"] == _actor(cast, one[0], "Post").id == _actor(cast, two[0], "Vale Post").id
    )
    assert {a.kind for a in cast.actors} == {"outlet"}


def test_a_pronoun_stands_for_the_actor_of_its_antecedent() -> None:
    """References hold every mention that stands for somebody, by name or not."""
    report, reading = _named("1", "Élodie Varenne spoke. She left.", ["Élodie Varenne"])
    she = Mention(
        span=report.span(22, 25),
        kind="person",
        form="pronoun",
        name="She",
        antecedent=reading.mentions[0].span,
    )
    cast = join([report], [Reading(report="1", mentions=(*reading.mentions, she))])
    assert [r.actor for r in cast.references] == ["a1", "a1"]


def test_every_joined_actor_says_why() -> None:
    """Several spellings under one actor come with the reason that they were joined."""
    one = _named("1", "Élodie Varenne spoke. Varenne left.", ["Élodie Varenne", "Varenne"])
    cast = _join(one)
    assert "Varenne" in cast.because["a1"]


_TEXTS = (
    ("Élodie Varenne met Ida Brandt of the Free Harbour League (FHL). Varenne left.", "Vale Post"),
    ("E. Varenne and the FHL fell out, said Brandt.", "Dock News"),
    ("Marc Varenne met Ida Brandt. Varenne laughed at the Vale Post.", None),
    ("Varenne and Brandt, said the Dock News, will meet the FHL.", "The Vale Post"),
    ("Elodie Varenne and Idda Brandt of the Free Harbour League", "docknews.com"),
)
_PEOPLE = (
    "Élodie Varenne",
    "Elodie Varenne",
    "E. Varenne",
    "Marc Varenne",
    "Varenne",
    "Ida Brandt",
    "Idda Brandt",
    "Brandt",
)
_BODIES = ("Free Harbour League", "FHL", "Vale Post", "Dock News")


@settings(max_examples=30)
@given(st.permutations(range(len(_TEXTS))))
def test_the_order_of_reports_changes_no_grouping(order: list[int]) -> None:
    """Which mentions are one actor is the same for every order of the reports."""
    named = [
        _named(str(n), text, _PEOPLE, _BODIES, outlet) for n, (text, outlet) in enumerate(_TEXTS)
    ]
    assert _groups(_join(*named)) == _groups(_join(*[named[n] for n in order]))


def _groups(cast: Cast) -> set[frozenset[tuple[str, int]]]:
    return {
        frozenset((r.span.report, r.span.start) for r in cast.references if r.actor == actor.id)
        for actor in cast.actors
    }


@settings(max_examples=40)
@given(st.lists(st.text(max_size=30), max_size=5))
def test_any_names_at_all_can_be_joined(names: list[str]) -> None:
    """No name makes it raise, and every mention with letters gets an actor."""
    text = "\n".join(names)
    report = Report(
        id="r",
        file="r",
        sha256="",
        published=When.unknown("the test gives none"),
        language="en",
        genre="news",
        text=text,
    )
    mentions = []
    at = 0
    for name in names:
        if name:
            span = report.span(at, at + len(name))
            mentions.append(Mention(span=span, kind="person", form="name", name=name))
        at += len(name) + 1
    cast = join([report], [Reading(report="r", mentions=tuple(mentions))])
    assert len(cast.references) == sum(bool(re.search(r"[^\W_]", name)) for name in names if name)


def test_initials_keep_father_and_son_apart() -> None:
    """A name without initials that could be either's joins neither to the other."""
    one = _named("1", "Carl B. Vale and Ida Brandt.", ["Carl B. Vale", "Ida Brandt"])
    two = _named("2", "Carl A. B. Vale and Ida Brandt.", ["Carl A. B. Vale", "Ida Brandt"])
    three = _named("3", "Carl Vale and Ida Brandt.", ["Carl Vale", "Ida Brandt"])
    cast = _join(one, two, three)
    assert _actor(cast, one[0], "Carl").id != _actor(cast, two[0], "Carl").id


def test_a_monarch_is_nobody_whose_surname_is_the_same() -> None:
    """“King Orlan” is not Idris bin Orlan, whose last name is the king's one name."""
    text = "Prince Idris bin Orlan met guests. King Orlan denied it. Later Orlan called."
    report, reading = _named("1", text, ["Idris bin Orlan", "Orlan"])
    cast = _join((report, reading))
    prince, king = _actor(cast, report, "Idris"), _actor(cast, report, "Orlan", 1)
    assert (prince.name, king.name) == ("Idris bin Orlan", "King Orlan")


def test_a_name_with_the_family_name_first_is_the_same_one() -> None:
    """“Varenne Élodie” is Élodie Varenne, who goes by the commoner order."""
    one = _named("1", "Élodie Varenne spoke. Élodie Varenne left.", ["Élodie Varenne"])
    two = _named("2", "Varenne Élodie agreed.", ["Varenne Élodie"])
    (actor,) = _join(one, two).actors
    assert actor.name == "Élodie Varenne"


def test_an_actor_goes_by_its_commonest_full_spelling_without_titles() -> None:
    """Titles, a rare middle name, the possessive and the surname alone do not make the name."""
    spelt = ["Senators Ada Vale", "Ada Maria Vale", "Ada Vale's", "Ada Vale", "Vale"]
    text = "Senators Ada Vale. Ada Maria Vale. Ada Vale's. Ada Vale. Vale. Vale. Vale."
    (actor,) = _join(_named("1", text, spelt)).actors
    assert actor.name == "Ada Vale"
    assert "Ada Vale's" not in actor.names


@pytest.mark.parametrize(
    ("one", "two", "joined"),
    [
        ("Qodrim Seluman", "Qodrem Soluman", True),
        ("Qodrim Seluman", "Qodrim Selamun", True),
        ("Mario Vasquin", "Maria Vasquin", False),
        ("Ida Brandt", "Ada Brandt", False),
        ("Qodrim Seluman", "Qodrim Salimin Orta", False),
    ],
)
def test_transliterations_are_one_person_in_like_company(one: str, two: str, joined: bool) -> None:
    """Other vowels within long words are the same name; a last vowel or a short word is not."""
    company = ["Per Solheim", "Nils Aarud"]
    text = "{} met Per Solheim and Nils Aarud."
    cast = _join(
        _named("1", text.format(one), [one, *company]),
        _named("2", text.format(two), [two, *company]),
    )
    assert (len(cast.actors) == 3) is joined


def test_transliterations_side_by_side_are_two_people() -> None:
    """A report that names both at length speaks of two."""
    both = ["Qodrim Seluman", "Qodrem Soluman"]
    text = "Qodrim Seluman met Qodrem Soluman. Qodrim Seluman left. Qodrem Soluman stayed."
    assert len(_join(_named("1", text, both)).actors) == 2


def test_a_desk_is_no_outlet_of_its_own() -> None:
    """An outlet's news, web and opinion pages are the outlet, and so is its name in the text."""
    names = ("Vale Post - News", "Vale Post (Web News)", "Vale Post Opinion", "THE VALE POST")
    reports = [_named(str(n), "Nothing new.", (), (), name) for n, name in enumerate(names)]
    told = _named("9", "He told the Vale Post.", (), ["Vale Post"])
    cast = _join(*reports, told)
    assert len(cast.actors) == 1
    assert cast.actors[0].kind == "outlet"


def test_the_letters_of_a_channel_are_its_name_with_news() -> None:
    """“QBC” is QBC News where that is an outlet."""
    one = _named("1", "Nothing new.", (), (), "QBC Online News")
    two = _named("2", "She told QBC so.", (), ["QBC"])
    assert len(_join(one, two).actors) == 1


def test_two_names_with_and_between_are_no_person() -> None:
    """“Vale and Brandt” is a group, and a name with “of” in it a body."""
    names = ["Vale and Brandt", "Pilots of Ostmark"]
    cast = _join(_named("1", "Vale and Brandt met. Pilots of Ostmark struck.", names))
    assert sorted(actor.kind for actor in cast.actors) == ["group", "organisation"]


def test_one_of_many_is_nobody_in_particular() -> None:
    """“The Ostmark Republican” is no actor named Republican where Republicans are about."""
    text = "Republicans voted against it. The Ostmark Republican left. The Orlani stayed."
    report, reading = _named("1", text, ["Republicans", "Republican", "Orlani"])
    mentions = tuple(msgspec.structs.replace(m, kind="group") for m in reading.mentions)
    cast = join([report], [Reading(report="1", mentions=mentions)])
    assert [actor.name for actor in cast.actors] == ["Republicans", "Orlani"]


def test_a_name_that_is_all_possessive_is_still_a_name() -> None:
    """Nothing is taken off a name that would leave no letter of it."""
    report, _ = _named("1", "S'")
    mention = Mention(span=report.span(0, 2), kind="person", form="name", name="S'")
    assert len(join([report], [Reading(report="1", mentions=(mention,))]).references) == 1


def test_a_junior_is_told_from_his_father() -> None:
    """A report that names both tells them apart everywhere, and the name alone is the father's."""
    people = ["Ada Vale Jr.", "Ada Vale", "Vale Jr.", "Vale"]
    one = _named("1", "Ada Vale met Ada Vale Jr. here. Then Vale Jr. left.", people)
    two = _named("2", "Ada Vale Jr. spoke.", people)
    cast = _join(one, two)
    junior = _actor(cast, two[0], "Ada")
    assert junior.id == _actor(cast, one[0], "Ada", 1).id == _actor(cast, one[0], "Vale Jr.", 1).id
    assert junior.id != _actor(cast, one[0], "Ada").id


def test_a_suffix_that_nobody_needs_is_the_same_person() -> None:
    """ "Ada Vale Jr." is Ada Vale where no report knows of two."""
    one = _named("1", "Ada Vale Jr. spoke.", ["Ada Vale Jr."])
    two = _named("2", "Ada Vale spoke.", ["Ada Vale"])
    assert len(_join(one, two).actors) == 1


def test_letters_are_nobodys_surname() -> None:
    """ "U.N." is not the end of a name that happens to end in these letters."""
    text = "Kim Dal Un met envoys of the U.N. yesterday."
    cast = _join(_named("1", text, ["Kim Dal Un"], ["U.N."]))
    assert len(cast.actors) == 2


def test_a_place_is_one_with_its_conventional_short_form() -> None:
    """An abbreviation with its full stop is the place that it is written for."""
    one = _named("1", "They met in Nevada.", (), ["Nevada"])
    two = _named("2", "They met in Reno, Nev., today.", (), ["Nev."])
    (actor,) = _join(one, two).actors
    assert actor.name == "Nevada"
    assert "Nev." in next(iter(_join(one, two).because.values()))


def test_a_common_word_is_one_body_only_in_like_company() -> None:
    """Two reports that have nothing else in common may speak of two senates."""
    one = _named("1", "The Senate met Ida Brandt and Per Solheim.", ["Ida Brandt", "Per Solheim"],
                 ["Senate"])  # fmt: skip
    two = _named("2", "Ida Brandt and Per Solheim left the Senate.", ["Ida Brandt", "Per Solheim"],
                 ["Senate"])  # fmt: skip
    three = _named("3", "The Senate met Nils Aarud.", ["Nils Aarud"], ["Senate"])
    cast = _join(one, two, three)
    senates = [_actor(cast, named[0], "Senate").id for named in (one, two, three)]
    assert senates[0] == senates[1] != senates[2]


def test_an_office_before_a_name_makes_it_a_person() -> None:
    """ "Varenne" is a person in a report that calls it nothing, if one in like company does."""
    company = ["Ida Brandt", "Per Solheim"]
    one = _named("1", "Minister Varenne met Ida Brandt and Per Solheim.", [*company, "Varenne"])
    two = _named("2", "Ida Brandt and Per Solheim praised Varenne.", company, ["Varenne"])
    cast = _join(one, two)
    assert _actor(cast, one[0], "Varenne").id == _actor(cast, two[0], "Varenne").id
