"""The demo's dossier, made once."""

from __future__ import annotations

import pytest

from tests.demo.scoring import Dossier, demo_dossier


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    """The program's dossier of the demo corpus."""
    return demo_dossier()
