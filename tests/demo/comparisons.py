"""What was made of the reports together, against the gold: actors, lineage, claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from stemma.model.claim import Difference, Retelling
from stemma.model.span import words_of
from tests.demo.gold import Item, Tokens, fold, gold, meets
from tests.demo.readings import short
from tests.demo.scoring import Dossier, Section, aliases

COPIES = {"verbatim", "edited", "paraphrase", "translation", "update", "quotes", "credits"}


def actors(dossier: Dossier) -> list[Section]:
    """Spellings of one actor joined; names of two actors kept apart."""
    section = Section("actors")
    spelt = [{fold(name) for name in actor.names} for actor in dossier.document.actors]
    for group in gold()["actors"]["groups"]:
        for pair in combinations(group["names"], 2):
            joined = any({fold(name) for name in pair} <= names for names in spelt)
            section.expect(joined, f"{pair[0]} = {pair[1]}")
    apart = {frozenset(pair) for pair in gold()["actors"]["never_one"]}
    first = [group for group in gold()["actors"]["groups"] if not group.get("same_as")]
    apart |= {frozenset((a["names"][0], b["names"][0])) for a, b in combinations(first, 2)}
    for one, other in sorted(sorted(pair) for pair in apart):
        merged = [n for n in spelt if n & aliases(one) and n & aliases(other)]
        section.forbid(bool(merged), f"one actor: {one} and {other} in {merged}")
    for group in (group for group in first if group["kind"] == "person"):
        section.forbid(
            bool(held := _held_by_others(dossier, group)), f"{group['names'][0]}: {held}"
        )
    return [section]


def _held_by_others(dossier: Dossier, group: Item) -> list[str]:
    """Who else than the group's actor holds a role that stands beside a place of the group."""
    places = [dossier.texts.at(place) for place in group["places"]]
    return [
        f"{role.role!r} of {actor.name}"
        for actor in dossier.document.actors
        if not dossier.is_actor(actor.id, group["names"][0])
        for role in actor.roles
        if any(dossier.tokens([at]) & place for at in role.places for place in places)
    ]


def stories(dossier: Dossier) -> list[Section]:
    """The reports of each story, no more and no fewer."""
    section = Section("stories")
    told = [{dossier.texts.files[r] for r in s.reports} for s in dossier.document.lineage.stories]
    for story in gold()["stories"]:
        section.expect(set(story["files"]) in told, story["title"])
    section.forbid(len(told) > len(gold()["stories"]), f"{len(told)} stories")
    return [section]


def edges(dossier: Dossier) -> list[Section]:
    """Edges with their kind and direction; no copy between independent accounts."""
    section = Section("edges")
    drawn = list(_edges(dossier))
    for item in gold()["edges"]:
        right = {item["kind"], *item.get("also_right", [])}
        pairs = [(item["from"], item["to"])]
        pairs += [] if item["directed"] else [(item["to"], item["from"])]
        there = any((a, b) in pairs and kind in right for a, b, kind in drawn)
        got = sorted({k for a, b, k in drawn if {a, b} == {item["from"], item["to"]}}) or "none"
        section.expect(there, f"{item['from']} -{item['kind']}-> {item['to']}, got {got}")
    for item in gold()["no_edge"]:
        got = sorted({k for a, b, k in drawn if {a, b} == {item["a"], item["b"]}} & COPIES)
        section.forbid(bool(got), f"{item['a']} and {item['b']}: {got}")
    judged = [{e["from"], e["to"]} for e in gold()["edges"]]
    judged += [{e["a"], e["b"]} for e in gold()["no_edge"]]
    section.also += [f"{a} -{k}-> {b}" for a, b, k in drawn if {a, b} not in judged]
    return [section]


def _edges(dossier: Dossier) -> Iterator[tuple[str, str, str]]:
    for edge in dossier.document.lineage.edges:
        for start in sorted(dossier.ends(edge.from_)):
            for end in sorted(dossier.ends(edge.to)):
                yield start, end, edge.kind


def sources(dossier: Dossier) -> list[Section]:
    """Sources that nobody here holds, each named."""
    section = Section("sources not held")
    named = {end for source in dossier.document.sources for end in dossier.ends(source.id)}
    for item in gold()["sources_not_held"]:
        section.expect(item["id"] in named, item["name"])
    absent = [s for s in dossier.document.sources if s.held is None]
    section.also += sorted(s.name for s in absent if not dossier.ends(s.id))
    return [section]


def origins(dossier: Dossier) -> list[Section]:
    """How many independent sources stand behind a claim, never overstated."""
    section = Section("origins")
    contents = {s.id: dossier.tokens([s.content]) for s in dossier.document.statements}
    for item in gold()["origins"]:
        places = [dossier.texts.at(place) for place in item["at"]]
        counts = {
            (claim.origins.least, claim.origins.most)
            for claim in dossier.document.claims
            if any(meets(contents[s], place) for s in claim.statements for place in places)
        }
        what = f"{item['claim']}: {item['least']}..{item['most']}, got {sorted(counts, key=str)}"
        section.expect((item["least"], item["most"]) in counts, what)
        section.forbid(any(least > item["least"] for least, _ in counts), f"overstated: {what}")
    return [section]


