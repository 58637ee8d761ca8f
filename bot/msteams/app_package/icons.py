"""The two icons: steps that rise to a point, drawn here, so that their colour follows the settings."""

import struct
import zlib
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

COLOUR_SIZE, OUTLINE_SIZE = 192, 32

_STEPS = ((0.08, 0.28, 0.66), (0.40, 0.60, 0.46), (0.72, 0.92, 0.26))  # left, right and top of each, within a square of side 1
_FLOOR = 0.94
_POINT = (0.82, 0.11, 0.085)  # the middle and the radius of the dot above the last step
_FINER = 8  # so many looks per pixel and direction smooth the edges
_STORED = 0  # the level of zlib that compresses nothing, and so gives the same bytes with every release of it


def colour_icon(accent: str) -> bytes:
    """192 by 192 (PNG): white on the accent colour, the drawing within the middle half, as Teams cuts the corners."""
    drawn = _drawn(COLOUR_SIZE, 0.25)
    ground = np.array([int(accent[at : at + 2], 16) for at in (1, 3, 5)], dtype=np.float64)
    pixels = ground + (255.0 - ground) * drawn[:, :, None]
    return _png(pixels.round().astype(np.uint8), 2)


def outline_icon() -> bytes:
    """32 by 32 (PNG): white on nothing."""
    alpha = (_drawn(OUTLINE_SIZE, 0.06) * 255.0).round().astype(np.uint8)
    white = np.full((OUTLINE_SIZE, OUTLINE_SIZE, 3), 255, dtype=np.uint8)
    return _png(np.dstack([white, alpha]), 6)


def _drawn(size: int, margin: float) -> NDArray[np.float64]:
    """How much of each pixel is covered, from 0 to 1."""
    finer = size * _FINER
    places = ((np.arange(finer) + 0.5) / finer - margin) / (1.0 - 2.0 * margin)
    across, down = places[None, :], places[:, None]
    covered = np.zeros((finer, finer), dtype=bool)
    for left, right, top in _STEPS:
        covered |= (left <= across) & (across <= right) & (top <= down) & (down <= _FLOOR)
    x, y, radius = _POINT
    covered |= (across - x) ** 2 + (down - y) ** 2 <= radius**2
    whole: NDArray[np.float64] = covered.reshape(size, _FINER, size, _FINER).mean(axis=(1, 3))
    return whole


def _png(pixels: NDArray[np.uint8], kind: int) -> bytes:
    """A PNG of 8 bits a channel; `kind` is 2 for red, green and blue, 6 with transparency."""
    height, width = pixels.shape[:2]
    rows = b"".join(b"\0" + row.tobytes() for row in pixels)
    header = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunks(((b"IHDR", header), (b"IDAT", zlib.compress(rows, _STORED)), (b"IEND", b""))))


def _chunks(parts: Iterable[tuple[bytes, bytes]]) -> Iterable[bytes]:
    for name, body in parts:
        yield struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
