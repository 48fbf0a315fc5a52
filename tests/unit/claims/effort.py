"""How much a text costs, for tests of what grows with its length."""

import gc
import time
from collections.abc import Callable


def measure_effort(read: Callable[[str], object], text: str) -> float:
    """The least processor seconds of three readings, none of them held up by the collector."""
    gc.collect()
    gc.disable()
    try:
        return min(_time(read, text) for _ in range(3))
    finally:
        gc.enable()


def _time(read: Callable[[str], object], text: str) -> float:
    started = time.process_time()
    read(text)
    return time.process_time() - started
