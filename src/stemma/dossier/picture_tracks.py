"""Tracks for lines that could lie on one another, by the left-edge method of channel routing
(Hashimoto and Stevens 1971), in an order in which they cross little."""

from __future__ import annotations

from dataclasses import dataclass, field

STEP = 6
"""The distance between parallel lines, in CSS pixels."""

_PASSES = 8

Net = tuple[int, str]
"""The links of one unit in one style."""


@dataclass(frozen=True)
class Crossbar:
    """The heights at which a net that runs down a channel goes on to its left and its right."""

    left: list[int] = field(default_factory=list)
    right: list[int] = field(default_factory=list)

    @property
    def ends(self) -> tuple[int, int]:
        """The heights between which it runs."""
        return min(self.left + self.right), max(self.left + self.right)


def level(row: int, offset: int) -> int:
    """A height in a scale of 1000 a row, fine enough to tell lines of one row apart."""
    return 1000 * row + offset


def channel_tracks(channels: dict[int, dict[Net, Crossbar]]) -> dict[tuple[Net, int], int]:
    """The track of each net in each channel, from the left."""
    found: dict[tuple[Net, int], int] = {}
    for channel, nets in channels.items():
        ends = {net: bar.ends for net, bar in nets.items()}
        found |= {(net, channel): n for net, n in packed(_ordered(nets), ends).items()}
    return found


def _ordered(nets: dict[Net, Crossbar]) -> list[Net]:
    """Nets from left to right: neighbours change places as long as that saves crossings."""
    order = sorted(nets, key=lambda net: (len(nets[net].right), net))
    for _ in range(_PASSES):
        changed = False
        for n in range(len(order) - 1):
            one, other = nets[order[n]], nets[order[n + 1]]
            if _crossings(other, one) < _crossings(one, other):
                order[n : n + 2] = [order[n + 1], order[n]]
                changed = True
        if not changed:
            break
    return order


def _crossings(left: Crossbar, right: Crossbar) -> int:
    """How often two nets cross, one left of the other."""
    (low, high), (low2, high2) = left.ends, right.ends
    return sum(low2 < y < high2 for y in set(left.right)) + sum(
        low < y < high for y in set(right.left)
    )


def packed(order: list[Net], ends: dict[Net, tuple[int, int]]) -> dict[Net, int]:
    """The first track for each net, in `order`, on which no other lies where it does."""
    tracks: list[list[tuple[int, int]]] = []
    found: dict[Net, int] = {}
    for net in order:
        low, high = ends[net]
        fits = (
            number
            for number, track in enumerate(tracks)
            if all(high < other[0] - STEP or low > other[1] + STEP for other in track)
        )
        found[net] = next(fits, len(tracks))
        tracks += [[]] if found[net] == len(tracks) else []
        tracks[found[net]].append((low, high))
    return found
