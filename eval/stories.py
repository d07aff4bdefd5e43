"""Stories, scored on ECB+ (topics 1-35) and the development triples of NeuS.

    python -m eval.stories [--update] [--verbose]

In ECB+ a story is a sub-topic: two similar events of one kind share a topic, and every article is
about one of them. In NeuS it is a triple: three outlets on one event. Neither gives dates or
outlets, so only words decide here. `whole` takes all articles at once; `topic` each ECB+ topic
alone (two stories that are easily mixed up); `single` five articles of one story, which must stay
together. The score is B-cubed F1 (Bagga and Baldwin 1998), averaged over the corpora of a kind.
`triples` is the part of the triples found whole, `precision` the B-cubed precision beside it.
The models were trained on these topics of ECB+ (training/stories/README.md has the scores on
topics left out), never on these triples.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
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
            (_ecb_text(path), _sub_topic(path)) for path in _ecb_files(str(topic))
        ]
    return {topic: articles for topic, articles in topics.items() if articles}


def _ecb_files(topic: str) -> list[Path]:
    return sorted((DATA / "ecbplus" / topic).glob("*.xml"))


def _sub_topic(path: Path) -> str:
    return f"{path.parent.name}{'plus' if 'plus' in path.name else ''}"


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


def make_report(number: int, text: str) -> Report:
    """An English report of unknown day and outlet."""
    return Report(
        id=f"{number:04}",
        file=str(number),
        sha256="",
        published=When.unknown("the data gives none"),
        language="en",
        genre="news",
        text=text,
    )


def find(articles: Sequence[Labelled]) -> list[str]:
    """The story found for each article of one corpus."""
    reports = tuple(make_report(n, text) for n, (text, _) in enumerate(articles))
    rows = tuple(read_words(report) for report in reports)
    readings = tuple(Reading(report=report.id) for report in reports)
    names = Names(Cast(), reports)
    material = Material(reports, readings, rows, find_overlaps(rows), names)
    found = {id_: s.id for s in find_stories(material, ()) for id_ in s.reports}
    return [found[report.id] for report in reports]


def score(articles: Sequence[Labelled]) -> float:
    """B-cubed F1 of the stories found in one corpus."""
    return b_cubed(find(articles), [story for _, story in articles])[2]


def part_whole(found: Sequence[str], gold: Sequence[str]) -> float:
    """The part of the stories of which no article is in another one."""
    pieces: dict[str, set[str]] = defaultdict(set)
    for one, story in zip(found, gold, strict=True):
        pieces[story].add(one)
    return sum(len(names) == 1 for names in pieces.values()) / len(pieces)


def confusions(found: Sequence[str], gold: Sequence[str], files: Sequence[str]) -> list[str]:
    """What was put together and what was parted, by file, the larger part left out."""
    lines = []
    for verb, first, second in (("merged", found, gold), ("split", gold, found)):
        groups: dict[str, list[int]] = defaultdict(list)
        for at, name in enumerate(first):
            groups[name].append(at)
        for name, group in groups.items():
            sizes = Counter(second[at] for at in group)
            if len(sizes) > 1:
                main = max(sizes, key=lambda part: (sizes[part], part))
                apart = " ".join(files[at] for at in group if second[at] != main)
                what = name if verb == "split" else "+".join(sorted(sizes))
                lines.append(f"{verb} {what} {sorted(sizes.values(), reverse=True)}: {apart}")
    return lines


def measure(verbose: bool = False) -> dict[str, float]:
    """All figures by name; `verbose` lists the confusions."""
    topics, neus = load_ecb(), load_neus()
    stories: dict[str, list[Labelled]] = defaultdict(list)
    for articles in topics.values():
        for article in articles:
            stories[article[1]].append(article)
    single = [score(articles[:5]) for articles in stories.values()]
    apart = [score(articles) for articles in topics.values()]
    whole = [article for articles in topics.values() for article in articles]
    figures = {
        "stories.ecb.topic": sum(apart) / len(apart),
        "stories.ecb.single": sum(single) / len(single),
    }
    names = [path.stem for topic in topics for path in _ecb_files(topic)]
    triples = [f"{story}.{n % 3}" for n, (_, story) in enumerate(neus)]
    for name, articles, files in (("ecb", whole, names), ("neus", neus, triples)):
        found, gold = find(articles), [story for _, story in articles]
        precision, recall, f1 = b_cubed(found, gold)
        print(f"stories.{name}: precision {precision:.4f}, recall {recall:.4f}")
        figures[f"stories.{name}.whole"] = f1
        if name == "neus":
            figures |= {
                "stories.neus.precision": precision,
                "stories.neus.triples": part_whole(found, gold),
            }
        if verbose:
            print("\n".join(confusions(found, gold, files)))
    return figures


def main() -> int:
    """Score; 0 if the floors hold or the data is not there."""
    options = argparse.ArgumentParser(description="Score stories on ECB+ and NeuS.")
    options.add_argument("--update", action="store_true")
    options.add_argument("--verbose", action="store_true", help="list the confusions")
    chosen = options.parse_args()
    if not DATA.is_dir():
        print("not measured: no data")
        return 0
    figures = measure(chosen.verbose)
    for name, value in figures.items():
        print(f"{name:22} {value:.4f}")
    return 0 if held(figures, chosen.update) else 1


if __name__ == "__main__":
    sys.exit(main())
