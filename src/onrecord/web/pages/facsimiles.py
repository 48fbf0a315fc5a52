"""A PDF's pages beside their text: drawn when asked for, kept in memory only."""

import threading
from bisect import bisect_right
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from onrecord.documents.pages import draw_page, find_page_starts
from onrecord.model.document import Document
from onrecord.model.failure import Unreadable
from onrecord.model.identity import DocumentId
from onrecord.pipeline.views import CaseView
from onrecord.web.rendering import desk_of

PDF: Final = "application/pdf"


@dataclass(slots=True)
class _Kept:
    """The pictures and page starts last asked for."""

    most: int
    items: OrderedDict[tuple[str, int], object] = field(default_factory=OrderedDict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def find(self, key: tuple[str, int]) -> object | None:
        with self.lock:
            if key in self.items:
                self.items.move_to_end(key)
            return self.items.get(key)

    def keep(self, key: tuple[str, int], value: object) -> None:
        with self.lock:
            self.items[key] = value
            if len(self.items) > self.most:
                self.items.popitem(last=False)


_PICTURES: Final = _Kept(24)
_STARTS: Final = _Kept(200)


@dataclass(frozen=True, slots=True)
class Facsimile:
    """A page beside the text: its number from 1, and how many pages there are."""

    number: int
    pages: int

    @property
    def before(self) -> int:
        """The page before, 0 if there is none."""
        return self.number - 1

    @property
    def after(self) -> int:
        """The page after, 0 if there is none."""
        return self.number + 1 if self.number < self.pages else 0


def choose_page(view: CaseView, document: Document, asked: str, *, at: int) -> Facsimile | None:
    """The page asked for (`at`: the one that holds that place of the text); `None`: no page is shown."""
    if document.media_type != PDF or not asked:
        return None
    starts = _find_starts(view, document)
    if not starts:
        return None
    number = int(asked) if asked.isdecimal() and len(asked) < 6 else bisect_right(starts, at)
    return Facsimile(min(max(number, 1), len(starts)), len(starts))


@require_safe
def send_page(request: HttpRequest, case: str, id: str, number: int) -> HttpResponse:
    """A page of a document that is a PDF, as a picture."""
    with desk_of(request, case).view() as view:
        document = view.document(DocumentId(id))
        if document is None or document.media_type != PDF or number > 99_999:
            raise Http404(id)
        key = (str(document.original), number)
        picture = _PICTURES.find(key)
        if picture is None:
            try:
                picture = draw_page(view.original(document.original), number)
            except Unreadable as error:
                raise Http404(id) from error
            _PICTURES.keep(key, picture)
    return HttpResponse(picture, content_type="image/png")


def _find_starts(view: CaseView, document: Document) -> tuple[int, ...]:
    key = (str(document.original), 0)
    starts = _STARTS.find(key)
    if not isinstance(starts, tuple):
        try:
            starts = find_page_starts(view.original(document.original), document.text)
        except Unreadable:
            starts = ()
        _STARTS.keep(key, starts)
    return starts