def differences(dossier: Dossier) -> list[Section]:
    """Differences with kind and verdict; nothing compatible called a conflict."""
    section, judged = Section("differences"), set()
    for item in gold()["differences"]:
        same = [d for d in dossier.document.differences if _same_thing(dossier, d, item)]
        judged |= {d.id for d in same}
        right = {item["verdict"], *item.get("also_right", [])}
        there = any(d.kind == item["kind"] and d.verdict in right for d in same)
        got = sorted(_told(dossier, d) for d in same) or "nothing"
        what = f"{item['id']} {item['about']}: {item['kind']}/{item['verdict']}, got {got}"
        section.expect(there, what)
        if "never" in item:
            section.forbid(any(d.verdict in item["never"] for d in same), what)
    for trap in gold()["compatible_traps"]:
        caught = [d for d in dossier.document.differences if _sets_against(dossier, d, trap)]
        judged |= {d.id for d in caught}
        section.forbid(
            bool(caught), f"{trap['id']} {trap['why']}: {[_told(dossier, d) for d in caught]}"
        )
    section.also += [_told(dossier, d) for d in dossier.document.differences if d.id not in judged]
    return [section]


def _told(dossier: Dossier, difference: Difference) -> str:
    readings = (
        f"{r.value} in {'+'.join(sorted({dossier.texts.files[p[0].report][:2] for p in r.places}))}"
        for r in difference.readings
    )
    return f"{difference.kind}/{difference.verdict} {difference.about!r}: {' | '.join(readings)}"


def _readings(dossier: Dossier, difference: Difference) -> list[list[Tokens]]:
    return [[dossier.tokens([place]) for place in r.places] for r in difference.readings]


def _same_thing(dossier: Dossier, difference: Difference, item: Item) -> bool:
    """Whether two of its readings stand at places of two of the gold's."""
    wanted = [
        [tokens for place in reading["places"] for tokens in dossier.texts.alike(place)]
        for reading in item["readings"]
    ]
    stands = [
        {k for k, reading in enumerate(wanted) if _any_meet(places, reading)}
        for places in _readings(dossier, difference)
    ]
    return any(len(a | b) > 1 and a and b for a, b in combinations(stands, 2))


def _sets_against(dossier: Dossier, difference: Difference, trap: Item) -> bool:
    """Whether it calls the trap's two places a conflict."""
    if difference.verdict != "conflict":
        return False
    one, other = [dossier.texts.at(trap["a"])], [dossier.texts.at(trap["b"])]
    pairs = combinations(_readings(dossier, difference), 2)
    return any(
        (_any_meet(a, one) and _any_meet(b, other)) or (_any_meet(a, other) and _any_meet(b, one))
        for a, b in pairs
    )


def _any_meet(found: Iterable[Tokens], wanted: list[Tokens]) -> bool:
    return any(meets(tokens, place) for tokens in found for place in wanted)


def retellings(dossier: Dossier) -> list[Section]:
    """Retellings with what changed and which way; nothing faithful called stronger."""
    section, judged = Section("retellings"), set()
    for item in gold()["retellings"]:
        same = [r for r in dossier.document.retellings if _same_places(dossier, r, item)]
        right = [r for r in same if (r.change, r.direction) == (item["change"], item["direction"])]
        judged |= {r.id for r in same}
        got = sorted(f"{r.change}/{r.direction}" for r in same) or "nothing"
        what = f"{item['id']} {short(item['to']['words'])}: {item['change']}/{item['direction']}"
        section.expect(bool(right), f"{what}, got {got}")
    for item in gold()["not_retellings"]:
        grown = [
            r
            for r in dossier.document.retellings
            if r.direction == "stronger" and _same_places(dossier, r, item)
        ]
        judged |= {r.id for r in grown}
        section.forbid(bool(grown), f"{item['to']['words']} ({item['why']})")
    others = [r for r in dossier.document.retellings if r.id not in judged]
    section.also += [_retold(dossier, r) for r in others]
    return [section]


def _same_places(dossier: Dossier, retelling: Retelling, item: Item) -> bool:
    ends = ((retelling.from_, item["from"]), (retelling.to, item["to"]))
    return all(meets(dossier.tokens([place]), dossier.texts.at(at)) for place, at in ends)


def _retold(dossier: Dossier, retelling: Retelling) -> str:
    files = [dossier.texts.files[p[0].report][:2] for p in (retelling.from_, retelling.to) if p]
    words = f"{short(words_of(retelling.from_))} -> {short(words_of(retelling.to))}"
    return f"{retelling.change}/{retelling.direction} {'->'.join(files)}: {words}"
