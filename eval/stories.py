"""Stories, scored on ECB+ (topics 1-35) and the development triples of NeuS.

    python -m eval.stories [--update]

In ECB+ a story is a sub-topic: two similar events of one kind share a topic, and every article is
about one of them. In NeuS it is a triple: three outlets on one event. Neither gives dates or
outlets, so only words decide here. `whole` takes all articles at once; `topic` each ECB+ topic
alone (two stories that are easily mixed up); `single` five articles of one story, which must stay
together. The score is B-cubed F1 (Bagga and Baldwin 1998), averaged over the corpora of a kind.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

from eval.clusters import b_cubed
from eval.floors import held
from stemma.lineage.material import Material
from stemma.lineage.names import Names
from stemma.lineage.passages import find_overlaps
from stemma.lineage.stories import find_stories
from stemma.lineage.words import read_words
from stemma.model.cast import Cast
from stemma.model.reading import Reading
from stemma.model.report import Report
from stemma.model.when import When

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "data" / "stories"
Labelled = tuple[str, str]
"""The text of an article and the story it belongs to."""


def load_ecb() -> dict[str, list[Labelled]]:
    """The articles of ECB+ topics 1 to 35 by topic."""
    topics: dict[str, list[Labelled]] = {}
    for topic in range(1, 36):
        topics[str(topic)] = [
            (_ecb_text(path), f"{topic}{'plus' if 'plus' in path.name else ''}")
            for path in sorted((DATA / "ecbplus" / str(topic)).glob("*.xml"))
        ]
    return {topic: articles for topic, articles in topics.items() if articles}


def _ecb_text(path: Path) -> str:
    sentences: dict[str, list[str]] = defaultdict(list)
    for token in ElementTree.parse(path).getroot().iter("token"):  # noqa: S314 - trusted data
        sentences[token.get("sentence") or ""].append(token.text or "")
    return "\n".join(" ".join(words) for words in sentences.values())


def load_neus() -> list[Labelled]:
    """The development triples of NeuS, an article at a time."""
    lines = (DATA / "neus" / "val.source").read_text("utf-8").splitlines()
    return [
        (re.sub(r"\s*(?:TITLE|ARTICLE)=>\s*", "\n", part).strip(), str(number))
        for number, line in enumerate(lines)
        for part in line.split("[SEP]")
    ]


def score(articles: Sequence[Labelled]) -> float:
    """B-cubed F1 of the stories found in one corpus."""
    unknown = When.unknown("the data gives none")
    reports = tuple(
        Report(
            id=str(n),
            file=str(n),
            sha256="",
            published=unknown,
            language="en",
            genre="news",
            text=text,
        )
        for n, (text, _) in enumerate(articles)
    )
    rows = tuple(read_words(report) for report in reports)
    readings = tuple(Reading(report=report.id) for report in reports)
    names = Names(Cast(), reports)
    material = Material(reports, readings, rows, find_overlaps(rows), names)
    found = {id_: s.id for s in find_stories(material, ()) for id_ in s.reports}
    return b_cubed([found[r.id] for r in reports], [story for _, story in articles])[2]


def measure() -> dict[str, float]:
    """All figures by name."""
    topics, neus = load_ecb(), load_neus()
    stories: dict[str, list[Labelled]] = defaultdict(list)
    for articles in topics.values():
        for article in articles:
            stories[article[1]].append(article)
    single = [score(articles[:5]) for articles in stories.values()]
    apart = [score(articles) for articles in topics.values()]
    return {
        "stories.ecb.whole": score([a for articles in topics.values() for a in articles]),
        "stories.ecb.topic": sum(apart) / len(apart),
        "stories.ecb.single": sum(single) / len(single),
        "stories.neus.whole": score(neus),
    }


def main() -> int:
    """Score; 0 if the floors hold or the data is not there."""
    options = argparse.ArgumentParser(description="Score stories on ECB+ and NeuS.")
    options.add_argument("--update", action="store_true")
    chosen = options.parse_args()
    if not DATA.is_dir():
        print("not measured: no data")
        return 0
    figures = measure()
    for name, value in figures.items():
        print(f"{name:20} {value:.4f}")
    return 0 if held(figures, chosen.update) else 1


if __name__ == "__main__":
    sys.exit(main())
