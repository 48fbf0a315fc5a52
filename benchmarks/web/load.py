"""A running workbench → how long its answers take under a mixed load of several clients."""

import http.client
import random
import re
import threading
import time
import urllib.parse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Answered:
    """One request: its kind, seconds until the last byte, status, and bytes."""

    kind: str
    seconds: float
    status: int
    size: int


@dataclass(slots=True)
class Client:
    """One person's browser: one connection, one cookie, no pauses."""

    address: str
    key: str
    cookie: str = ""
    _connection: http.client.HTTPConnection = field(init=False)

    def __post_init__(self) -> None:
        self._connection = http.client.HTTPConnection(self.address, timeout=120)
        self._connection.request("GET", self.key)
        answer = self._connection.getresponse()
        answer.read()
        self.cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]

    def get(self, kind: str, path: str) -> tuple[Answered, str]:
        """Opens one address."""
        began = time.perf_counter()
        self._connection.request("GET", path, headers={"Cookie": self.cookie})
        answer = self._connection.getresponse()
        content = answer.read()
        taken = time.perf_counter() - began
        return Answered(kind, taken, answer.status, len(content)), content.decode(
            "utf-8", "replace"
        )


@dataclass(frozen=True, slots=True)
class Known:
    """What a person can open: identifiers and words met while looking around."""

    base: str
    incidents: Sequence[str]
    documents: Sequence[str]
    words: Sequence[str]
    months: Sequence[str]


def look_around(client: Client, base: str, *, seed: int) -> Known:
    """Walks through lists, far ahead too, and notes what can be opened."""
    rng = random.Random(seed)  # noqa: S311 - a repeatable mix
    incidents: list[str] = []
    documents: list[str] = []
    words: set[str] = set()
    for page in (1, 2, 3, *(rng.randrange(4, 2000) for _ in range(12))):
        _, text = client.get("look", f"{base}/incidents?page={page}")
        incidents += re.findall(rf"{re.escape(base)}/i/(i-[0-9a-f]+)", text)
        words.update(re.findall(r"\b[A-Z][a-z]{5,12}\b", text))
        _, text = client.get("look", f"{base}/d?page={page}")
        documents += re.findall(rf"{re.escape(base)}/d/([\w-]+)", text)
    months = [f"20{year}-{month:02}" for year in range(18, 22) for month in range(1, 13)]
    return Known(base, sorted({*incidents}), sorted({*documents}), sorted(words), months)


def choose(known: Known, rng: random.Random) -> tuple[str, str]:
    """One request of the mix: its kind and address."""
    base = known.base
    month = rng.choice(known.months)
    word = urllib.parse.quote(rng.choice(known.words))
    kinds: list[tuple[int, str, Callable[[], str]]] = [
        (24, "incident", lambda: f"{base}/i/{rng.choice(known.incidents)}"),
        (18, "document", lambda: f"{base}/d/{rng.choice(known.documents)}"),
        (10, "incidents", lambda: f"{base}/incidents"),
        (8, "incidents, far page", lambda: f"{base}/incidents?page={rng.randrange(2, 400)}"),
        (8, "incidents of a month", lambda: f"{base}/incidents?from={month}-01&to={month}-28"),
        (6, "incidents with words", lambda: f"{base}/incidents?q={word}"),
        (4, "incidents that differ", lambda: f"{base}/incidents?state=differ&sort=killed"),
        (8, "search", lambda: f"{base}/search?q={word}"),
        (5, "documents", lambda: f"{base}/d"),
        (3, "overview", lambda: f"{base}/"),
        (3, "review", lambda: f"{base}/review"),
        (2, "tallies", lambda: f"{base}/t"),
        (1, "log", lambda: f"{base}/log"),
    ]
    _, kind, write = rng.choices(kinds, weights=[weight for weight, _, _ in kinds])[0]
    return kind, write()


def load(
    open_client: Callable[[], Client], known: Known, *, clients: int, requests: int, seed: int
) -> list[Answered]:
    """All answers to a mixed load of `clients` who each send `requests` one after another."""
    found: list[Answered] = []
    lock = threading.Lock()

    def work(number: int) -> None:
        client = open_client()
        rng = random.Random(seed * 1000 + number)  # noqa: S311 - a repeatable mix
        mine = [client.get(*choose(known, rng))[0] for _ in range(requests)]
        with lock:
            found.extend(mine)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def group(found: Sequence[Answered]) -> Iterator[tuple[str, list[float]]]:
    """Seconds by kind, most frequent kinds first."""
    kinds = sorted({one.kind for one in found}, key=lambda k: (-sum(o.kind == k for o in found), k))
    for kind in kinds:
        yield kind, sorted(one.seconds for one in found if one.kind == kind)
