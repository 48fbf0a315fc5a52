"""Inside the parser worker: a page of a PDF → a picture of it, and how each page begins."""

import base64
import json
import struct
import zlib
from typing import Any, Final

from onrecord.model.failure import Unreadable

_WIDEST_PX: Final = 1000
_TALLEST_PX: Final = 2000
_HEAD: Final = 60
_MOST_PAGES: Final = 5000


def draw_pdf_page(content: bytes) -> dict[str, str | None]:
    """The page named by the number before the first line break of `content`, as a PNG in base64."""
    number, _, pdf = content.partition(b"\n")
    file = _open_pdf(pdf)
    try:
        if not 1 <= int(number) <= len(file):
            raise Unreadable("no_page", "the PDF has no such page", "choose another page")
        page = file[int(number) - 1]
        width, height = page.get_size()
        scale = min(_WIDEST_PX / max(width, 1), _TALLEST_PX / max(height, 1))
        pixels = page.render(scale=scale, rev_byteorder=True, no_smoothpath=False).to_numpy()
        return {"png": base64.b64encode(write_png(pixels)).decode()}
    finally:
        file.close()


def begin_pdf_pages(content: bytes) -> dict[str, str | None]:
    """The first words of each page, as a JSON list."""
    file = _open_pdf(content)
    try:
        heads = []
        for number in range(min(len(file), _MOST_PAGES)):
            layer = file[number].get_textpage()
            text = layer.get_text_range(0, min(layer.count_chars(), 4 * _HEAD))
            heads.append(text.strip().replace("\r\n", "\n").replace("\r", "\n")[:_HEAD])
        return {"heads": json.dumps(heads)}
    finally:
        file.close()


def _open_pdf(content: bytes) -> Any:  # noqa: ANN401 - of a foreign library without types
    import pypdfium2  # type: ignore[import-untyped]

    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise Unreadable("damaged", "the PDF cannot be drawn", "open the original") from error


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
