"""How fast the reader reads, beside plain parsing of the same texts in the same run, and in how much memory.

    python benchmarks/reading.py [--shared ../shared] [--documents 300] [--gate 0]

Texts are local news pages with their chrome where the evaluation data is there, else generated
notes. `--gate N` also reads N documents with the gate open, and counts the claims that it lost.
One JSON line on standard output. Times are of one process; the ratio is what holds on any machine.
"""

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from onrecord.claims import Reader, load_party_book, make_reader
from onrecord.claims.analyzer import EnglishAnalyzer
from onrecord.claims.gazetteer import open_gazetteer
from onrecord.documents import read_document
from onrecord.model.document import Document
from onrecord.model.failure import Failed
from onrecord.sources import find_material

SHARED = Path(__file__).parents[1].parent / "shared"


def main() -> int:
    """Time reading and parsing in turn, and print both with their ratio."""
    options = _options()
    documents, name = _documents(Path(options.shared), options.documents)
    reader, analyzer = make_reader(), EnglishAnalyzer()
    reader.read(documents[0])
    list(analyzer.parse([(documents[0].text, 0)]))
    read_s = _time(documents, lambda document: reader.read(document))
    parse_s = _time(documents, lambda document: list(analyzer.parse([(document.text, 0)])))
    report: dict[str, object] = {
        "texts": name,
        "documents": len(documents),
        "characters": sum(len(document.text) for document in documents),
        "read_documents_per_second": round(len(documents) / read_s, 1),
        "parse_documents_per_second": round(len(documents) / parse_s, 1),
        "times_as_fast_as_plain_parsing": round(parse_s / read_s, 2),
        "peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    if options.gate:
        report.update(_lost_to_gate(documents[: options.gate], reader))
    print(json.dumps(report))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", default=str(SHARED), help="folder with bench/")
    parser.add_argument("--documents", type=int, default=300, help="how many texts")
    parser.add_argument("--gate", type=int, default=0, help="texts to read with the gate open too")
    return parser.parse_args()


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


def _time(documents: Sequence[Document], do: Callable[[Document], object]) -> float:
    started = time.process_time()
    for document in documents:
        do(document)
    return time.process_time() - started


def _lost_to_gate(documents: Sequence[Document], reader: Reader) -> dict[str, object]:
    """The claims that reading every paragraph finds and the gate keeps from the reader."""
    ungated = Reader(open_gazetteer(), load_party_book(), gate=lambda text: True)
    kept = lost = 0
    types: set[str] = set()
    for document in documents:
        known = {claim.id for claim in reader.read(document)}
        missed = [claim for claim in ungated.read(document) if claim.id not in known]
        kept, lost = kept + len(known), lost + len(missed)
        types |= {claim.type.value for claim in missed}
    return {"gate_kept_claims": kept, "gate_lost_claims": lost, "lost_types": sorted(types)}


if __name__ == "__main__":
    sys.exit(main())
