"""Inside the parser worker: a page of a PDF → a picture of it."""

import struct
import zlib
from typing import Any, Final

from onrecord.model.failure import Unreadable

_WIDEST_PX: Final = 1000
_TALLEST_PX: Final = 2000


def draw_page(file: Any, number: int) -> bytes:  # noqa: ANN401 - of a foreign library without types
    """A page of an open PDF, from 1, as a PNG.

    Raises:
        Unreadable: there is no such page.
    """
    if not 1 <= number <= len(file):
        raise Unreadable("no_page", "the PDF has no such page", "choose another page")
    page = file[number - 1]
    width, height = page.get_size()
    scale = min(_WIDEST_PX / max(width, 1), _TALLEST_PX / max(height, 1))
    return write_png(page.render(scale=scale, rev_byteorder=True, no_smoothpath=False).to_numpy())


def write_png(pixels: Any) -> bytes:  # noqa: ANN401 - an array of a foreign library
    """Rows of pixels (height × width × 1, 3 or 4 channels of a byte) as a PNG (ISO/IEC 15948)."""
    height, width, channels = pixels.shape
    if channels == 4:
        pixels, channels = pixels[:, :, :3], 3
    colour = {1: 0, 3: 2}[channels]
    rows = b"".join(b"\0" + row.tobytes() for row in pixels)
    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in parts)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
