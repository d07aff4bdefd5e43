"""Steps of one course: how far a measure has got, and whether a deed is done yet.

Where a measure's stage tells two reports apart, that a deed is done in one says no more.
"""

from __future__ import annotations

from stemma.claims.build import share
from stemma.claims.phases import find_phase_differences
from stemma.claims.stages import find_stage_differences
from stemma.claims.view import Setting, StoryView
from stemma.model.claim import Difference


def find_step_differences(
    view: StoryView, past: frozenset[int], setting: Setting
) -> list[Difference]:
    """Differences of stage in a story; `past` are tellings of what lies long before it."""
    stages = find_stage_differences(view, past, setting)
    phases = find_phase_differences(view, setting)
    return [*stages, *(d for d in phases if not any(share(d, known) for known in stages))]
