"""The attribution model in PyTorch: a MiniLM encoder over words with traits, and a frame head.

The encoder reads a window of words and says of each whether it anchors an attribution. The frame
head then looks at the whole window from one anchor and gives each word a role in that anchor's
attribution, as a semantic role labeller does from its predicate: so one source can serve several
cues, and content can be interrupted. The head sees the way through the dependency parse from the
anchor to the word (after Roth & Lapata, ACL 2016).
"""

from __future__ import annotations

from dataclasses import dataclass, field

import torch
from torch import Tensor, nn

ANCHORS = ("none", "outer", "inner")
ROLES = ("none", "source", "cue", "content")


@dataclass(frozen=True, slots=True)
class MiniLM:
    """Sizes of MiniLM-L6-H384."""

    vocabulary: int = 30522
    positions: int = 512
    width: int = 384
    inner: int = 1536
    layers: int = 6
    heads: int = 12


@dataclass(frozen=True, slots=True)
class Shape(MiniLM):
    """Sizes of the model: the encoder's, and those of the frame head."""

    frame: int = 128
    frame_layers: int = 2
    traits: dict[str, int] = field(default_factory=dict)
    links: dict[str, int] = field(default_factory=dict)


class Attention(nn.Module):
    """Self-attention written out: the fused kernel is slower on a CPU at these sizes.

    Its weights are not dropped out, which would cost a quarter of the training time.
    """

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.output = nn.Linear(width, width)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Mixed states; `mask` is added to every score of a position."""
        rows, size, width = x.shape
        shape = (rows, size, self.heads, width // self.heads)
        query, key, value = (
            layer(x).view(shape).transpose(1, 2) for layer in (self.query, self.key, self.value)
        )
        scores = query @ key.transpose(2, 3) * (width // self.heads) ** -0.5
        if mask is not None:
            scores = scores + mask[:, None, None, :]
        mixed = scores.softmax(-1) @ value
        return self.output(mixed.transpose(1, 2).reshape(rows, size, width))


class Layer(nn.Module):
    """A transformer layer with the norm behind each part, as BERT has it."""

    def __init__(self, width: int, inner: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.attention = Attention(width, heads)
        self.attention_norm = nn.LayerNorm(width, eps=1e-12)
        self.inner = nn.Linear(width, inner)
        self.outer = nn.Linear(inner, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """The states one layer on."""
        x = self.attention_norm(x + self.dropout(self.attention(x, mask)))
        inner = nn.functional.gelu(self.inner(x))
        return self.norm(x + self.dropout(self.outer(inner)))


class Encoder(nn.Module):
    """Word pieces and the traits of their words to one state a word and its anchor scores."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        width = shape.width
        self.words = nn.Embedding(shape.vocabulary, width)
        self.positions = nn.Embedding(shape.positions, width)
        self.traits = nn.ModuleList(nn.Embedding(n, width) for n in shape.traits.values())
        for table in self.traits:
            nn.init.normal_(table.weight, std=0.002)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(
            Layer(width, shape.inner, shape.heads, dropout) for _ in range(shape.layers)
        )
        self.dropout = nn.Dropout(dropout)
        self.anchor = nn.Sequential(
            nn.Linear(width, shape.frame), nn.GELU(), nn.Linear(shape.frame, len(ANCHORS))
        )
        self.seen = nn.Linear(width, shape.frame)
        self.seeing = nn.Linear(width, shape.frame)

    def forward(
        self, pieces: Tensor, traits: Tensor, first: Tensor, mask: Tensor | None
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Anchor scores (rows, words, 3), and the states as seen and as seeing (rows, words, n).

        `pieces`: (rows, pieces); `traits`: (traits, rows, pieces), those of the piece's word;
        `first`: (rows, words), the first piece of each word; `mask`: 0 or -inf a piece.
        """
        at = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.positions(at)[None]
        for table, trait in zip(self.traits, traits, strict=True):
            x = x + table(trait)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        x = x.gather(1, first[:, :, None].expand(-1, -1, x.shape[2]))
        x = self.dropout(x)
        return self.anchor(x), self.seen(x), self.seeing(x)


class Frames(nn.Module):
    """Each word's role in the attribution of one anchor."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        width = shape.frame
        self.links = nn.ModuleList(nn.Embedding(n, width) for n in shape.links.values())
        for table in self.links:
            nn.init.normal_(table.weight, std=0.1)
        self.norm = nn.LayerNorm(width)
        self.near = nn.Conv1d(width, width, 3, padding=1)
        self.layers = nn.ModuleList(
            Layer(width, 2 * width, 4, dropout) for _ in range(shape.frame_layers)
        )
        self.role = nn.Linear(width, len(ROLES))
        self.dropout = nn.Dropout(dropout)

    def forward(self, seen: Tensor, seeing: Tensor, links: Tensor, mask: Tensor | None) -> Tensor:
        """Role scores (anchors, words, 4).

        `seen`: (anchors, words, n), or one row for all; `seeing`: (anchors, n); `links`:
        (links, anchors, words).
        """
        x = seen + seeing[:, None]
        for table, link in zip(self.links, links, strict=True):
            x = x + table(link)
        x = self.dropout(self.norm(x))
        x = x + nn.functional.gelu(self.near(x.transpose(1, 2)).transpose(1, 2))
        for layer in self.layers:
            x = layer(x, mask)
        return self.role(x)


class Tagger(nn.Module):
    """Encoder and frame head together, as they are trained."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.encoder = Encoder(shape)
        self.frames = Frames(shape)


def load_minilm(encoder: Encoder, weights: dict[str, Tensor]) -> None:
    """Fill the encoder with MiniLM's published weights (names as in its safetensors file)."""
    own = encoder.state_dict()
    own["words.weight"].copy_(weights["embeddings.word_embeddings.weight"])
    kinds = weights["embeddings.token_type_embeddings.weight"][0]
    own["positions.weight"].copy_(weights["embeddings.position_embeddings.weight"] + kinds)
    load_layers(own, weights, len(encoder.layers))


def load_layers(own: dict[str, Tensor], weights: dict[str, Tensor], layers: int) -> None:
    """Fill the norm of a model's input and its `layers` with MiniLM's published weights."""
    for part in ("weight", "bias"):
        own[f"norm.{part}"].copy_(weights[f"embeddings.LayerNorm.{part}"])
        for k in range(layers):
            for ours, theirs in _LAYER.items():
                name = f"encoder.layer.{k}.{theirs}.{part}"
                own[f"layers.{k}.{ours}.{part}"].copy_(weights[name])


_LAYER = {
    "attention.query": "attention.self.query",
    "attention.key": "attention.self.key",
    "attention.value": "attention.self.value",
    "attention.output": "attention.output.dense",
    "attention_norm": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "norm": "output.LayerNorm",
}
