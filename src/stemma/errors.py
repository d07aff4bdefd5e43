"""Every error that Stemma raises, each named by what the caller does next.

StemmaError
├── ChangeInput      what was given cannot be used: change it and call again
└── RefuseDossier    a result broke a law: nothing was written, nothing may be sent
"""


class StemmaError(Exception):
    """The root of all errors raised on purpose."""


class ChangeInput(StemmaError):
    """What the caller gave cannot be used; the message says what to give instead."""


class RefuseDossier(StemmaError):
    """A dossier failed its own check (a span, a reference, the schema).

    `faults` lists every failure found, one line each.
    """

    def __init__(self, faults: list[str]) -> None:
        super().__init__(f"{len(faults)} check(s) failed; the first: {faults[0]}")
        self.faults = faults
