"""Generations and edits: read the call, admit it, run it, meter it, reply."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import AsyncGenerator

from starlette.requests import Request
from starlette.responses import Response

from aquatint.api.authoring import thought_out
from aquatint.api.gathering import Gathering
from aquatint.api.hangup import until_hangup
from aquatint.api.metering import Meter
from aquatint.api.reply import ImagesReply, ReplyHead
from aquatint.api.services import Services
from aquatint.api.sse import CompletedImage, EventStream, PartialImage, StreamEvent, StreamHead
from aquatint.api.uploads import uploads_of
from aquatint.api.wire.call import Call, Reader
from aquatint.api.wire.fields import Endpoint
from aquatint.api.wire.patience import patiently
from aquatint.runtime.messages import Finished, PreviewReady, Update
from aquatint.spool import discard
from aquatint.tokens import Usage


async def answer(request: Request, services: Services, endpoint: Endpoint, project: str) -> Response:
    """The reply to one call of ``/v1/images/generations`` or ``/v1/images/edits``. Raises `PublicError`."""
    reader = Reader(
        spool=services.spool,
        resolve=services.deployments.resolve,
        new_seed=services.new_seed,
        remote_images=services.remote_images,
        uploads=uploads_of(services, project),
    )
    call = await reader.read(endpoint, request.headers.get("content-type", ""), patiently(request.stream()))
    try:
        services.runtime.check_room()
        call = await until_hangup(request, thought_out(call, services))
        gathering = Gathering(services.runtime.submit_all(call.order.requests()))
    except BaseException:
        discard(*call.files())
        raise
    if call.order.stream:
        return await _stream(request, services, call, gathering)
    return await _whole(request, services, call, gathering)


async def _whole(request: Request, services: Services, call: Call, gathering: Gathering) -> Response:
    started = time.perf_counter()
    try:
        pictures = await until_hangup(request, gathering.pictures())
    finally:
        await gathering.close()
        discard(*call.files())
    meter = Meter(call, services.text_counter)
    usage = sum((meter.picture(picture) for picture in pictures), Usage())
    services.metrics.delivered(call.order.model, len(pictures), usage, time.perf_counter() - started)
    head = ReplyHead(
        created=int(services.clock()),
        background=pictures[0].background,
        output_format=pictures[0].output_format,
        quality=call.order.request.quality,
        size=str(pictures[0].size),
        usage=usage.as_reply(),
        safety_identifier=call.order.safety_identifier,
    )
    return ImagesReply(head, pictures, want_plan=call.order.request.want_plan)


async def _stream(request: Request, services: Services, call: Call, gathering: Gathering) -> Response:
    # What is wrong with the call shows at the first step; until then an error can still have its own status.
    try:
        first = await until_hangup(request, gathering.next())
    except BaseException:
        await gathering.close()
        discard(*call.files())
        raise
    head = StreamHead(
        operation=call.order.request.operation,
        created=int(services.clock()),
        quality=call.order.request.quality,
        want_plan=call.order.request.want_plan,
        safety_identifier=call.order.safety_identifier,
    )

    async def close() -> None:
        # Also when the client has gone before the first event, and the generator below never ran.
        await gathering.close()
        discard(*call.files())

    return EventStream(head, _events(services, call, gathering, first), on_close=close)


async def _events(
    services: Services, call: Call, gathering: Gathering, first: tuple[int, Update]
) -> AsyncGenerator[StreamEvent, None]:
    started = time.perf_counter()
    meter = Meter(call, services.text_counter)
    partials: Counter[int] = Counter()
    index, update = first
    while True:
        if isinstance(update, PreviewReady):
            yield PartialImage(index, partials[index], update.rendered)
            partials[index] += 1
        elif isinstance(update, Finished):
            usage = meter.picture(update.rendered, partials[index])
            services.metrics.delivered(call.order.model, 1, usage, time.perf_counter() - started)
            yield CompletedImage(index, update.rendered, usage.as_event())
        if gathering.done:
            return
        index, update = await gathering.next()
