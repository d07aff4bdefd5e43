"""Train the attribution model on a CPU.

    python -m training.attribution.train --minilm FOLDER --out FOLDER [--epochs 6] [--threads 2]

FOLDER of `--minilm` holds `model.safetensors` and `tokenizer.json` of all-MiniLM-L6-v2. Prints
the score on PolNeAR's dev part after each epoch and leaves `model.pt` in the out folder.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn.functional import cross_entropy
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from eval.polnear import articles
from eval.relations import ROLES as ROLE_NAMES
from eval.relations import Grid, Tally, outermost
from stemma.encoding.pieces import Cut, Pieces
from stemma.reading.frames import Frame as Found
from stemma.reading.frames import find_frames
from stemma.reading.parser import load_parser
from stemma.reading.windows import LINKS, LONGEST_WINDOW, TRAITS, links
from training.attribution.data import Example, Frame, examples
from training.attribution.model import Shape, Tagger, load_minilm

SEED = 7
BATCH = 2600  # word pieces, the padding with them
NEIGHBOURS = 320  # windows sorted by length before they are cut into batches
ENCODER_RATE, HEAD_RATE = 2e-4, 1e-3
WARM_UP = 0.06  # of all steps
ROLE_WEIGHT = 0.3  # of the roles' loss beside the anchors'
NESTED_WEIGHT = 0.5
UNPARSED = 0.1  # share of windows that are seen without their parse, or without another trait
SHORT = 0.25  # share of documents that an epoch shows in short windows
SHORTEST_WINDOW = 40  # words
TOLD_WEIGHT = 0.15  # of words inside a content that the corpus does not mark
AVERAGED = 0.998  # how much of the running average of the weights a step keeps
ELSEWHERE = 0.2  # share of frames that are seen from another word of their cue
MOST_FALSE = 2  # likely words a window that anchor nothing, shown to the frame head
LEAST_LIKELY, FALSE_WEIGHT = 0.05, 0.5


@dataclass(frozen=True, slots=True)
class Item:
    """An example with its word pieces."""

    example: Example
    cut: Cut


def items(found: Sequence[Example], pieces: Pieces) -> list[Item]:
    """Every example as the encoder takes it."""
    return [Item(example, pieces.cut(example.window.words)) for example in found]


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded tensors of some items."""

    pieces: Tensor
    traits: Tensor
    first: Tensor
    piece_mask: Tensor
    word_mask: Tensor


