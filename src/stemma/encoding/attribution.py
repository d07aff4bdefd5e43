"""The attribution model: which words anchor an attribution, and what part each word has in it.

Two graphs run on ONNX Runtime. The encoder (MiniLM, 8-bit weights) reads one window of words; the
frame head reads the window again from each anchor. One window at a time: the scale of what is
quantised at run time then depends on that window alone, so a report's reading never depends on
the reports beside it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from stemma.encoding.pieces import Pieces

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

WEIGHTS = Path(__file__).with_name("weights")
ENCODER, FRAMES = "attribution-encoder.onnx", "attribution-frames.onnx"
TOKENIZER = "tokenizer.json"


@dataclass(frozen=True, slots=True)
class Scores:
    """What the encoder makes of a window: `anchors` (words, 3) are the probabilities that a word
    anchors none, an outer or an inner attribution; the states are the frame head's input.
    """

    anchors: NDArray[np.float32]
    seen: NDArray[np.float32]
    seeing: NDArray[np.float32]


class AttributionModel:
    """The weights, loaded once; 25 MB on disk.

    Raises `OSError` where they are missing.
    """

    def __init__(self, folder: Path = WEIGHTS) -> None:
        missing = [n for n in (TOKENIZER, ENCODER, FRAMES) if not (folder / n).exists()]
        if missing:
            raise OSError(f"{folder} lacks {', '.join(missing)}: install Stemma again")
        self._pieces = Pieces(folder / TOKENIZER)
        self._encoder = open_session(folder / ENCODER)
        self._frames = open_session(folder / FRAMES)
        self.version = _version(folder)

    def scores(self, words: Sequence[str], traits: NDArray[np.int64]) -> Scores:
        """Read a window of at most 120 words; `traits`: (traits, words)."""
        cut = self._pieces.cut(words)
        anchors, seen, seeing = self._encoder.run(
            None,
            {
                "pieces": np.array([cut.ids], np.int64),
                "traits": cut.spread(traits)[:, None],
                "first": np.array([cut.first], np.int64),
            },
        )
        return Scores(_softmax(anchors[0]), seen, seeing[0])

    def roles(
        self, scores: Scores, anchors: Sequence[int], links: NDArray[np.int64]
    ) -> NDArray[np.float32]:
        """Probabilities of no role, source, cue and content: (anchors, words, 4).

        `links`: (links, anchors, words).
        """
        found = self._frames.run(
            None,
            {"seen": scores.seen, "seeing": scores.seeing[list(anchors)], "links": links},
        )
        return _softmax(found[0])


def _version(folder: Path) -> str:
    """The first twelve digits of the weights' SHA-256."""
    digest = hashlib.sha256()
    for name in (ENCODER, FRAMES):
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:12]


def open_session(file: Path) -> InferenceSession:
    """A graph ready to run, on one thread."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])


def _softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    shares: NDArray[np.float32] = raised / raised.sum(-1, keepdims=True)
    return shares
