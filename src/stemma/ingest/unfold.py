"""Taking gzip off, within limits."""

from __future__ import annotations

import zlib

from stemma.ingest.walk import Limits
from stemma.model.report import Rejection

GZIP = b"\x1f\x8b"
GZIP_WINDOW = 31  # zlib's code for a gzip wrapper with the largest window
CHUNK = 16_384
MEMBERS = 10_000


def unfold(file: str, data: bytes, limits: Limits) -> bytes | Rejection:
    """`data` as it is, or what its gzip members hold, one layer deep.

    Work stops at the limit, so that a small file can't unfold to fill the memory.
    """
    if not data.startswith(GZIP):
        return data
    most = min(limits.unfolded_bytes, max(len(data) * limits.ratio, 1_000_000))
    parts: list[bytes] = []
    position = size = members = 0
    while data.startswith(GZIP, position) and members < MEMBERS:
        member = zlib.decompressobj(GZIP_WINDOW)
        members += 1
        while not member.eof:
            chunk = data[position : position + CHUNK]
            try:
                parts.append(member.decompress(chunk, most - size + 1))
            except zlib.error:
                return _broken(file)
            size += len(parts[-1])
            if size > most:
                detail = f"unfolds to more than {most} bytes: unpack, check and split it"
                return Rejection(file=file, reason="oversized", detail=detail)
            position += len(chunk) - len(member.unused_data)
            if not chunk:
                return _broken(file)
    return b"".join(parts)


def _broken(file: str) -> Rejection:
    return Rejection(file=file, reason="malformed", detail="broken gzip data: pack it anew")
