"""What follows, against the gold: the audit, options, positions, findings."""

from __future__ import annotations

import re

from stemma.model.assessment import Option, Position
from tests.demo.gold import Item, bare, gold, meets, spans_below
from tests.demo.readings import gold_likelihoods, short
from tests.demo.scoring import Dossier, Section

LOSSES = {"sure-loss", "implausible", "label"}
SMALL = bare("a an the of to in on at by for from no not has have is was part its their word given")


def audit(dossier: Dossier) -> list[Section]:
    """The audit's results over the right likelihoods, and none where nothing follows."""
    section = Section("audit")
    ids = {found.id: name for name, found in gold_likelihoods(dossier).items()}
    entries = [
        (entry.level, {ids[x] for x in entry.likelihoods if x in ids}, entry.what)
        for entry in dossier.document.audit
    ]
    for item in gold()["audit"]:
        wanted = set(item["likelihoods"])
        there = any(lv == item["level"] and wanted <= about for lv, about, _ in entries)
        got = [lv for lv, about, _ in entries if wanted <= about] or "nothing"
        section.expect(there, f"{item['level']} {sorted(wanted)}, got {got}")
    for item in gold()["not_audit"]:
        caught = [
            w for lv, about, w in entries if lv in LOSSES and set(item["likelihoods"]) == about
        ]
        section.forbid(bool(caught), f"{item['likelihoods']} ({item['why']}): {caught}")
    judged = [(item["level"], set(item["likelihoods"])) for item in gold()["audit"]]
    section.also += [
        f"{lv} {sorted(about)}: {what}"
        for lv, about, what in entries
        if not any(lv == level and wanted <= about for level, wanted in judged)
    ]
    return [section]


def options(dossier: Dossier) -> list[Section]:
    """Options told apart, who proposes them, and how they stand to one another."""
    section, proposers = Section("options"), Section("options: proposed by")
    relations, mine = Section("options: relations"), gold_options(dossier)
    for item in gold()["options"]:
        found = mine.get(item["id"], [])
        section.expect(bool(found), item["label"])
        labels = [option.label for option in found]
        section.forbid(len(found) > 1, f"{item['id']} is several: {labels}")
        _proposers(dossier, item, found, proposers)
        for relation in item["relations"]:
            others = {option.id for option in mine.get(relation["to"], [])}
            drawn = {r.is_ for option in found for r in option.relations if r.to in others}
            unsaid = bool(found and others) and not drawn
            right = relation["is"] in drawn or (relation["is"] == "unknown" and unsaid)
            what = f"{item['id']} {relation['is']} {relation['to']}, got {sorted(drawn)}"
            relations.expect(right, what)
    known = {option.id for found in mine.values() for option in found}
    section.also += [o.label for o in dossier.document.options if o.id not in known]
    return [section, proposers, relations]


def _proposers(dossier: Dossier, item: Item, found: list[Option], section: Section) -> None:
    proposing = sorted({actor for option in found for actor in option.proposed_by})
    called = [dossier.called(actor) for actor in proposing]
    for name in item["proposed_by"]:
        there = any(dossier.is_actor(actor, name) for actor in proposing)
        section.expect(there, f"{item['id']}: {name}, got {called}")
    others = [
        dossier.called(actor)
        for actor in proposing
        if not any(dossier.is_actor(actor, name) for name in item["proposed_by"])
    ]
    section.forbid(bool(others), f"{item['id']} proposed by {others}")


def gold_options(dossier: Dossier) -> dict[str, list[Option]]:
    """The dossier's options by the gold's ids, the likest label first, then by shared places."""
    mine: dict[str, list[tuple[float, int, str, Option]]] = {}
    for option in dossier.document.options:
        own = [dossier.tokens([place]) for place in option.places]
        scored = []
        for item in gold()["options"]:
            places = [dossier.texts.at(place) for place in item["places"]]
            shared = sum(any(meets(tokens, place) for tokens in own) for place in places)
            scored.append((-_alike(item["label"], option.label), -shared, item["id"]))
        alike, shared, name = min(scored)
        if shared or alike <= -0.5:
            mine.setdefault(name, []).append((alike, shared, option.id, option))
    return {name: [row[3] for row in sorted(rows)] for name, rows in mine.items()}


def _alike(one: str, other: str) -> float:
    a, b = bare(one) - SMALL, bare(other) - SMALL
    return len(a & b) / max(1, len(a | b))


def positions(dossier: Dossier) -> list[Section]:
    """Where actors stand on options; no stance against what they said."""
    section, mine, judged = Section("positions"), gold_options(dossier), []
    for item in gold()["positions"]:
        ids = {option.id for option in mine.get(item["option"], [])}
        taken = [
            p
            for p in dossier.document.positions
            if p.option in ids and dossier.is_actor(p.actor, item["actor"])
        ]
        judged += taken
        right = {item["stance"], *item.get("also_right", [])}
        got = {p.stance for p in taken}
        silent = not taken and item["stance"] == "unclear"
        what = f"{item['actor']} {item['stance']} {item['option']}, got {sorted(got)}"
        section.expect(bool(got & right) or silent, what)
        section.forbid(bool(got - right - {"unclear", "mixed"}), what)
    section.also += [
        f"{dossier.called(p.actor)} {p.stance} {_label(dossier, p)}"
        for p in dossier.document.positions
        if p not in judged
    ]
    return [section]


def _label(dossier: Dossier, position: Position) -> str:
    return next(o.label for o in dossier.document.options if o.id == position.option)


def findings(dossier: Dossier) -> list[Section]:
    """The first finding says what the gold says, with its reference; absences are named."""
    first, absent = Section("first finding"), Section("absent")
    wanted = gold()["first_finding"]
    lines = dossier.document.findings
    text = lines[0].text if lines else ""
    for words in wanted["must_contain"]:
        there = any(re.search(rf"\b{re.escape(w)}", text, re.IGNORECASE) for w in words)
        first.expect(there, f"{'/'.join(words)} in {text!r}")
    for words in wanted["must_not_contain"]:
        first.forbid(words.casefold() in text.casefold(), f"{words!r} in {text!r}")
    refs = set(lines[0].refs) if lines else set()
    for place in wanted["refs"]:
        first.expect(_leads_to(dossier, refs, place), f"a reference to {place['words']!r}")
    said = [bare(line.text) for line in lines if line.kind == "absent"]
    for item in gold()["absent"]:
        stems = {word[:5] for word in bare(item["what"]) - SMALL - {"report"}}
        best = max((len(stems & {w[:5] for w in text}) for text in said), default=0)
        absent.expect(2 * best > len(stems), short(item["what"]))
    absent.also += [line.text for line in lines if line.kind == "absent"]
    return [first, absent]


def _leads_to(dossier: Dossier, refs: set[str], place: Item) -> bool:
    document, wanted = dossier.document, dossier.texts.at(place)
    lists = (document.statements, document.claims, document.differences, document.events)
    pointed = [item for group in lists for item in group if item.id in refs]
    under = {s for claim in document.claims if claim.id in refs for s in claim.statements}
    pointed += [s for s in document.statements if s.id in under]
    return any(
        meets(dossier.texts.tokens([span]), wanted)
        for item in pointed
        for span in spans_below(item)
    )
