"""The pair model of claims on pairs of texts that its weights never saw.

    python -m eval.pairs [--update]

`paraphrase`: news sentence pairs of MRPC's dev part, same or not, at even odds. `natural`: pairs
of sentences on one event that readers judged (the part `last`; `eval/labels/PAIRS.md`): told
the same, a fact given otherwise, put stronger. `changed`: summaries beside edits that do or do not
change a fact, in two domains that training leaves out; balanced accuracy at even odds.
`exaggeration`: press releases beside abstracts, which is the stronger (no floor: 100 pairs).
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from eval.floors import held
from eval.pair_sets import NEUS, SECOND, Natural, naturals, summedits
from eval.reports import SHARED
from stemma.encoding.pairs import Judged, PairModel

CLAIMS = SHARED / "data" / "claims"
_UNSEEN = ("ectsum", "samsum")
_STRONGER = 0.5

Scores = NDArray[np.float64]
Truth = NDArray[np.bool_]


def f1(said: Truth, truth: Truth) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    hits = float((said & truth).sum())
    precision, recall = hits / max(1, said.sum()), hits / max(1, truth.sum())
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def balanced(said: Truth, truth: Truth) -> float:
    """The mean of the shares found among the true and among the others."""
    return float((said[truth].mean() + (~said[~truth]).mean()) / 2)


def average_precision(scores: Scores, truth: Truth) -> float:
    """The mean of the precision at each true one, best first."""
    right = truth[np.argsort(-scores, kind="stable")]
    return float((np.cumsum(right) / np.arange(1, len(right) + 1))[right].mean())


def paraphrase(model: PairModel) -> dict[str, float]:
    """MRPC's dev part."""
    file = CLAIMS / "paraphrase" / "msr-para-val.tsv"
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    judged = model.judge([(row[3], row[4]) for row in rows])
    truth = np.array([row[0] == "1" for row in rows])
    precision, recall, score = f1(np.array([j.same >= 0.5 for j in judged]), truth)
    print(f"paraphrase: {len(rows)} pairs, F1 {score:.3f} (P {precision:.3f} R {recall:.3f})")
    return {"pairs.paraphrase": score}


def agreement() -> None:
    """How far two readers agree: shares, and Cohen's kappa of the same or not."""
    first = {row.key: row for row in naturals()}
    both = [(first[row.key], row) for row in naturals(SECOND)]
    alike = sum(a.label == b.label for a, b in both) / len(both)
    same = np.array([(a.label == "yes", b.label == "yes") for a, b in both])
    seen = float((same[:, 0] == same[:, 1]).mean())
    one, other = same.mean(0)
    chance = one * other + (1 - one) * (1 - other)
    told = [(a, b) for a, b in both if "no" not in (a.label, b.label)]
    way = sum(a.example.strength == b.example.strength for a, b in told) / len(told)
    print(
        f"two readers of {len(both)} pairs: yes, part, no alike {alike:.3f};"
        f" kappa of the same {(seen - chance) / (1 - chance):.3f}; strength alike {way:.3f}"
    )


def natural(model: PairModel) -> dict[str, float]:
    """The labelled pairs of the part that nothing was chosen on."""
    rows = [row for row in naturals() if row.part == "last"]
    judged = model.judge([(row.example.a, row.example.b) for row in rows])
    same = np.array([row.label == "yes" for row in rows])
    precision, recall, score = f1(np.array([j.same >= 0.5 for j in judged]), same)
    told = [n for n, row in enumerate(rows) if row.label != "no"]
    changed = np.array([bool(rows[n].example.changed) for n in told])
    ranked = average_precision(np.array([judged[n].changed for n in told]), changed)
    print(f"natural: {len(rows)} pairs, same F1 {score:.3f} (P {precision:.3f} R {recall:.3f})")
    print(f"  changed: {changed.sum()} of {len(told)}, average precision {ranked:.3f}")
    _by_kind([rows[n] for n in told], [judged[n] for n in told])
    way = f1(*_ways([rows[n] for n in told], [judged[n] for n in told]))
    print("  put stronger, the right way: P {:.3f} R {:.3f} F1 {:.3f}".format(*way))
    return {"pairs.same": score}


def _by_kind(rows: Sequence[Natural], judged: Sequence[Judged]) -> None:
    kinds: dict[str, list[bool]] = {}
    for row, found in zip(rows, judged, strict=True):
        for kind in row.facts:
            kinds.setdefault(kind, []).append(found.changed >= 0.5)
    for kind, hits in sorted(kinds.items()):
        print(f"    {kind:10} {sum(hits)} of {len(hits)} found at even odds")


def _ways(rows: Sequence[Natural], judged: Sequence[Judged]) -> tuple[Truth, Truth]:
    """For each way of each pair, whether the model says it and whether the reader does."""
    said = [(j.stronger >= _STRONGER, j.weaker >= _STRONGER) for j in judged]
    true = [(row.example.strength == 1, row.example.strength == -1) for row in rows]
    return np.array(said).ravel(), np.array(true).ravel()


def changes(model: PairModel) -> dict[str, float]:
    """SummEdits in the domains that training leaves out."""
    scores = {}
    for domain in _UNSEEN:
        rows = summedits([domain])
        judged = model.judge([(row.a, row.b) for row in rows])
        truth = np.array([row.changed == 1 for row in rows])
        scores[domain] = balanced(np.array([j.changed >= 0.5 for j in judged]), truth)
        print(f"changed: {domain} {len(rows)} pairs, balanced accuracy {scores[domain]:.3f}")
    return {f"pairs.changed.{domain}": value for domain, value in scores.items()}


def exaggeration(model: PairModel) -> None:
    """Abstract beside press release: which is put stronger."""
    lines = (CLAIMS / "exaggeration" / "insciout_train.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    judged = model.judge([(r["abstract_conclusion"], r["press_release_conclusion"]) for r in rows])
    said = [_way(j) for j in judged]
    table = Counter(zip((r["exaggeration_label"] for r in rows), said, strict=True))
    right = sum(count for (truth, found), count in table.items() if truth == found)
    print(f"exaggeration: {right} of {len(rows)} pairs right")
    moved = [
        (row["exaggeration_label"], j.stronger > j.weaker)
        for row, j in zip(rows, judged, strict=True)
        if row["exaggeration_label"] != "same"
    ]
    forced = sum(truth == ("exaggerates" if more else "downplays") for truth, more in moved)
    print(f"  of the {len(moved)} that differ, the likelier direction is right in {forced}")
    for (truth, found), count in sorted(table.items()):
        print(f"  {truth:12} taken for {found:12} {count}")


def _way(judged: Judged) -> str:
    if max(judged.stronger, judged.weaker) < _STRONGER:
        return "same"
    return "exaggerates" if judged.stronger > judged.weaker else "downplays"


def main() -> int:
    """Score; 0 if the floors hold or the data is not there."""
    options = argparse.ArgumentParser(description="Score the pair model of claims.")
    options.add_argument("--update", action="store_true")
    given = options.parse_args()
    if not NEUS.exists():
        print("not measured: no data")
        return 0
    model = PairModel()
    figures = paraphrase(model) | natural(model) | changes(model)
    exaggeration(model)
    agreement()
    return 0 if held(figures, given.update) else 1


if __name__ == "__main__":
    sys.exit(main())
