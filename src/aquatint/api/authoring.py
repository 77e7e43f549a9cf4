"""Thinking a call out before it is run: the author's draft goes into its request."""

from __future__ import annotations

from dataclasses import replace

from aquatint.api.services import Services
from aquatint.api.wire.call import Call


async def thought_out(call: Call, services: Services) -> Call:
    """The call with a draft, if the server has an author and the call is for a new picture."""
    request = call.order.request
    if services.author is None or request.operation != "generate":
        return call
    draft = await services.author.draft(request.prompt)
    return replace(call, order=replace(call.order, request=replace(request, draft=draft)))
