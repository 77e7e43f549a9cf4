"""``/v1/responses``: create, retrieve, delete, cancel, list the input."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from aquatint.api.documents import DocumentReply
from aquatint.api.eventstream import ServerSentEvents
from aquatint.api.hangup import until_hangup
from aquatint.api.responses.context import Context, ContextReader
from aquatint.api.responses.items import Shower
from aquatint.api.responses.objects import response_object
from aquatint.api.responses.paging import page_reply, read_body, read_include, read_paging
from aquatint.api.responses.reading import Ask, Resolvers, read_ask
from aquatint.api.responses.script import TurnEvent
from aquatint.api.responses.tool import within_tool
from aquatint.api.responses.turn import TurnRun
from aquatint.api.services import Services
from aquatint.api.uploads import uploads_of
from aquatint.api.wire.fetching import Fetcher
from aquatint.errors import InputImageRefused, InvalidRequest, NoImageToEdit, NotFound, UnsupportedParameter
from aquatint.spool import discard
from aquatint.store.records import UNFINISHED, StoredResponse
from aquatint.store.threads import NotThere

_LAST_SECONDS = 2.0
"""How long a background turn whose pictures are made may take to be kept when the server ends."""


async def create(request: Request, services: Services, project: str) -> Response:
    """``POST /v1/responses``."""
    run, stream, background = await _begin(request, services, project)
    if background:
        return _in_background(services, run, stream=stream)
    if stream:
        return ServerSentEvents(run.events(), TurnEvent.chunks, on_close=run.close)
    try:
        await until_hangup(request, _to_the_end(run))
    except BaseException:
        await run.close()
        raise
    return DocumentReply(run.snapshot(), on_close=run.close)


async def retrieve(request: Request, services: Services, project: str, id: str) -> Response:
    """``GET /v1/responses/{id}``."""
    _refuse_stream(request)
    row = await services.store.threads.get(project, id)
    if row is None:
        raise NotFound("Response", id)
    return await _stored_reply(services, row, read_include(request))


async def delete(services: Services, project: str, id: str) -> Response:
    """``DELETE /v1/responses/{id}``: rows and bytes; a background turn is cancelled first."""
    await _stop(services, id, project)
    try:
        blobs = await services.store.threads.delete(project, id)
    except NotThere:
        raise NotFound("Response", id) from None
    await services.store.drop(blobs)
    return JSONResponse({"id": id, "object": "response", "deleted": True})


async def cancel(services: Services, project: str, id: str) -> Response:
    """``POST /v1/responses/{id}/cancel``: only of background responses; harmless when it is finished."""
    row = await services.store.threads.get(project, id)
    if row is None:
        raise NotFound("Response", id)
    if not row.body["background"]:
        raise InvalidRequest("Cannot cancel a synchronous response.", param="response_id")
    if row.status in UNFINISHED:
        await _stop(services, id, project)
        row = await services.store.threads.get(project, id)
        if row is None:
            raise NotFound("Response", id)
        if row.status in UNFINISHED:  # another server is at it: it will find its turn ended
            row = replace(row, status="cancelled")
            await services.store.threads.update(row)
    return await _stored_reply(services, row, ())


async def input_items(request: Request, services: Services, project: str, id: str) -> Response:
    """``GET /v1/responses/{id}/input_items``."""
    row = await services.store.threads.get(project, id)
    if row is None:
        raise NotFound("Response", id)
    asked = read_paging(request)
    try:
        page = await services.store.pages.of_input(id, asked.after, asked.limit, ascending=asked.ascending)
    except NotThere:
        raise NotFound("Item", asked.after or "", param="after") from None
    return await page_reply(services, page, read_include(request))


async def _begin(request: Request, services: Services, project: str) -> tuple[TurnRun, bool, bool]:
    fields = await read_body(request, services)
    files = fields.files()
    try:
        resolvers = Resolvers(
            main_models=services.main_models, image_models=services.deployments.resolve, new_seed=services.new_seed
        )
        ask = read_ask(fields, resolvers)
        previous, conversation = ask.fields["previous_response_id"], ask.fields["conversation"]
        reader = ContextReader(services, project)
        context = await reader.read(ask.given, previous=previous, conversation=conversation)
        files += context.files
        mask = await _mask(services, project, ask)
        files += [mask] if mask is not None else []
        _check_chances(services, ask, context)
        run = TurnRun(services, project, ask, context, services.directors[ask.main.director], mask, files)
        await run.begin()
    except BaseException:
        discard(*files)
        raise
    return run, ask.fields["stream"], ask.fields["background"]


async def _mask(services: Services, project: str, ask: Ask) -> Path | None:
    tool = ask.tools.image
    if tool is None or tool.mask is None:
        return None
    fetcher = Fetcher(services.remote_images, uploads_of(services, project))
    try:
        return (await fetcher.paths([tool.mask]))[0]
    except InputImageRefused as refusal:
        raise within_tool(refusal, tool.name) from None


def _check_chances(services: Services, ask: Ask, context: Context) -> None:
    """Refuse at once what could only fail later: a full queue, and an edit of nothing."""
    tool = ask.tools.image
    if tool is None or ask.tools.mode == "none":
        return
    services.runtime.check_room()
    if ask.tools.mode == "required" and tool.action == "edit" and not context.gallery.count:
        raise NoImageToEdit


async def _to_the_end(run: TurnRun) -> None:
    """Play the turn to nobody. Raises what it failed of."""
    async with aclosing(run.events()) as events:
        async for _ in events:
            pass
    if run.failure is not None:
        raise run.failure


def _in_background(services: Services, run: TurnRun, *, stream: bool) -> Response:
    """The turn goes on by itself; the reply only tells of it."""
    told: asyncio.Queue[TurnEvent | None] = asyncio.Queue()
    listening = stream
    first = run.snapshot()

    async def perform() -> None:
        try:
            async with aclosing(run.events()) as events:
                async for event in events:
                    if listening:
                        told.put_nowait(event)
        finally:
            told.put_nowait(None)
            if not listening:
                await run.close()

    task = asyncio.create_task(perform())
    services.running[run.id] = task
    task.add_done_callback(lambda _: services.running.pop(run.id, None))
    if not stream:
        return DocumentReply(first)

    async def events() -> AsyncGenerator[TurnEvent, None]:
        while (event := await told.get()) is not None:
            yield event

    async def close() -> None:
        # The files are needed as long as events are sent; whoever is last, the turn or its listener, removes them.
        nonlocal listening
        listening = False
        if task.done():
            await run.close()

    return ServerSentEvents(events(), TurnEvent.chunks, on_close=close)


async def end_background(services: Services) -> None:
    """The server ends: what drained in time is finished, the rest is cancelled. Returns when all is kept."""
    tasks = list(services.running.values())
    if tasks:
        await asyncio.wait(tasks, timeout=_LAST_SECONDS)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def _stop(services: Services, id: str, project: str) -> None:
    """Cancel a background turn of this server, and wait until it has ended."""
    task = services.running.get(id)
    if task is not None and await services.store.threads.get(project, id) is not None:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _stored_reply(services: Services, row: StoredResponse, include: Sequence[str]) -> Response:
    shower = Shower(services, include)
    try:
        output = await shower.show(await services.store.threads.outputs(row.id))
    except BaseException:
        discard(*shower.files)
        raise
    return DocumentReply(response_object(row.id, row.status, row.body, output), owned=shower.files)


def _refuse_stream(request: Request) -> None:
    for name in ("stream", "starting_after"):
        if request.query_params.get(name, "false") != "false":
            text = f"Unsupported parameter: '{name}'. A stream cannot be resumed; poll the response."
            raise UnsupportedParameter(text, param=name)
