"""Make the models of stories: weights of pairs, then of groups.

    python -m training.stories.train [--check]

`--check` trains on the odd topics of ECB+ and looks at the even ones, and the other way round;
without it all topics are used and the weights written. Articles of the development triples of
NeuS are never trained on.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

import stemma.lineage
from eval.clusters import b_cubed
from eval.stories import load_neus
from stemma.lineage.clusters import merges
from stemma.lineage.story_groups import MEASURES, measure, part
from stemma.lineage.story_pairs import FEATURES, FLOOR, Floats, GroupModel, PairModel
from training.stories.data import Labelled, ecb, neus, read_traits

_DRAWS = 6
BAR = 0.25  # log-odds of groups: as high as makes the four scores of `check` best together
Fitted = tuple[Floats, float]


def fit(table: Floats, right: Floats, weight: Floats, penalty: float) -> Fitted:
    """Logistic regression by Newton's method, features brought to one scale for the penalty."""
    mean = np.average(table, axis=0, weights=weight)
    spread = np.sqrt(np.average((table - mean) ** 2, axis=0, weights=weight)) + 1e-6
    scaled = np.column_stack([(table - mean) / spread, np.ones(len(table))])
    ridge = np.append(np.full(table.shape[1], 2 * penalty * weight.sum()), 0.0)
    found = np.zeros(scaled.shape[1])
    for _ in range(40):
        chance = 1 / (1 + np.exp(-np.clip(scaled @ found, -30, 30)))
        slope = scaled.T @ (weight * (chance - right)) + ridge * found
        curve = (scaled * (weight * chance * (1 - chance))[:, None]).T @ scaled + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        found -= step
        if np.abs(step).max() < 1e-6:
            break
    weights = found[:-1] / spread
    return weights, float(found[-1] - mean @ weights)


def fit_pairs(sets: Sequence[Labelled]) -> PairModel:
    """The pair model on every pair within each set."""
    parts = [one.examples(seed) for seed, one in enumerate(sets)]
    table, right, weight = (np.concatenate(column) for column in zip(*parts, strict=True))
    weights, bias = fit(table, right, weight, 1e-5)
    return PairModel(tuple(float(round(w, 4)) for w in weights), round(bias, 4))


def likeness(one: Labelled, model: PairModel) -> Floats:
    """The log-odds of every two reports."""
    found: Floats = one.table.astype(np.float64) @ np.array(model.weights) + model.bias
    return np.maximum(found, FLOOR)


def group_examples(one: Labelled, model: PairModel) -> tuple[list[Floats], list[float]]:
    """The merges of the tree whose sides are each of one story: measures, and whether right.

    Of triples, merges that make more than three are left out: no right one is among them.
    """
    alike = likeness(one, model)
    members = [[at] for at in range(len(alike))]
    triples = int(one.topics.max()) > 100
    tables, right = [], []
    for left, other in merges(alike):
        a, b = members[left], members[other]
        members.append(a + b)
        sides = {one.stories[n] for n in a}, {one.stories[n] for n in b}
        if all(len(side) == 1 for side in sides) and not (triples and len(a + b) > 3):
            tables.append(measure(alike[np.ix_(a, b)]))
            right.append(float(sides[0] == sides[1]))
    return tables, right


def thinned(one: Labelled, rng: np.random.Generator) -> Labelled:
    """Some reports of each story, often few or none: folders are seldom even."""
    by_story = defaultdict(list)
    for at, story in enumerate(one.stories):
        by_story[story].append(at)
    kept: list[int] = []
    for _, reports in sorted(by_story.items()):
        size = int(rng.integers(0, len(reports) + 1))
        if rng.random() < 0.5:
            size = min(size, int(rng.integers(1, 5)))
        kept += sorted(rng.choice(reports, size, replace=False).tolist())
    return one.only(sorted(kept))


def fit_groups(halves: Sequence[tuple[PairModel, Sequence[Labelled]]]) -> GroupModel:
    """The group model, on sets that the pair model beside them was not made from."""
    rng = np.random.default_rng(0)
    tables, right, weight = [], [], []
    for model, sets in halves:
        for one in sets:
            triples = int(one.topics.max()) > 100
            for draw in range(_DRAWS if not triples else 2):
                found, labels = group_examples(one if draw == 0 else thinned(one, rng), model)
                tables += found
                right += labels
                weight += [0.25 if triples else 1.0 if draw == 0 else 1 / (_DRAWS - 1)] * len(found)
    weights, bias = fit(np.array(tables), np.array(right), np.array(weight), 1e-4)
    return GroupModel(tuple(float(round(w, 4)) for w in weights), round(bias, 4))


