"""The one place where a step that fails is caught and noted, so that the rest is still read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

_Found = TypeVar("_Found")
_MOST_LIMITS = 40  # lines; a hostile report must not fill the dossier


@dataclass(slots=True)
class Guard:
    """What could not be read, and why, one line each."""

    limits: list[str] = field(default_factory=list)

    def run(self, step: str, do: Callable[[], _Found]) -> _Found | None:
        """What `do` returns, or `None` with a line in `limits` where it fails."""
        try:
            return do()
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            if len(self.limits) < _MOST_LIMITS:
                self.limits.append(f"{step} not measured: {type(error).__name__}: {error}"[:200])
            return None
