"""Unpacking under a budget: what grows too large or too fast is refused before it is there; what is cut or damaged is told."""

from __future__ import annotations

import zlib
from typing import NamedTuple

from factcheck.errors import DocumentError
from factcheck.limits import RATIO_COUNTS_FROM, LimitReached, Limits

GZIP = b"\x1f\x8b"
_MEMBER = b"\x1f\x8b\x08"
_CHUNK = 1 << 18
_GZIP_STREAM = 16 + zlib.MAX_WBITS


class Unpacked(NamedTuple):
    """The bytes, and what was lost of them, each a reason."""

    data: bytes
    lost: tuple[str, ...] = ()


class Allowance:
    """How much may still come out of one file, counted over all that is packed in it."""

    def __init__(self, limits: Limits, packed: int) -> None:
        self._limits, self._packed, self._out = limits, max(1, packed), 0

    def take(self, size: int) -> None:
        """Count what came out; raises LimitReached once it is too much."""
        self._out += size
        if self._out > self._limits.inflated_bytes:
            raise LimitReached("inflated-bytes", self._limits, "grows too large when it is unpacked")
        if self._out > RATIO_COUNTS_FROM and self._out > self._packed * self._limits.inflation_ratio:
            raise LimitReached("inflation-ratio", self._limits, "grows too fast when it is unpacked")


def inflate(data: bytes, allowance: Allowance, bits: int) -> tuple[bytes, bytes, bool]:
    """One stream: what came out, what follows it, and whether it was whole; zlib.error if it is damaged."""
    stream, out = zlib.decompressobj(bits), []
    left = data
    while not stream.eof:
        piece = stream.decompress(left, _CHUNK)
        left = stream.unconsumed_tail
        if piece:
            allowance.take(len(piece))
            out.append(piece)
        elif not left:
            break
    return b"".join(out), stream.unused_data, stream.eof


def gunzip(data: bytes, limits: Limits) -> Unpacked:
    """All members of a gzip file. Behind a damaged one the search goes on at the next."""
    allowance, out, lost = Allowance(limits, len(data)), [], []
    members = broken = 0
    left = data
    while left.startswith(GZIP):
        members += 1
        try:
            piece, behind, whole = inflate(left, allowance, _GZIP_STREAM)
        except zlib.error:
            piece, behind, whole = _rescued(left, limits), b"", True
            broken += 1
            at = left.find(_MEMBER, 2)
            behind = left[at:] if at > 0 else b""
        out.append(piece)
        if not whole:
            lost.append("is cut off: the gzip archive ends in the middle")
        left = behind.lstrip(b"\0")
    if broken:
        lost.append(f"is damaged: {broken:,} of {members:,} part{'s' if members > 1 else ''} of the gzip archive cannot be unpacked whole")
    if left:
        lost.append(f"holds {len(left):,} bytes behind its gzip archive that were not read")
    if not any(out):
        raise DocumentError(lost[0] if lost else "is empty")
    return Unpacked(b"".join(out), tuple(lost))


def _rescued(data: bytes, limits: Limits) -> bytes:
    """What comes out of a damaged member before the damage."""
    stream, out, allowance = zlib.decompressobj(_GZIP_STREAM), [], Allowance(limits, len(data))
    step, at = _CHUNK, 0
    while at < len(data):
        before = stream.copy() if step > 1 else stream
        try:
            piece = stream.decompress(data[at : at + step])
        except zlib.error:
            if step == 1:
                break
            stream, step = before, max(1, step // 64)  # closer and closer to the damage
            continue
        allowance.take(len(piece))
        out.append(piece)
        at += step
    return b"".join(out)