def collate(chosen: Sequence[Item], rng: random.Random | None) -> Batch:
    """Pad items to one length; with `rng`, some of them lose their parse."""
    size = -(-max(len(i.cut.ids) for i in chosen) // 32) * 32
    words = max(len(i.cut.first) for i in chosen)
    pieces = torch.zeros(len(chosen), size, dtype=torch.long)
    traits = torch.zeros(len(TRAITS), len(chosen), size, dtype=torch.long)
    first = torch.zeros(len(chosen), words, dtype=torch.long)
    piece_mask = torch.full((len(chosen), size), -1e4)
    word_mask = torch.full((len(chosen), words), -1e4)
    for row, item in enumerate(chosen):
        cut = item.cut
        n = len(cut.ids)
        pieces[row, :n] = torch.tensor(cut.ids)
        piece_mask[row, :n] = 0
        first[row, : len(cut.first)] = torch.tensor(cut.first)
        word_mask[row, : len(cut.first)] = 0
        traits[:, row, :n] = torch.from_numpy(cut.spread(item.example.window.traits))
        for lost in ([0, 1], [2], [3]):
            if rng is not None and rng.random() < UNPARSED:
                traits[lost, row] = 0
    return Batch(pieces, traits, first, piece_mask, word_mask)


def batches(found: Sequence[Item], rng: random.Random) -> list[list[Item]]:
    """All items once, in batches of windows of like length, in any order."""
    order = list(found)
    rng.shuffle(order)
    made: list[list[Item]] = []
    for k in range(0, len(order), NEIGHBOURS):
        near = sorted(order[k : k + NEIGHBOURS], key=lambda item: len(item.cut.ids))
        first = 0
        for j in range(1, len(near) + 1):
            if j == len(near) or (j + 1 - first) * len(near[j].cut.ids) > BATCH:
                made.append(near[first:j])
                first = j
    rng.shuffle(made)
    return made


def loss_of(model: Tagger, chosen: Sequence[Item], rng: random.Random) -> Tensor:
    """Nats per attribution: of its anchor, and of its words' roles."""
    batch = collate(chosen, rng)
    scores, seen, seeing = model.encoder(batch.pieces, batch.traits, batch.first, batch.piece_mask)
    gold = torch.zeros(scores.shape[:2], dtype=torch.long)
    real = batch.word_mask == 0
    weight = real.float()
    for row, item in enumerate(chosen):
        weight[row, sorted(item.example.told)] = TOLD_WEIGHT
        for frame in item.example.frames:
            gold[row, frame.anchor] = 2 if frame.nested else 1
            weight[row, frame.anchor] = 1.0
    anchors = cross_entropy(scores.float().transpose(1, 2), gold, reduction="none")
    anchors = (anchors * weight).sum()
    count = max(1, int((gold > 0).sum()))
    with torch.no_grad():
        likely = scores.float().softmax(-1)[:, :, 1:].sum(-1)
    rows, columns, weights, linked, target = _pairs(chosen, likely, rng, gold.shape[1])
    if not rows:
        return anchors / count
    at = torch.tensor(rows)
    roles = model.frames(
        seen[at], seeing[at, torch.tensor(columns)], linked, batch.word_mask[at]
    ).float()
    each = cross_entropy(roles.transpose(1, 2), target, reduction="none")
    each = (each * real[at]).sum(1) * torch.tensor(weights)
    return anchors / count + ROLE_WEIGHT * each.sum() / count


def _pairs(
    chosen: Sequence[Item], likely: Tensor, rng: random.Random, size: int
) -> tuple[list[int], list[int], list[float], Tensor, Tensor]:
    """Anchors with their rows, weights, links and the roles that they give."""
    rows: list[int] = []
    columns: list[int] = []
    weights: list[float] = []
    linked: list[np.ndarray] = []
    targets: list[np.ndarray] = []
    for row, item in enumerate(chosen):
        shown = list(_shown(item, likely[row], rng))
        found = links(item.example.doc, item.example.window, [a for a, _, _ in shown])
        if rng.random() < UNPARSED:
            found[2:] = 0
        padded = np.zeros((len(LINKS), len(shown), size), np.int64)
        padded[:, :, : found.shape[2]] = found
        linked.append(padded)
        for anchor, frame, weight in shown:
            rows.append(row)
            columns.append(anchor)
            weights.append(weight)
            target = np.zeros(size, np.int64)
            if frame is not None:
                for k, role in enumerate((frame.source, frame.cue, frame.content), start=1):
                    target[list(role)] = k
            targets.append(target)
    if not rows:
        return [], [], [], torch.zeros(0), torch.zeros(0)
    return (
        rows,
        columns,
        weights,
        torch.from_numpy(np.concatenate(linked, 1)),
        torch.from_numpy(np.stack(targets)),
    )


def _shown(
    item: Item, likely: Tensor, rng: random.Random
) -> Iterator[tuple[int, Frame | None, float]]:
    """The anchors that the frame head sees: the marked ones, and some that look like one."""
    frames = item.example.frames
    cues = {k for frame in frames for k in frame.cue}
    for frame in frames:
        elsewhere = rng.random() < ELSEWHERE
        anchor = rng.choice(sorted(frame.cue)) if elsewhere else frame.anchor
        yield anchor, frame, NESTED_WEIGHT if frame.nested else 1.0
    size = len(item.cut.first)
    known = cues | item.example.told
    order = torch.argsort(likely[:size], descending=True)[:12].tolist()
    for k in [k for k in order if k not in known][:MOST_FALSE]:
        if likely[k] > LEAST_LIKELY:
            yield k, None, FALSE_WEIGHT


def find(model: Tagger, item: Item) -> list[Found]:
    """The frames that the model finds in a window."""
    batch = collate([item], None)
    window, doc = item.example.window, item.example.doc
    scores, seen, seeing = model.encoder(batch.pieces, batch.traits, batch.first, batch.piece_mask)

    def roles(anchors: Sequence[int]) -> np.ndarray:
        linked = torch.from_numpy(links(doc, window, anchors))
        found = model.frames(seen, seeing[0, list(anchors)], linked, None)
        return found.float().softmax(-1).numpy()

    return find_frames(scores[0].float().softmax(-1).numpy(), roles)


def evaluate(model: nn.Module, found: Sequence[Sequence[Item]]) -> Tally:
    """The tally over PolNeAR's dev part."""
    model.eval()
    tally = Tally()
    for report, group in zip(articles("dev"), found, strict=True):
        grid = Grid(report.text)
        gold = [grid.relation(*(roles[role] for role in ROLE_NAMES)) for roles in report.gold]
        relations = []
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            for item in group:
                doc, window = item.example.doc, item.example.window
                for frame in find(model, item):
                    spans = [
                        tuple(
                            (doc[i].idx, doc[i].idx + len(doc[i]))
                            for i in (window.tokens[k] for k in role)
                        )
                        for role in (frame.source, frame.cue, frame.content)
                    ]
                    relations.append(grid.relation(*spans))
        tally.add(gold, outermost(relations))
    return tally


def main() -> None:
    """Train, and say how it goes."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minilm", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--epochs", type=int, default=6)
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--limit", type=int, help="documents, for a trial")
    given = options.parse_args()
    torch.set_num_threads(given.threads)
    torch.manual_seed(SEED)
    parser = load_parser()
    pieces = Pieces(given.minilm / "tokenizer.json")
    train = [
        [items(doc, pieces) for doc in examples("train", parser, given.out, longest)[: given.limit]]
        for longest in (LONGEST_WINDOW, SHORTEST_WINDOW)
    ]
    dev = [items(doc, pieces) for doc in examples("dev", parser, given.out)]
    model = Tagger(Shape(traits=TRAITS, links=LINKS))
    load_minilm(model.encoder, load_file(given.minilm / "model.safetensors"))
    model.encoder.words.requires_grad_(requires_grad=False)
    model.encoder.positions.requires_grad_(requires_grad=False)
    fit(model, train, dev, given)


def epoch_of(train: list[list[list[Item]]], rng: random.Random) -> list[Item]:
    """Each document once, most in long windows and some in short ones."""
    long, short = train
    return [item for k in range(len(long)) for item in (short if rng.random() < SHORT else long)[k]]


def optimiser_of(model: Tagger, steps: int) -> tuple[AdamW, LambdaLR]:
    """AdamW with a rate of its own for what is new; warm-up, then linear decay."""
    own, new = [], []
    for name, weights in model.named_parameters():
        if weights.requires_grad:
            (own if name.startswith("encoder.layers") else new).append(weights)
    groups = [{"params": own, "lr": ENCODER_RATE}, {"params": new, "lr": HEAD_RATE}]
    optimiser = AdamW(groups, weight_decay=0.01)
    warm = WARM_UP * steps

    def rate(step: int) -> float:
        return min((step + 1) / warm, max(0.0, (steps - step) / (steps - warm)))

    return optimiser, LambdaLR(optimiser, rate)


def fit(
    model: Tagger, train: list[list[list[Item]]], dev: list[list[Item]], given: argparse.Namespace
) -> None:
    """Train for the epochs asked for; the weights kept are a running average."""
    rng = random.Random(SEED)
    planned = [batches(epoch_of(train, rng), rng) for _ in range(given.epochs)]
    steps = sum(len(epoch) for epoch in planned)
    optimiser, schedule = optimiser_of(model, steps)
    kept = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(AVERAGED))
    started, done, running = time.monotonic(), 0, 0.0
    for number, epoch in enumerate(planned, start=1):
        model.train()
        for chosen in epoch:
            with torch.autocast("cpu", torch.bfloat16):
                loss = loss_of(model, chosen, rng)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            kept.update_parameters(model)
            done += 1
            running += (loss.item() - running) / min(done, 50)
            if done % 100 == 0:
                spent = time.monotonic() - started
                print(f"{done}/{steps} loss {running:.3f} {spent:.0f} s", flush=True)
        torch.save(kept.module.state_dict(), given.out / "model.pt")
        if number % 2 and number < given.epochs:
            continue
        tally = evaluate(kept.module, dev)
        shown = ("relation", "jaccard", *ROLE_NAMES)
        figures = {name: [round(f, 3) for f in tally.figures(name)] for name in shown}
        print(f"epoch {number} {time.monotonic() - started:.0f} s {figures}", flush=True)


if __name__ == "__main__":
    main()
