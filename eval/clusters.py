"""B-cubed: how well found clusters fit gold ones (Bagga & Baldwin, 1998)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def b_cubed(found: Sequence[str], gold: Sequence[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of items' clusters, item by item in the same order."""
    both = Counter(zip(found, gold, strict=True))
    by_found, by_gold = Counter(found), Counter(gold)
    precision = sum(n * n / by_found[f] for (f, _), n in both.items()) / len(found)
    recall = sum(n * n / by_gold[g] for (_, g), n in both.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)
