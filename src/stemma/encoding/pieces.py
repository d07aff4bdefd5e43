"""Words cut into the word pieces that the encoder knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

_MOST_PIECES = 4  # of one word, so that a window of 120 words stays within the encoder's positions
_LONGEST_WORD = 40  # code points of a word that are looked at


@dataclass(frozen=True, slots=True)
class Cut:
    """Pieces of a window between its two end marks.

    `first` is the first piece of each word, `owner` the word of each piece (the end marks belong
    to the word behind the last one).
    """

    ids: tuple[int, ...]
    first: tuple[int, ...]
    owner: tuple[int, ...]

    def spread(self, traits: NDArray[np.int64]) -> NDArray[np.int64]:
        """Traits of words, a column a word, as those of their pieces; the end marks have none."""
        ends = np.zeros((len(traits), 1), np.int64)
        of_pieces: NDArray[np.int64] = np.concatenate([traits, ends], 1)[:, list(self.owner)]
        return of_pieces


class Pieces:
    """The tokenizer of the encoder."""

    def __init__(self, file: Path) -> None:
        from tokenizers import Tokenizer

        self._tokenizer: Tokenizer = Tokenizer.from_file(str(file))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        vocabulary = self._tokenizer.get_vocab()
        self._begin, self._end = vocabulary["[CLS]"], vocabulary["[SEP]"]
        self._unknown = vocabulary["[UNK]"]

    def cut(self, words: Sequence[str]) -> Cut:
        """The words as pieces; a word that is nothing to the tokenizer is an unknown one."""
        cut = self._tokenizer.encode_batch(
            [word[:_LONGEST_WORD] for word in words], add_special_tokens=False
        )
        ids, first, owner = [self._begin], [], [len(words)]
        for k, pieces in enumerate(cut):
            own = pieces.ids[:_MOST_PIECES] or [self._unknown]
            first.append(len(ids))
            ids += own
            owner += [k] * len(own)
        return Cut((*ids, self._end), tuple(first), (*owner, len(words)))
