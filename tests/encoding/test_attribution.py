"""The attribution model: what it gives, and that nothing but a window decides it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.encoding.attribution import AttributionModel, Scores

WORDS = "Brenner said on Monday that the old port , she feared , would close .".split()


@pytest.fixture(scope="module")
def model() -> AttributionModel:
    """The weights that ship."""
    return AttributionModel()


def scores(model: AttributionModel, words: list[str]) -> Scores:
    """The scores of words whose traits are not known."""
    return model.scores(words, np.zeros((5, len(words)), np.int64))


def test_scores_are_probabilities(model: AttributionModel) -> None:
    """Each word has three anchor probabilities, and four of roles from each anchor."""
    found = scores(model, WORDS)
    assert found.anchors.shape == (len(WORDS), 3)
    roles = model.roles(found, [1, 10], np.zeros((5, 2, len(WORDS)), np.int64))
    assert roles.shape == (2, len(WORDS), 4)
    for shares in (found.anchors, roles):
        assert np.allclose(shares.sum(-1), 1, atol=1e-5)


@settings(max_examples=20, deadline=None)
@given(company=st.lists(st.sampled_from(WORDS), min_size=1, max_size=120))
def test_company_changes_nothing(model: AttributionModel, company: list[str]) -> None:
    """A window gives the same numbers, bit for bit, whatever was read before it."""
    alone = scores(model, WORDS)
    scores(model, company)
    again = scores(model, WORDS)
    assert alone.anchors.tobytes() == again.anchors.tobytes()
    assert alone.seen.tobytes() == again.seen.tobytes()


def test_anchors_are_read_apart(model: AttributionModel) -> None:
    """The roles from one anchor do not depend on the other anchors that are asked for."""
    found = scores(model, WORDS)
    links = np.zeros((5, 3, len(WORDS)), np.int64)
    together = model.roles(found, [1, 4, 10], links)
    apart = [model.roles(found, [k], links[:, :1])[0] for k in (1, 4, 10)]
    assert np.allclose(together, np.stack(apart), atol=0.02)


def test_missing_weights_say_what_to_do(tmp_path: Path) -> None:
    """Without its weights the model says that Stemma should be installed again."""
    with pytest.raises(OSError, match="install Stemma again"):
        AttributionModel(tmp_path)