def train(news: Labelled, triples: Sequence[Labelled]) -> tuple[PairModel, GroupModel]:
    """Both models; the group model learns on sets that its pair model has not seen."""
    topics = sorted(set(news.topics.tolist()))
    sides = [np.flatnonzero(np.isin(news.topics, topics[n::2])) for n in (0, 1)]
    halves = []
    for mine, yours in ((0, 1), (1, 0)):
        model = fit_pairs([news.only(sides[mine]), *triples[mine::2]])
        halves.append((model, [news.only(sides[yours]), *triples[yours::2]]))
    return shifted((fit_pairs([news, *triples]), fit_groups(halves)), BAR)


def score(one: Labelled, models: tuple[PairModel, GroupModel]) -> tuple[Floats, float]:
    """B-cubed precision, recall and F1, and the part of the stories found whole."""
    found = part(likeness(one, models[0]), models[1])
    label = {at: str(n) for n, group in enumerate(found) for at in group}
    names = [label[at] for at in range(len(one.stories))]
    pieces = defaultdict(set)
    for name, story in zip(names, one.stories, strict=True):
        pieces[story].add(name)
    whole = sum(len(p) == 1 for p in pieces.values()) / len(pieces)
    return np.array(b_cubed(names, one.stories.tolist())), whole


def shifted(models: tuple[PairModel, GroupModel], by: float) -> tuple[PairModel, GroupModel]:
    """The models with the bar for groups raised."""
    return models[0], GroupModel(models[1].weights, models[1].bias - by)


def check(news: Labelled, triples: Sequence[Labelled], held_out: Labelled) -> None:
    """Scores on topics that were not trained on, by how high the bar is."""
    rng = np.random.default_rng(9)
    for parity in (1, 0):
        mine = news.only(np.flatnonzero(news.topics % 2 == parity))
        yours = news.only(np.flatnonzero(news.topics % 2 != parity))
        models = train(mine, triples)
        few = [thinned(yours, rng) for _ in range(6)]
        few_neus = [thinned(held_out, rng) for _ in range(3)]
        for bar in np.arange(-1.0, 1.6, 0.25):
            at = shifted(models, float(bar))
            full, _ = score(yours, at)
            thin = np.mean([score(one, at)[0] for one in few], axis=0)
            other, whole = score(held_out, at)
            thin_neus = np.mean([score(one, at)[0] for one in few_neus], axis=0)
            print(
                f"odd={parity} bar {bar:5.2f} ecb P {full[0]:.3f} R {full[1]:.3f} F {full[2]:.3f}"
                f" thinned {thin[2]:.3f} | neus P {other[0]:.3f} F {other[2]:.3f} whole {whole:.3f}"
                f" thinned {thin_neus[2]:.3f}"
            )
        print(models[1])


def _held_out() -> Labelled:
    rows = load_neus()
    traits = tuple(read_traits(n, t) for n, (t, _) in enumerate(rows))
    numbers = [1000 + int(story) for _, story in rows]
    return Labelled(traits, np.array([story for _, story in rows]), np.array(numbers))


def write(models: tuple[PairModel, GroupModel], path: Path) -> None:
    """The weights as numbers by name."""
    text = {
        kind: {"weights": dict(zip(names, model.weights, strict=True)), "bias": model.bias}
        for kind, names, model in zip(("pair", "group"), (FEATURES, MEASURES), models, strict=True)
    }
    path.write_text(json.dumps(text, indent=1) + "\n", "utf-8")


def main() -> None:
    """Train, and check or write."""
    options = argparse.ArgumentParser(description="Train the models of stories.")
    options.add_argument("--check", action="store_true")
    news, triples = ecb(), neus()
    if options.parse_args().check:
        check(news, triples, _held_out())
        return
    models = train(news, triples)
    write(models, Path(stemma.lineage.__path__[0]) / "story_model.json")
    print(score(news, models), score(_held_out(), models))


if __name__ == "__main__":
    main()
