"""The named alternatives to the project's own search for reuse, each by its quickest way.

Both are given sets of word 5-shingles, words being what `str.split` gives: the quickest there is.
(Words by a regular expression, without their punctuation, cost rensa a quarter of its speed and
raise its recall by .03.) What they find are candidate pairs: no containment, no passages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec

Pair = tuple[int, int]

_PERMUTATIONS = 128


def shingles(text: str) -> set[str]:
    """Every five words in a row, in lower case."""
    words = text.lower().split()
    return set(map(" ".join, zip(words, words[1:], words[2:], words[3:], words[4:], strict=False)))


def with_datasketch(texts: Sequence[str]) -> set[Pair]:
    """`datasketch.MinHashLSH`, 128 permutations, threshold .5, a text's shingles in one batch."""
    return _with_datasketch(texts, batch=True)


def with_datasketch_loop(texts: Sequence[str]) -> set[Pair]:
    """The same with one `update` a shingle, as its front page shows it."""
    return _with_datasketch(texts, batch=False)


def _with_datasketch(texts: Sequence[str], *, batch: bool) -> set[Pair]:
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=0.5, num_perm=_PERMUTATIONS)
    hashes = []
    for at, text in enumerate(texts):
        minhash = MinHash(num_perm=_PERMUTATIONS)
        encoded = [shingle.encode() for shingle in shingles(text)]
        if batch:
            minhash.update_batch(encoded)
        else:
            for shingle in encoded:
                minhash.update(shingle)
        index.insert(at, minhash)
        hashes.append(minhash)
    return {(a, b) for a, minhash in enumerate(hashes) for b in index.query(minhash) if a < b}


def with_rensa(texts: Sequence[str]) -> set[Pair]:
    """`rensa.RMinHashLSH`, 128 permutations in 32 bands (a Jaccard of about .5)."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=0.5, num_perm=_PERMUTATIONS, num_bands=32)
    hashes = RMinHash.from_token_sets((shingles(text) for text in texts), _PERMUTATIONS, 42)
    index.insert_many(hashes)
    return {(a, b) for a, found in enumerate(index.query_all(hashes)) for b in found if a < b}


RIVALS: Mapping[str, Callable[[Sequence[str]], set[Pair]]] = {
    "datasketch": with_datasketch,
    "datasketch, one by one": with_datasketch_loop,
    "rensa": with_rensa,
}


def installed(rival: str) -> bool:
    """Whether the alternative is there to be measured."""
    return find_spec(rival.split(",", maxsplit=1)[0]) is not None
