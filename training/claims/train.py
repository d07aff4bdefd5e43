"""Train the pair model of claims.

    python -m training.claims.train --minilm FOLDER --out RUN [--without DOMAIN ...] [--epochs N]

FOLDER holds `model.safetensors` and `tokenizer.json` of all-MiniLM-L6-v2. Prints the loss, and
after each epoch how well the dev part's labels are met; the running average of the weights is
kept in RUN/model.pt.
"""

from __future__ import annotations

import argparse
import copy
import pickle
import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR

from eval.pair_sets import SEEN_DOMAINS, Example, lines, naturals, summedits
from eval.pairs import average_precision, balanced
from training.claims.material import Material, edits_of, sentences
from training.claims.model import PairModel, Shape, load_minilm, pooled

_BATCH = 32
_LONGEST = 200  # pieces of both texts
_RATE = 1.5e-4
_AVERAGED = 0.998
_SEED = 5
_EVEN = 0.5


class Codes:
    """Texts as word pieces."""

    def __init__(self, file: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(file))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(_LONGEST)

    def pair(self, example: Example) -> tuple[list[int], list[int], list[float] | None]:
        """Pieces, their sides, and which of them are altered words of `b`."""
        cut = self._tokenizer.encode(example.a, example.b)
        if example.altered is None:
            return cut.ids, cut.type_ids, None
        altered = [
            float(side == 1 and any(s < e2 and s2 < e for s2, e2 in example.altered))
            for side, (s, e) in zip(cut.type_ids, cut.offsets, strict=True)
        ]
        return cut.ids, cut.type_ids, altered


