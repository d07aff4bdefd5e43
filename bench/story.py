"""Reports of one invented story, made by a grammar: copied, retold and own sentences.

A flood breaks a dam above invented towns; councils, firms and witnesses speak of it. The story
has facts, each of a kind (a count, a vote, a promise, a quotation …) with slots of its own and
several wordings. Of a report's sentences about a third give a fact in its first wording, word for
word, a third give one in another wording, one in eight of these with another value, and a third
are the report's own: about people, places and figures that no other report has.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

_FIRST = "Anselm Berit Corvan Dalia Edrik Fenna Goran Hesper Ivo Jorun Katrin Lennart Mirel Nadia "
_FIRST += "Osric Petra Quint Rosalind Stellan Tamsin Ulrik Vesna Wendel Yorick Zelda Amaro Brynja"
_ONSETS = "Bar Cal Dor Fen Gar Hol Kel Lor Mar Nor Ost Pel Quar Rav Sel Tor Ul Ver Wex Yar".split()
_MIDDLES = ("", "a", "en", "i", "or", "ul", "an", "es")
_PEOPLE_ENDS = "sen mann wick ley ström dal kin by ter vik sky den".split()
_PLACE_ENDS = "ford mere holm stead wick bridge haven moor field combe".split()
_MONTHS = "January February March April May June July August September October November December"
_BODIES = (
    "the {place} Water Board|the {place} City Council|the Upper {place} Farmers' Union|"
    "the {place} Rescue Service|the {place} Dam Inspectorate|the {place} Chamber of Trade"
).split("|")
_GOODS = "sandbags blankets pumps tents generators boats boots filters shovels pipes".split()
_SITES = "school|mill|clinic|bakery|station|library|market hall|brickworks|tannery|chapel".split(
    "|"
)
_DAY = date(2024, 3, 4)
_FACTS_OF_A_KIND = 6
_CHANGED = 0.12

# Each line is a kind of fact, its wordings apart by "|"; the first is the one that is copied.
_KINDS = tuple(
    line.split("|")
    for line in """
The flood killed {n} people in {place} on {day}.|At least {n} people died in {place} when the \
water came on {day}.|On {day} the flood in {place} cost {n} people their lives.|{n} deaths were \
counted in {place} after the flood of {day}.
{body_} voted on {day} to close the sluice at {place}.|The sluice at {place} is to be closed, \
{body} decided on {day}.|On {day} a vote by {body} shut the sluice at {place}.
{person}, who heads {body}, said {n} houses in {place} could not be saved.|According to {person} \
of {body}, {n} houses in {place} are beyond repair.|{n} houses in {place} are lost, {person} said.
"We saw the wall at {place} move {n} times before it broke," said {person}.|{person} said the wall \
at {place} had moved {n} times before breaking.|Before it broke, the wall at {place} had moved \
{n} times, {person} recalled.
{body_} will pay {n} crowns to every household in {place}.|Every household in {place} is to get \
{n} crowns from {body}.|Households in {place} were promised {n} crowns each by {body}.
{body_} denied that its engineers had ignored a warning about {place}.|Engineers did not ignore a \
warning about {place}, {body} insisted.|The charge that a warning about {place} was ignored was \
rejected by {body}.
{person} resigned as chair of {body} on {day}.|On {day} {person} stepped down as chair of {body}.|\
The chair of {body}, {person}, left office on {day}.
{body_} is considering a second dam above {place}.|A second dam above {place} may be built, {body} \
said.|Plans for another dam above {place} are being weighed by {body}.
The road from {place} to {place2} was reopened on {day}.|Traffic between {place} and {place2} ran \
again from {day}.|On {day} cars could again drive from {place} to {place2}.
{body_} sent {n} {goods} to {place} on {day}.|{n} {goods} reached {place} from {body} on {day}.|\
On {day} {body} delivered {n} {goods} to {place}.
{person} told reporters that the repair of the dam at {place} would cost {n} million crowns.|\
Repairing the dam at {place} will cost {n} million crowns, {person} told reporters.|{person} put \
the bill for the dam at {place} at {n} million crowns.
If the rain goes on, {n} families will have to leave {place}, {person} warned.|{person} warned \
that {n} families would be moved out of {place} should the rain last.|{n} families may have to \
leave {place}, said {person}.
{body_} filed a suit against the builder of the dam at {place} on {day}.|The builder of the dam at \
{place} was sued by {body} on {day}.|On {day} {body} took the builder of the dam at {place} to \
court.
{person} "will never sign" the plan for {place}, she said on {day}.|On {day} {person} said she \
would not sign the plan for {place}.|The plan for {place} will not be signed by {person}, she said.
Rescuers pulled {n} people from the {site} in {place} on {day}.|{n} people were pulled from the \
{site} in {place} by rescuers on {day}.|On {day} {n} people were saved from the {site} in {place}.
{body_} approved the evacuation of {place} on {day}.|The evacuation of {place} was approved by \
{body} on {day}.|On {day} {body} gave its consent to evacuating {place}.
""".strip().split("\n")
)
_LEADS = (
    "|||||Officials said: |As the week went on, |By all accounts, |In a statement it was said: |"
    "Meanwhile, |Once again, |For the record, |To the dismay of many, |"
).split("|")
_LOWERED = frozenset(
    "At According Before Cars Every Households On Plans Repairing The Traffic".split()
)
_OWN = tuple(
    """
{person}, a {age}-year-old {trade} from {place}, carried {n} {goods} up to the {site} by herself.
"My {site} in {place} stood {n} centimetres under water," {person} said.
At the {site} of {place}, volunteers served {n} meals to people who had walked from {place2}.
{person} and {person2} have known each other since they worked at the {site} in {place}.
The {site} in {place} had been rebuilt only {n} months before.
A {trade} named {person} offered rooms for {n} guests in {place}.
{person} doubts that {place} will ever look the way it did when {person2} ran the {site}.
Nobody at the {site} in {place2} had slept for {n} hours, said {person}, who keeps its accounts.
{person} plans to open a {site} in {place} with {n} crowns of savings.
On {day} {person} found the door of the {site} in {place}, {n} kilometres downstream.
The smell of mud hung over {place}, where {person} was sweeping the steps of the {site}.
{person2}, the {trade} of {place}, lent {person} {n} {goods} without asking for a receipt.
"It might take {n} weeks before the {site} opens again," said {person}, a {trade} in {place}.
Letters that {person} wrote to {person2} about the {site} in {place} were lost on {day}.
In {place2} the price of {goods} rose by {n} per cent within days, {person} reported.
""".strip().split("\n")
)
_TRADES = "teacher|miller|nurse|glazier|ferryman|baker|surveyor|beekeeper|tailor|clerk".split("|")


@dataclass(frozen=True)
class Record:
    """One report before it is read in; `published` is a day in ISO form."""

    id: str
    outlet: str
    title: str
    published: str
    text: str


class _Draw:
    """What a slot can be filled with, drawn from one generator."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng

    def name(self, ends: list[str]) -> str:
        pick = self.rng.choice
        return pick(_ONSETS) + pick(_MIDDLES) + pick(ends)

    def person(self) -> str:
        return f"{self.rng.choice(_FIRST.split())} {self.name(_PEOPLE_ENDS)}"

    def day(self) -> str:
        day = _DAY - timedelta(days=self.rng.randrange(40))
        return f"{_MONTHS.split()[day.month - 1]} {day.day}"

    def slots(self, places: list[str]) -> dict[str, str]:
        pick = self.rng.choice
        place = pick(places)
        body = pick(_BODIES).format(place=pick(places))
        return {
            "n": str(self.rng.randrange(3, 900)),
            "age": str(self.rng.randrange(19, 90)),
            "place": place,
            "place2": pick([other for other in places if other != place]),
            "body": body,
            "body_": body[0].upper() + body[1:],
            "person": self.person(),
            "person2": self.person(),
            "day": self.day(),
            "goods": pick(_GOODS),
            "site": pick(_SITES),
            "trade": pick(_TRADES),
        }


