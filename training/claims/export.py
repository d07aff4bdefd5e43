"""Turn a trained pair model into the graph that ships, its logits calibrated.

    python -m training.claims.export --model RUN/model.pt --minilm FOLDER [--out FOLDER]

Each logit is scaled and shifted so that its probabilities fit the dev part's labels (Platt 1999);
stronger and weaker get one scale and shift, for what is stronger one way is weaker the other.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import torch
from torch import Tensor, nn

from eval.pair_sets import Example, naturals
from stemma.encoding.attribution import WEIGHTS
from stemma.encoding.pairs import PAIRS
from training.attribution.export import quantise
from training.claims.model import PairModel, Shape
from training.claims.train import Codes, batch_of


class Calibrated(nn.Module):
    """The model's probabilities for one pair, which needs no mask."""

    def __init__(self, model: PairModel, scale: Tensor, shift: Tensor) -> None:
        super().__init__()
        self.model = model
        self.register_buffer("scale", scale)
        self.register_buffer("shift", shift)

    def forward(self, pieces: Tensor, sides: Tensor) -> Tensor:
        """Probabilities of `JUDGED` (1, 4)."""
        return torch.sigmoid(self.model(pieces, sides, None)[0] * self.scale + self.shift)


def calibrate(model: PairModel, codes: Codes) -> tuple[Tensor, Tensor]:
    """Scale and shift of each logit, fitted on the dev part.

    Whether a fact is changed keeps the odds of training, where about half of all pairs are: of
    natural pairs too few are for a fit.
    """
    dev = [n.example for n in naturals() if n.part == "dev"]
    dev += [e.turned() for e in dev]
    logits, targets = _logits(model, dev, codes)
    way = torch.cat([logits[:, 2], logits[:, 3]]), torch.cat([targets[:, 2], targets[:, 3]])
    same, strength = _platt(logits[:, 0], (targets[:, 0] == 1).float()), _platt(*way)
    fits = (same, (1.0, 0.0), strength, strength)
    return torch.tensor([scale for scale, _ in fits]), torch.tensor([shift for _, shift in fits])


def _logits(model: PairModel, found: list[Example], codes: Codes) -> tuple[Tensor, Tensor]:
    parts = []
    with torch.no_grad():
        for at in range(0, len(found), 64):
            pieces, sides, mask, targets, _ = batch_of(found[at : at + 64], codes)
            parts.append((model(pieces, sides, mask)[0], targets))
    return torch.cat([x for x, _ in parts]), torch.cat([t for _, t in parts])


def _platt(logits: Tensor, targets: Tensor) -> tuple[float, float]:
    known = ~targets.isnan()
    x, y = logits[known], targets[known]
    fit = torch.tensor([1.0, 0.0], requires_grad=True)
    steps = torch.optim.LBFGS([fit], max_iter=100)

    def loss() -> Tensor:
        steps.zero_grad()
        found = nn.functional.binary_cross_entropy_with_logits(x * fit[0] + fit[1], y)
        found.backward()
        return found

    steps.step(loss)
    return float(fit[0].detach()), float(fit[1].detach())


def main() -> None:
    """Calibrate, export, and say how large the graph is."""
    options = argparse.ArgumentParser(description="Write the graph that ships.")
    options.add_argument("--model", type=Path, required=True)
    options.add_argument("--minilm", type=Path, required=True)
    options.add_argument("--out", type=Path, default=WEIGHTS)
    given = options.parse_args()
    model = PairModel(Shape())
    model.load_state_dict(torch.load(given.model))
    model.eval()
    scale, shift = calibrate(model, Codes(given.minilm / "tokenizer.json"))
    print("scale", scale.tolist(), "shift", shift.tolist())
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / PAIRS
        torch.onnx.export(
            Calibrated(model, scale, shift).eval(),
            (torch.zeros(1, 9, dtype=torch.long), torch.tensor([[0] * 5 + [1] * 4])),
            whole,
            input_names=["pieces", "sides"],
            output_names=["judged"],
            dynamic_axes={"pieces": {1: "pieces"}, "sides": {1: "pieces"}},
            dynamo=False,
        )
        quantise(whole, given.out / PAIRS)
    print(PAIRS, (given.out / PAIRS).stat().st_size, "bytes")


if __name__ == "__main__":
    main()
