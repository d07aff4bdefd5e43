"""Quality floors: figures that a change may raise and must not lower."""

from __future__ import annotations

import json
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")


def held(figures: dict[str, float], update: bool) -> bool:
    """Whether no figure is under its floor; `update` raises floors and never lowers one."""
    floors: dict[str, float] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    under = [name for name, value in figures.items() if value < floors.get(name, 0.0)]
    for name in under:
        print(f"under its floor: {name} {figures[name]:.4f} < {floors[name]:.4f}")
    if update and not under:
        raised = floors | {name: int(value * 1000) / 1000 for name, value in figures.items()}
        FLOORS.write_text(json.dumps(raised, indent=2, sort_keys=True) + "\n")
    return not under
