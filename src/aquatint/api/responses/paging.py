"""What several endpoints share: JSON bodies, query parameters of lists, pages of items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from aquatint.api.documents import DocumentReply
from aquatint.api.responses.fields import FIELDS
from aquatint.api.responses.items import Shower
from aquatint.api.services import Services
from aquatint.api.wire.body import read_json
from aquatint.api.wire.fields import Fields
from aquatint.api.wire.kinds import Choice, Whole, shortened
from aquatint.api.wire.limits import Limits
from aquatint.api.wire.patience import patiently
from aquatint.errors import UnsupportedContentType
from aquatint.spool import discard
from aquatint.store.records import Page

DEFAULT_LIMIT, MOST = 20, 100
_NO_PROFILE: object = None
_LIMITS = Limits(json_bytes=32 * 1024 * 1024, parts=256)
"""Threads that are sent along in full are longer than prompts."""


@dataclass(frozen=True, slots=True)
class Paging:
    """Which page of a list is wanted."""

    after: str | None
    limit: int
    ascending: bool


async def read_body(request: Request, services: Services) -> Fields:
    """A JSON body with its pictures in spool files, which the caller owns. Raises `PublicError`."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        found = f"'{shortened(kind)}'" if kind else "none"
        raise UnsupportedContentType(f"Unsupported content type: {found}. Expected 'application/json'.")
    return await read_json(patiently(request.stream()), services.spool, _LIMITS, bare=True)


def read_paging(request: Request, *, default: int = DEFAULT_LIMIT, most: int = MOST) -> Paging:
    """``after``, ``limit`` and ``order``. Raises `PublicError`."""
    query = request.query_params
    limit = Whole(1, most).read("limit", query.get("limit", str(default)), "form", None)  # type: ignore[arg-type]
    order = Choice(lambda _: ("asc", "desc")).read("order", query.get("order", "desc"), "form", None)  # type: ignore[arg-type]
    return Paging(query.get("after"), limit, order == "asc")


def read_include(request: Request) -> Sequence[str]:
    """``include`` or ``include[]``. Raises `PublicError`."""
    query = request.query_params
    values = [value for name, value in query.multi_items() if re.fullmatch(r"include(\[\d*\])?", name)]
    included: Sequence[str] = FIELDS["include"].kind.read("include", values, "json", _NO_PROFILE)
    return included


async def page_reply(services: Services, page: Page, include: Sequence[str]) -> Response:
    """A page of items as the official lists look."""
    shower = Shower(services, include)
    try:
        data = await shower.show(page.items)
    except BaseException:
        discard(*shower.files)
        raise
    value = {
        "object": "list",
        "data": data,
        "first_id": page.items[0].id if page.items else None,
        "last_id": page.items[-1].id if page.items else None,
        "has_more": page.has_more,
    }
    return DocumentReply(value, owned=shower.files)
