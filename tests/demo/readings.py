"""What was read in single reports, against the gold: statements, likelihoods, dates, noise."""

from __future__ import annotations

from stemma.model.document import AttributedStatement, HeldLikelihood
from stemma.model.span import Span, words_of
from tests.demo.gold import Item, covers, gold, meets
from tests.demo.scoring import Dossier, Section, is_date, whens_below

KINDS = {
    "drivers": "cause",
    "reactions": "prediction",
    "amplification": "prediction",
    "scenarios": "scenario",
}


def short(text: str) -> str:
    """A text's beginning, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= 90 else line[:89] + "…"


def statements(dossier: Dossier) -> list[Section]:
    """Statements by their parts, then what is said of them; one not found has nothing right."""
    parts = {n: Section(f"statements: {n}") for n in ("speaker", "polarity", "stage", "quote")}
    found, carriers = Section("statements"), Section("statements: carriers")
    for item in gold()["statements"]:
        right, why = find_statement(dossier, item)
        found.expect(right is not None, f"{item['id']} {short(item['within'])}: {why}")
        if right is not None:
            _attributes(dossier, item, right, parts)
            _carriers(dossier, item, right, carriers)
            continue
        for part in parts.values():
            part.expect(False, f"{item['id']} is not found")
        for _ in item["carriers"]:
            carriers.expect(False, f"{item['id']} is not found")
    return [found, *parts.values(), carriers]


def find_statement(dossier: Dossier, item: Item) -> tuple[AttributedStatement | None, str]:
    """The dossier's statement that is the gold's, or `None` and what stands in its stead."""
    passage = dossier.texts.span(item)
    if passage is None:
        return None, "the passage is not in the text"
    near = []
    content = dossier.texts.tokens(dossier.texts.inside(passage, w) for w in item["content"])
    for statement in dossier.document.statements:
        own = dossier.tokens([statement.content])
        if covers(own, content):
            near.append((-len(own & content) / len(own | content), statement.id, statement))
    for _, _, statement in sorted(near):
        if any(_same_roles(dossier, read, passage, statement) for read in ways(item)):
            return statement, ""
    return None, "; ".join(_roles(s) for _, _, s in sorted(near)) or "no content overlaps"


def ways(item: Item) -> list[Item]:
    """The gold's statement as written, and as another careful reader would have it."""
    return [item, *({**item, **other} for other in item.get("also_right", []))]


def _same_roles(
    dossier: Dossier, item: Item, passage: Span, statement: AttributedStatement
) -> bool:
    if item["source"] is None and item["cue"] is None:
        return statement.own_voice
    pairs = ((item["source"], statement.source.place), (item["cue"], statement.cue))
    for words, place in pairs:
        wanted = dossier.texts.tokens([dossier.texts.inside(passage, words)])
        if bool(wanted) != bool(place) or (wanted and not wanted & dossier.tokens([place])):
            return False
    return True


def _roles(statement: AttributedStatement) -> str:
    source, cue = statement.source.place, statement.cue
    who = "own voice" if statement.own_voice else words_of(source or ()) or statement.source.unnamed
    return f"got {short(words_of(statement.content))!r} by {who!r} cue {words_of(cue or ())!r}"


def _attributes(
    dossier: Dossier, item: Item, found: AttributedStatement, parts: dict[str, Section]
) -> None:
    own = found.own_voice and any(way["source"] is None for way in ways(item))
    label = f"{item['id']} {short(words_of(found.content))}"
    parts["speaker"].expect(
        own or any(dossier.speaks(found.source, way["speaker"]) for way in ways(item)),
        f"{label}: {item['speaker']}, got {dossier.called(found.source.actor)}",
    )
    for name in ("polarity", "stage", "quote"):
        got = getattr(found, name)
        right = [way[name] or "unknown" for way in ways(item)]
        parts[name].expect(got in right, f"{label}: {right[0]}, got {got}")


def _carriers(dossier: Dossier, item: Item, found: AttributedStatement, section: Section) -> None:
    for carrier in item["carriers"]:
        words = {**item, "within": carrier["words"] or item["within"]}
        wanted = dossier.texts.at(words)
        right = any(
            link.mode == carrier["mode"] and wanted & dossier.tokens([link.place])
            for link in found.carriers
        )
        got = [f"{link.mode} {words_of(link.place)!r}" for link in found.carriers]
        section.expect(right, f"{item['id']} {carrier['mode']} {carrier['words']!r}, got {got}")


def likelihoods(dossier: Dossier) -> list[Section]:
    """Stated likelihoods with their numbers, holders and horizons; nothing that is none."""
    section = Section("likelihoods")
    parts = {n: Section(f"likelihoods: {n}") for n in ("holder", "horizon", "label")}
    claimed = gold_likelihoods(dossier)
    for item in gold()["likelihoods"]:
        found = claimed.get(item["id"])
        section.expect(found is not None, f"{item['id']} {short(item['words'])}")
        if found is not None:
            _likelihood(dossier, item, found, parts)
            continue
        for part in parts.values():
            part.expect(False, f"{item['id']} is not found")
    for trap in gold()["not_likelihoods"]:
        place = dossier.texts.at(trap)
        asserted = any(meets(dossier.tokens([(x.words,)]), place) for x in _stated(dossier))
        section.forbid(asserted, f"{trap['words']} ({trap['why']})")
    known = {found.id for found in claimed.values()}
    invented = [x for x in _stated(dossier) if x.low is not None and x.id not in known]
    section.forbid(bool(invented), f"invented: {[x.words.exact for x in invented]}")
    section.also += [short(x.words.exact) for x in _stated(dossier) if x.id not in known]
    return [section, *parts.values()]


