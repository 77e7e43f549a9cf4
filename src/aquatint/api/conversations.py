"""``/v1/conversations`` and their items."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from aquatint.api.documents import DocumentReply
from aquatint.api.responses.content import GivenItem, read_items
from aquatint.api.responses.context import ContextReader, drop_kept, keep_pictures
from aquatint.api.responses.fields import Metadata
from aquatint.api.responses.items import Shower
from aquatint.api.responses.paging import page_reply, read_body, read_include, read_paging
from aquatint.api.services import Services
from aquatint.api.wire.fields import Fields
from aquatint.api.wire.kinds import shortened
from aquatint.errors import ConversationLocked, MissingParameter, NotFound, UnknownParameter
from aquatint.spool import discard
from aquatint.store.records import Page, StoredConversation, StoredItem
from aquatint.store.threads import Busy, NotThere

MOST_AT_ONCE = 20


async def create(request: Request, services: Services, project: str) -> Response:
    """``POST /v1/conversations``."""
    fields = await read_body(request, services) if await _has_body(request) else Fields("json")
    try:
        _only(fields, "items", "metadata")
        metadata = _metadata(fields)
        items = await _items(services, project, _given(fields))
        now = int(services.clock())
        made = await services.store.conversations.create(project, metadata, items, now)
    finally:
        fields.discard()
    return JSONResponse(conversation_object(made))


async def retrieve(services: Services, project: str, id: str) -> Response:
    """``GET /v1/conversations/{id}``."""
    return JSONResponse(conversation_object(await _find(services, project, id)))


async def update(request: Request, services: Services, project: str, id: str) -> Response:
    """``POST /v1/conversations/{id}``: its metadata."""
    fields = await read_body(request, services)
    try:
        _only(fields, "metadata")
        if "metadata" not in fields.values:
            raise MissingParameter("metadata")
        await services.store.conversations.set_metadata(project, id, _metadata(fields))
    except NotThere:
        raise _not_found(id) from None
    finally:
        fields.discard()
    return await retrieve(services, project, id)


async def delete(services: Services, project: str, id: str) -> Response:
    """``DELETE /v1/conversations/{id}``."""
    try:
        await services.store.drop(await services.store.conversations.delete(project, id))
    except NotThere:
        raise _not_found(id) from None
    return JSONResponse({"id": id, "object": "conversation.deleted", "deleted": True})


async def add_items(request: Request, services: Services, project: str, id: str) -> Response:
    """``POST /v1/conversations/{id}/items``."""
    fields = await read_body(request, services)
    try:
        _only(fields, "items")
        if "items" not in fields.values:
            raise MissingParameter("items")
        await _find(services, project, id)
        items = await _items(services, project, _given(fields))
        try:
            await services.store.conversations.add(project, id, items)
        except BaseException:
            await drop_kept(items, services)
            raise
    except NotThere:
        raise _not_found(id) from None
    except Busy:
        raise ConversationLocked from None
    finally:
        fields.discard()
    return await page_reply(services, Page(tuple(items), has_more=False), read_include(request))


async def list_items(request: Request, services: Services, project: str, id: str) -> Response:
    """``GET /v1/conversations/{id}/items``."""
    await _find(services, project, id)
    asked = read_paging(request)
    try:
        page = await services.store.pages.of_conversation(id, asked.after, asked.limit, ascending=asked.ascending)
    except NotThere:
        raise NotFound("Item", asked.after or "", param="after") from None
    return await page_reply(services, page, read_include(request))


async def get_item(request: Request, services: Services, project: str, id: str, item: str) -> Response:
    """``GET /v1/conversations/{id}/items/{item}``."""
    include = read_include(request)
    try:
        found = await services.store.conversations.item(project, id, item)
    except NotThere as missing:
        raise _missing(missing, id) from None
    shower = Shower(services, include)
    try:
        [shown] = await shower.show([found])
    except BaseException:
        discard(*shower.files)
        raise
    return DocumentReply(shown, owned=shower.files)


async def delete_item(services: Services, project: str, id: str, item: str) -> Response:
    """``DELETE /v1/conversations/{id}/items/{item}``; the reply is the conversation."""
    try:
        await services.store.drop(await services.store.conversations.delete_item(project, id, item))
    except NotThere as missing:
        raise _missing(missing, id) from None
    except Busy:
        raise ConversationLocked from None
    return await retrieve(services, project, id)


def conversation_object(conversation: StoredConversation) -> dict[str, Any]:
    """A conversation as the official clients know it."""
    return {
        "id": conversation.id,
        "object": "conversation",
        "created_at": conversation.created_at,
        "metadata": conversation.metadata,
    }


async def _has_body(request: Request) -> bool:
    return request.headers.get("content-length", "") != "0" and "content-type" in request.headers


def _only(fields: Fields, *names: str) -> None:
    for name in fields.values:
        if name not in names:
            raise UnknownParameter(shortened(name))


def _metadata(fields: Fields) -> dict[str, str]:
    raw = fields.values.get("metadata")
    return {} if raw is None else Metadata().read("metadata", raw, "json", None)


def _given(fields: Fields) -> Sequence[GivenItem]:
    raw = fields.values.get("items")
    return () if raw is None else read_items(raw, "items", fields, MOST_AT_ONCE)


async def _items(services: Services, project: str, given: Sequence[GivenItem]) -> list[StoredItem]:
    """Items with the bytes of their pictures kept."""
    context = await ContextReader(services, project).read(given)
    try:
        return await keep_pictures(context, services)
    finally:
        discard(*context.files)


async def _find(services: Services, project: str, id: str) -> StoredConversation:
    try:
        return await services.store.conversations.get(project, id)
    except NotThere:
        raise _not_found(id) from None


def _not_found(id: str) -> NotFound:
    return NotFound("Conversation", id)


def _missing(missing: NotThere, conversation: str) -> NotFound:
    name = str(missing.args[0])
    return NotFound("Conversation" if name == conversation else "Item", name)