def generate(reports: int, seed: int = 1) -> list[Record]:
    """So many reports of the story; the first ones of a larger number are those of a smaller."""
    draw = _Draw(random.Random(seed))  # noqa: S311 - a generated story is no secret
    places = sorted({draw.name(_PLACE_ENDS) for _ in range(24)})
    facts = [(kind, draw.slots(places)) for kind in _KINDS for _ in range(_FACTS_OF_A_KIND)]
    return [_report(number, facts, places, seed) for number in range(reports)]


def _report(
    number: int, facts: list[tuple[list[str], dict[str, str]]], places: list[str], seed: int
) -> Record:
    rng = random.Random(f"{seed} {number}")  # noqa: S311
    draw = _Draw(rng)
    told = rng.sample(facts, rng.randrange(17, 24))
    half = len(told) // 2
    sentences = [wordings[0].format(**slots) for wordings, slots in told[:half]]
    sentences += [_retold(draw, wordings, slots) for wordings, slots in told[half:]]
    near = [draw.name(_PLACE_ENDS), draw.name(_PLACE_ENDS), rng.choice(places)]
    own = rng.sample(_OWN, rng.randrange(8, 13))
    sentences += [line.format(**draw.slots(near)) for line in own]
    rng.shuffle(sentences)
    paragraphs = [" ".join(sentences[n : n + 3]) for n in range(0, len(sentences), 3)]
    return Record(
        id=f"report-{number:04d}",
        outlet=f"The {draw.name(_PLACE_ENDS)} {rng.choice(('Courier', 'Gazette', 'Post', 'Echo'))}",
        title=_retold(draw, *rng.choice(told)).rstrip("."),
        published=(_DAY + timedelta(days=rng.randrange(12))).isoformat(),
        text="\n".join(paragraphs),
    )


def _retold(draw: _Draw, wordings: list[str], slots: dict[str, str]) -> str:
    """The fact in a wording that is not copied, now and then with another figure or day."""
    given = dict(slots)
    if draw.rng.random() < _CHANGED:
        given["n"] = str(int(given["n"]) + draw.rng.randrange(1, 60))
    elif draw.rng.random() < _CHANGED:
        given["day"] = draw.day()
    said = draw.rng.choice(wordings[1:]).format(**given)
    lead = draw.rng.choice(_LEADS)
    joined = lead.endswith(", ") and said.split()[0] in _LOWERED
    return lead + (said[0].lower() + said[1:] if joined else said)