def _stated(dossier: Dossier) -> tuple[HeldLikelihood, ...]:
    return dossier.document.likelihoods


def gold_likelihoods(dossier: Dossier) -> dict[str, HeldLikelihood]:
    """The dossier's likelihoods by the gold's ids: words overlap, numbers are the same."""
    pairs: dict[str, HeldLikelihood] = {}
    for item in gold()["likelihoods"]:
        place = dossier.texts.at(item)
        for found in _stated(dossier):
            same = (found.low, found.high) == (item["low"], item["high"])
            if same and meets(dossier.tokens([(found.words,)]), place):
                pairs.setdefault(item["id"], found)
    return pairs


def _likelihood(
    dossier: Dossier, item: Item, found: HeldLikelihood, parts: dict[str, Section]
) -> None:
    author = dossier.texts.files.get(found.holder.author_of or "")
    actor, name = found.holder.actor, item["holder"]
    if name is None:
        held = author is None
    elif author is None:
        held = dossier.is_actor(actor, name)
    else:
        held = f"By {name}" in dossier.texts.reports[item["file"]].text
    label = f"{item['id']} {short(item['words'])}"
    parts["holder"].expect(held, f"{label}: {name}, got {dossier.called(actor)}/{author}")
    ends = {item["end"]} | ({"2029-12-31"} if "by 2030" in item["words"] else set())
    got = None if found.horizon.end is None else found.horizon.end.isoformat()
    parts["horizon"].expect(got in ends, f"{label}: {item['end']}, got {got}")
    verbal = (found.verbal or "").casefold()
    parts["label"].expect(
        verbal == (item["verbal"] or "").casefold(), f"{label}: {item['verbal']}, got {verbal!r}"
    )


def timeline(dossier: Dossier) -> list[Section]:
    """Words for dates and what they were resolved to, as read and as set on the timeline."""
    section, placed = Section("dates"), Section("dates on the timeline")
    read = [*dossier.dates, *whens_below(dossier.document)]
    whens = [w for w in read if w.words is not None]
    entries = [e.when for e in dossier.document.timeline]
    for item in gold()["timeline"]:
        place = dossier.texts.at(item)
        here = [w for w in whens if w.words and meets(dossier.tokens([(w.words,)]), place)]
        right = any(is_date(w, item) for w in here) or (not here and item["date"] is None)
        got = sorted({f"{w.kind} {w.start}..{w.end}" for w in here}) or "nothing"
        what = f"{item['file'][:2]} {item['words']}: {item['date']}"
        section.expect(right, f"{what}, got {got}")
        if item["date"]:
            placed.expect(any(w.known and is_date(w, item) for w in entries), what)
    return [section, placed]


def noise(dossier: Dossier) -> list[Section]:
    """What is no part of an article is marked, and never a statement; articles stay whole."""
    section = Section("noise")
    stripped = dossier.texts.tokens(s.span for r in dossier.document.reports for s in r.stripped)
    said = dossier.tokens(s.content for s in dossier.document.statements)
    for item in gold()["noise"]:
        place = dossier.texts.at(item)
        what = f"{item['file'][:2]} {item['words']}"
        if item["reason"] != "caption":
            section.expect(place <= stripped, what)
        section.also += [] if place else [f"not kept in the text: {what}"]
        section.forbid(bool(place & said), f"a statement: {what}")
    for item in gold()["statements"]:
        lost = dossier.texts.at(item) & stripped
        section.forbid(bool(lost), f"stripped: {item['id']} {short(item['within'])}")
    return [section]


def stated(dossier: Dossier) -> list[Section]:
    """Conditions, drivers, reactions, scenarios: each found as what it is."""
    section = Section("drivers, conditions, reactions, scenarios")
    conditions = [dossier.tokens([(c,)]) for s in dossier.document.statements for c in s.conditions]
    for item in gold()["stated"]["conditions"]:
        place = dossier.texts.at(item)
        right = any(meets(tokens, place) for tokens in conditions)
        section.expect(right, f"condition: {item['file'][:2]} {item['words']}")
    for name, kind in KINDS.items():
        for item in gold()["stated"][name]:
            place = dossier.texts.at(item)
            here = [s for s in dossier.document.statements if covers(_own(dossier, s), place)]
            got = sorted({s.kind for s in here}) or "nothing"
            what = f"{kind}: {item['file'][:2]} {short(item['words'])}, got {got}"
            section.expect(kind in got, what)
    return [section]


def _own(dossier: Dossier, statement: AttributedStatement) -> frozenset[tuple[str, int]]:
    return dossier.tokens([statement.content])
