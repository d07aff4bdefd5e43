from __future__ import annotations

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemma import codec
from stemma.dossier.verify import verify
from stemma.model.document import Document

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)


@given(data=st.binary(max_size=80) | JSON.map(lambda value: json.dumps(value).encode()))
@settings(max_examples=100)
def test_anything_gives_faults_and_no_traceback(data: bytes) -> None:
    """Whatever is given, the answer is a list of lines, and for what is no dossier not empty."""
    found = verify(data)
    assert found
    assert all(isinstance(line, str) for line in found)


@given(draw=st.data())
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # the document is frozen
)
def test_a_dossier_with_anything_put_anywhere_never_raises(
    document: Document, draw: st.DataObject
) -> None:
    """A dossier in which any one value was replaced by any other is judged, not choked on."""
    plain = json.loads(codec.encode(document))
    place = plain
    for _ in range(draw.draw(st.integers(1, 7))):
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = draw.draw(st.sampled_from(keys))
        if not isinstance(place[key], dict | list) or not place[key]:
            break
        place = place[key]
    keys = list(place) if isinstance(place, dict) else list(range(len(place)))
    place[draw.draw(st.sampled_from(keys))] = draw.draw(JSON)
    verify(json.dumps(plain).encode())


def test_a_missing_key_and_a_moved_span_are_both_told(document: Document) -> None:
    """Schema and laws are both checked; neither hides the other."""
    plain = json.loads(codec.encode(document))
    del plain["reports"][0]["url"]
    plain["statements"][0]["content"][0]["start"] += 1
    found = verify(json.dumps(plain).encode())
    assert any("$.reports[…].url: missing" in line for line in found)
    assert any("are others" in line for line in found)


def test_a_changed_letter_in_a_report_is_found(document: Document) -> None:
    """A text that was altered after the fact no longer carries its quotations."""
    data = codec.encode(document).replace(b"last resort", b"last retort", 1)
    assert verify(data)
