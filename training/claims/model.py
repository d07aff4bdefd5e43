"""The pair model in PyTorch: MiniLM over two sentences, with heads for what relates them.

The two stand in one window, as in natural language inference (Devlin et al., NAACL 2019), so that
each word of one sees the words of the other. What is judged is pooled from both sides and from
their difference and product (Conneau et al., EMNLP 2017).
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from training.attribution.model import Layer, MiniLM, load_layers

JUDGED = ("same", "changed", "stronger", "weaker")


@dataclass(frozen=True, slots=True)
class Shape(MiniLM):
    """Sizes of MiniLM, and of the layer between its states and the judgement."""

    between: int = 192


class PairModel(nn.Module):
    """Word pieces of two sentences to four logits, and one a piece: whether it is altered."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        width = shape.width
        self.words = nn.Embedding(shape.vocabulary, width)
        self.positions = nn.Embedding(shape.positions, width)
        self.sides = nn.Embedding(2, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(
            Layer(width, shape.inner, shape.heads, dropout) for _ in range(shape.layers)
        )
        self.dropout = nn.Dropout(dropout)
        self.judge = nn.Sequential(
            nn.Linear(5 * width, shape.between), nn.GELU(), nn.Linear(shape.between, len(JUDGED))
        )
        self.altered = nn.Linear(width, 1)

    def states(self, pieces: Tensor, sides: Tensor, mask: Tensor | None) -> Tensor:
        """The state of each piece (rows, pieces, width); `mask`: 0 or -inf a piece."""
        at = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.positions(at)[None] + self.sides(sides)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def forward(self, pieces: Tensor, sides: Tensor, mask: Tensor | None) -> tuple[Tensor, Tensor]:
        """Logits of `JUDGED` (rows, 4), and of each piece's being altered (rows, pieces).

        `pieces`, `sides`: (rows, pieces); a piece's side is 0 or 1; `mask`: 0 or -inf a piece.
        """
        x = self.states(pieces, sides, mask)
        there = torch.ones_like(pieces) if mask is None else (mask == 0).long()
        one, two = (pooled(x, there * (sides == side)) for side in (0, 1))
        seen = torch.cat([x[:, 0], one, two, (one - two).abs(), one * two], -1)
        return self.judge(self.dropout(seen)), self.altered(x)[:, :, 0]


def pooled(states: Tensor, kept: Tensor) -> Tensor:
    """The mean state of the pieces kept (rows, width)."""
    weight = kept.to(states.dtype)[:, :, None]
    return (states * weight).sum(1) / weight.sum(1).clamp(min=1)


def load_minilm(model: PairModel, weights: dict[str, Tensor]) -> None:
    """Fill the encoder with MiniLM's published weights (names as in its safetensors file)."""
    own = model.state_dict()
    for ours, theirs in (
        ("words", "word_embeddings"),
        ("positions", "position_embeddings"),
        ("sides", "token_type_embeddings"),
    ):
        own[f"{ours}.weight"].copy_(weights[f"embeddings.{theirs}.weight"])
    load_layers(own, weights, len(model.layers))
