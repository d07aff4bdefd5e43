"""Whether a file is a dossier that keeps its own laws."""

from __future__ import annotations

from stemma import codec
from stemma.dossier.check import faults
from stemma.errors import ChangeInput


def verify(data: bytes) -> list[str]:
    """What is wrong with `data` as a `dossier.json`: its schema first, then the laws.

    Empty where nothing is. Any bytes may be given; none raises.
    """
    try:
        document = codec.decode(data)
    except ChangeInput as fault:
        return [str(fault)]
    missing = [f"{path}: missing" for path in codec.missing_keys(data, document)]
    return [*missing, *faults(document)]
