"""One process that runs foreign parsers, killed when it takes too long; and its far side.

Messages are a length of eight bytes and that many bytes: first the media type, then the content;
back comes JSON. The worker ends when its input does, so it never outlives the one who started it.
"""

import atexit
import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from typing import IO

from onrecord.documents.parsing import PARSERS, Parsed
from onrecord.model.failure import Unreadable

LIMIT_S = 20.0
_MEMORY_BYTES = 3_000_000_000


class ParserWorker:
    """A parser process that is started when needed and again when it died. Safe among threads."""

    def __init__(self, *, limit_s: float = LIMIT_S) -> None:
        self._limit_s = limit_s
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def parse(self, media_type: str, content: bytes) -> Parsed:
        """What the parser of that media type makes of the content.

        Raises:
            Unreadable: the parser refuses it, takes too long, or dies on it.
        """
        with self._lock:
            process = self._running()
            expired = threading.Event()
            clock = threading.Timer(self._limit_s, _end, (process, expired))
            clock.daemon = True
            clock.start()
            try:
                answer = _ask(process, media_type, content)
            finally:
                clock.cancel()
            if answer is None:
                self.close()
        if answer is None:
            raise _timeout(self._limit_s) if expired.is_set() else _crashed()
        return _open_answer(answer)

    def close(self) -> None:
        """End the process, if there is one of ours."""
        process, self._process = self._process, None
        if process is not None and self._owner == os.getpid():
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    _given(pipe).close()

    def _running(self) -> subprocess.Popen[bytes]:
        alive = self._process is not None and self._owner == os.getpid()
        if self._process is not None and alive and self._process.poll() is None:
            return self._process
        self.close()
        self._process = subprocess.Popen(  # noqa: S603 - our own module, no words of a document
            [sys.executable, "-m", "onrecord.documents.worker", str(int(self._limit_s) + 5)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        self._owner = os.getpid()
        return self._process


SHARED = ParserWorker()
atexit.register(SHARED.close)


def serve_parsers(source: IO[bytes], sink: IO[bytes], *, limit_s: int) -> None:
    """Answer requests until the source ends."""
    while (media_type := _read_message(source)) is not None:
        content = _read_message(source)
        if content is None:
            return
        if hasattr(signal, "alarm"):
            signal.alarm(limit_s)
        _write_message(sink, _answer(media_type.decode(), content))
        if hasattr(signal, "alarm"):
            signal.alarm(0)


def _answer(media_type: str, content: bytes) -> bytes:
    try:
        answer: dict[str, object] = {"parsed": PARSERS[media_type](content)}
    except Unreadable as refusal:
        answer = {"refused": [refusal.kind, refusal.reason, refusal.remedy]}
    except MemoryError:
        answer = {"refused": ["too_complex", "the file needs too much memory", _PLAIN_COPY]}
    except Exception as error:  # noqa: BLE001 - a foreign parser
        answer = {
            "refused": ["damaged", f"the parser failed ({type(error).__name__})", _PLAIN_COPY]
        }
    return json.dumps(answer).encode()


_PLAIN_COPY = "save it as plain text and add that"


def _open_answer(answer: bytes) -> Parsed:
    opened = json.loads(answer)
    if "refused" in opened:
        raise Unreadable(*opened["refused"])
    parsed: Parsed = opened["parsed"]
    return parsed


def _ask(process: subprocess.Popen[bytes], media_type: str, content: bytes) -> bytes | None:
    """The answer, or `None` when the process ended instead."""
    try:
        _write_message(_given(process.stdin), media_type.encode())
        _write_message(_given(process.stdin), content)
        return _read_message(_given(process.stdout))
    except OSError:
        return None


def _end(process: subprocess.Popen[bytes], expired: threading.Event) -> None:
    expired.set()
    process.kill()


def _given(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise OSError("no pipe")
    return pipe


def _read_message(source: IO[bytes]) -> bytes | None:
    head = source.read(8)
    if len(head) < 8:
        return None
    length = int.from_bytes(head, "big")
    message = source.read(length)
    return message if len(message) == length else None


def _write_message(sink: IO[bytes], message: bytes) -> None:
    sink.write(len(message).to_bytes(8, "big"))
    sink.write(message)
    sink.flush()


def _timeout(limit_s: float) -> Unreadable:
    return Unreadable("timeout", f"reading it took over {limit_s:g} seconds", _PLAIN_COPY)


def _crashed() -> Unreadable:
    return Unreadable("crashed", "the parser died on it", _PLAIN_COPY)


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _bound_memory()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve_parsers(sys.stdin.buffer, answers, limit_s=int(sys.argv[1]))