def batch_of(
    examples: Sequence[Example], codes: Codes
) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Pieces, sides, mask, targets (rows, 4) and which pieces are altered; NaN: not known."""
    cut = [codes.pair(e) for e in examples]
    size = -(-max(len(ids) for ids, _, _ in cut) // 16) * 16
    pieces = torch.zeros(len(cut), size, dtype=torch.long)
    sides = torch.zeros_like(pieces)
    altered = torch.full(pieces.shape, float("nan"))
    targets = torch.full((len(cut), 4), float("nan"))
    for n, ((ids, side, changed), e) in enumerate(zip(cut, examples, strict=True)):
        pieces[n, : len(ids)] = torch.tensor(ids)
        sides[n, : len(ids)] = torch.tensor(side)
        if changed is not None:
            altered[n, : len(ids)] = torch.tensor(changed)
        known = (e.same, e.changed)
        way = (None, None) if e.strength is None else (e.strength == 1, e.strength == -1)
        for k, value in enumerate((*known, *way)):
            if value is not None:
                targets[n, k] = float(value)
    mask = torch.where(pieces > 0, 0.0, -1e9)
    return pieces, sides, mask, targets, altered


def loss_of(model: PairModel, examples: Sequence[Example], codes: Codes) -> Tensor:
    """The mean surprise at what is known."""
    pieces, sides, mask, targets, altered = batch_of(examples, codes)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        judged, of_pieces = model(pieces, sides, mask)
    return _surprise(judged.float(), targets) + 0.3 * _surprise(of_pieces.float(), altered, 4.0)


def _surprise(logits: Tensor, targets: Tensor, weight: float = 1.0) -> Tensor:
    known = ~targets.isnan()
    if not known.any():
        return logits.sum() * 0
    return nn.functional.binary_cross_entropy_with_logits(
        logits[known], targets[known], pos_weight=torch.tensor(weight)
    )


def judge(model: PairModel, examples: Sequence[Example], codes: Codes) -> np.ndarray:
    """Probabilities of `JUDGED` (pairs, 4)."""
    model.eval()
    found = np.zeros((len(examples), 4), np.float32)
    order = sorted(range(len(examples)), key=lambda n: len(examples[n].a) + len(examples[n].b))
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for at in range(0, len(order), 64):
            chosen = order[at : at + 64]
            pieces, sides, mask, _, _ = batch_of([examples[n] for n in chosen], codes)
            found[chosen] = model(pieces, sides, mask)[0].float().sigmoid().numpy()
    model.train()
    return found


def embed(model: PairModel, texts: Sequence[str], codes: Codes) -> np.ndarray:
    """Unit vectors of texts, as MiniLM has them before training."""
    model.eval()
    found = np.zeros((len(texts), 384), np.float32)
    order = sorted(range(len(texts)), key=lambda n: len(texts[n]))
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for at in range(0, len(order), 64):
            chosen = order[at : at + 64]
            alone = [Example(texts[n], "", None, None) for n in chosen]
            pieces, _, mask, _, _ = batch_of(alone, codes)
            states = model.states(pieces, torch.zeros_like(pieces), mask).float()
            found[chosen] = nn.functional.normalize(pooled(states, (mask == 0).long())).numpy()
    model.train()
    return found


def show(model: PairModel, codes: Codes, unseen: Sequence[str]) -> None:
    """Print what dev and the unseen domains make of the model."""
    dev = [n for n in naturals() if n.part == "dev"]
    scores = judge(model, [n.example for n in dev], codes)
    same = np.array([n.label == "yes" for n in dev])
    told = np.array([n.label != "no" for n in dev])
    changed = np.array([bool(n.example.changed) for n in dev])
    print(
        f"dev {len(dev)}: same AP {average_precision(scores[:, 0], same):.3f}"
        f" at .5 {balanced(scores[:, 0] >= _EVEN, same):.3f}",
        f"changed AP {average_precision(scores[told, 1], changed[told]):.3f} of {changed.sum()}",
        flush=True,
    )
    for domain in unseen:
        rows = summedits([domain])
        found = judge(model, rows, codes)[:, 1]
        truth = np.array([e.changed == 1 for e in rows])
        print(f"{domain} {balanced(found >= _EVEN, truth):.3f}", flush=True)


def fit(
    model: PairModel, material: Material, codes: Codes, epochs: int, unseen: Sequence[str]
) -> PairModel:
    """Train; the running average of the weights is what is given back."""
    rng = random.Random(_SEED)
    torch.manual_seed(_SEED)
    for table in (model.words, model.positions, model.sides):
        table.weight.requires_grad_(False)
    steps = epochs * (len(material.epoch(random.Random(0))) // _BATCH)
    head = [*model.judge.parameters(), *model.altered.parameters()]
    body = [*model.layers.parameters(), *model.norm.parameters()]
    optimiser = AdamW(
        [{"params": body, "lr": _RATE}, {"params": head, "lr": 5 * _RATE}], weight_decay=0.01
    )
    rate = LambdaLR(
        optimiser, lambda n: min((n + 1) / (0.06 * steps), max(0.0, (steps - n) / steps))
    )
    kept = copy.deepcopy(model)
    began, step = time.monotonic(), 0
    for epoch in range(epochs):
        for chosen in batches(material.epoch(rng), rng):
            loss = loss_of(model, chosen, codes)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            rate.step()
            step += 1
            share = min(_AVERAGED, step / (step + 20))
            with torch.no_grad():
                for mean, now in zip(kept.parameters(), model.parameters(), strict=True):
                    mean.lerp_(now, 1 - share)
            if step % 50 == 0:
                print(
                    f"{step}/{steps} {loss.item():.3f} {time.monotonic() - began:.0f} s", flush=True
                )
        print("epoch", epoch + 1, flush=True)
        show(kept, codes, unseen)
    return kept


def batches(examples: Sequence[Example], rng: random.Random) -> list[list[Example]]:
    """Batches of texts of like length, in a random order."""
    noisy = sorted(examples, key=lambda e: len(e.a) + len(e.b) + rng.random() * 60)
    found = [list(noisy[at : at + _BATCH]) for at in range(0, len(noisy), _BATCH)]
    rng.shuffle(found)
    return found


def prepare(model: PairModel, codes: Codes, folder: Path, domains: Sequence[str]) -> Material:
    """Sentences, vectors and edits, kept in the folder; labelled pairs of the train part."""
    file = folder / "material.pkl"
    if not file.exists():
        from stemma.reading.parser import load_parser

        known = sentences(lines())
        vectors = embed(model, [s.text for s in known], codes)
        file.write_bytes(pickle.dumps((known, vectors, edits_of(known, load_parser(), _SEED))))
    known, vectors, edits = pickle.loads(file.read_bytes())  # noqa: S301  (written above)
    labelled = [n.example for n in naturals() if n.part == "train"]
    return Material(known, vectors, edits, labelled, summedits(domains))


def main() -> None:
    """Prepare, train, keep."""
    options = argparse.ArgumentParser(description="Train the pair model of claims.")
    options.add_argument("--minilm", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--without", nargs="*", default=[], help="further domains left out")
    options.add_argument("--epochs", type=int, default=3)
    given = options.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    codes = Codes(given.minilm / "tokenizer.json")
    model = PairModel(Shape())
    load_minilm(model, load_file(given.minilm / "model.safetensors"))
    domains = [d for d in SEEN_DOMAINS if d not in given.without]
    material = prepare(model, codes, given.out, domains)
    unseen = ["ectsum", "samsum", *given.without]
    kept = fit(model, material, codes, given.epochs, unseen)
    torch.save(kept.state_dict(), given.out / "model.pt")


if __name__ == "__main__":
    main()
