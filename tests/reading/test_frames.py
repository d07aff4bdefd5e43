"""Frames: what the model's probabilities amount to."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from stemma.reading.frames import find_frames

NONE, SOURCE, CUE, CONTENT = range(4)


def anchors(*likely: float) -> NDArray[np.float32]:
    """Anchor probabilities of words, all of the outer kind."""
    return np.array([[1 - p, p, 0] for p in likely], np.float32)


def roles(*words: Sequence[int]) -> NDArray[np.float32]:
    """Role probabilities that leave no doubt, a row an anchor."""
    told: NDArray[np.float32] = np.eye(4, dtype=np.float32)[np.array(words)]
    return told


def test_content_may_be_interrupted() -> None:
    """A cue and its source in the midst of content leave it in two parts of one frame."""
    told = roles([CONTENT, SOURCE, CUE, CONTENT])
    (frame,) = find_frames(anchors(0, 0, 0.9, 0), lambda _: told)
    assert (frame.source, frame.cue, frame.content) == ((1,), (2,), (0, 3))


def test_a_source_serves_two_cues() -> None:
    """Two anchors may name the same source."""
    told = roles([SOURCE, CUE, CONTENT, NONE, NONE], [SOURCE, NONE, NONE, CUE, CONTENT])
    found = find_frames(anchors(0, 0.9, 0, 0.8, 0), lambda _: told)
    assert [(f.source, f.cue, f.content) for f in found] == [((0,), (1,), (2,)), ((0,), (3,), (4,))]


def test_a_cue_serves_one_frame() -> None:
    """Of two anchors in one cue the likelier one stands."""
    told = roles([SOURCE, CUE, CUE, CONTENT], [NONE, CUE, CUE, CONTENT])
    (frame,) = find_frames(anchors(0, 0.9, 0.6, 0), lambda _: told)
    assert frame.anchor == 1
    assert frame.source == (0,)


def test_a_doubtful_source_is_better_than_none() -> None:
    """Where no word is likeliest a source, the one that may be is taken."""
    told = np.array([[[0.6, 0.4, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]], np.float32)
    (frame,) = find_frames(anchors(0, 0.9, 0), lambda _: told)
    assert frame.source == (0,)


def test_nothing_said_is_no_frame() -> None:
    """An anchor without content, or that is no part of its own cue, gives none."""
    assert not find_frames(anchors(0, 0.9), lambda _: roles([SOURCE, CUE]))
    assert not find_frames(anchors(0, 0.9), lambda _: roles([CONTENT, NONE]))


@given(data=st.data(), size=st.integers(1, 12))
def test_roles_never_overlap(data: st.DataObject, size: int) -> None:
    """Whatever the probabilities, a word has one role in a frame and cues are apart."""
    share = st.floats(0, 1, width=32)
    likely = np.array(data.draw(st.lists(share, min_size=size, max_size=size)), np.float32)
    scored = np.array(
        data.draw(st.lists(share, min_size=size * size * 4, max_size=size * size * 4)), np.float32
    ).reshape(size, size, 4)
    frames = find_frames(
        np.stack([1 - likely, likely, np.zeros_like(likely)], 1), lambda chosen: scored[chosen]
    )
    cues = [k for frame in frames for k in frame.cue]
    assert len(cues) == len(set(cues))
    for frame in frames:
        words = (*frame.source, *frame.cue, *frame.content)
        assert len(words) == len(set(words))
        assert frame.content
        assert frame.anchor in frame.cue
