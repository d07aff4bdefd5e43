"""The pair model: whether two texts tell one thing, give a fact otherwise, or put it stronger.

One graph on ONNX Runtime: MiniLM over both texts, 8-bit weights, and a head for what is judged.
One pair at a time, for the scale of what is quantised at run time then depends on that pair
alone; two pairs at once, for the runtime lets go of Python's lock.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from stemma.encoding.attribution import TOKENIZER, WEIGHTS, open_session

if TYPE_CHECKING:
    from numpy.typing import NDArray

PAIRS = "claims-pairs.onnx"
LONGEST = 200
"""Word pieces of both texts that are read; of a longer pair the longer text is cut."""

_AT_ONCE = 2
_CHARACTERS = 1200  # of a text that are looked at; more than `LONGEST` pieces of any prose


@dataclass(frozen=True, slots=True)
class Judged:
    """Probabilities, calibrated on pairs that the weights never saw.

    `same`: both tell one thing as their main point. `changed`: a fact that both give is given
    otherwise. `stronger`, `weaker`: the second text puts it stronger or weaker than the first.
    """

    same: float
    changed: float
    stronger: float
    weaker: float


class PairModel:
    """The weights, loaded once; 23 MB on disk.

    Raises `OSError` where they are missing.
    """

    def __init__(self, folder: Path = WEIGHTS) -> None:
        missing = [n for n in (TOKENIZER, PAIRS) if not (folder / n).exists()]
        if missing:
            raise OSError(f"{folder} lacks {', '.join(missing)}: install Stemma again")
        from tokenizers import Tokenizer

        self._tokenizer: Tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(LONGEST)
        self._session = open_session(folder / PAIRS)
        self.version = hashlib.sha256((folder / PAIRS).read_bytes()).hexdigest()[:12]

    def name(self) -> dict[str, str]:
        """Name and version, as the dossier states them."""
        return {"stemma_claims": self.version}

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[Judged]:
        """What is to be said of each pair, in order; each as if it were judged alone."""
        if len(pairs) < 2 * _AT_ONCE:
            return [self._judge(pair) for pair in pairs]
        with ThreadPoolExecutor(_AT_ONCE) as workers:
            return list(workers.map(self._judge, pairs, chunksize=8))

    def _judge(self, pair: tuple[str, str]) -> Judged:
        one, other = pair
        cut = self._tokenizer.encode(one[:_CHARACTERS], other[:_CHARACTERS])
        given = {
            "pieces": np.array([cut.ids], np.int64),
            "sides": np.array([cut.type_ids], np.int64),
        }
        found: NDArray[np.float32] = self._session.run(None, given)[0][0]
        return Judged(*(round(float(share), 4) for share in found))
