"""Headers that every reply carries, and the count of replies. Plain ASGI, so that bodies stream untouched."""

from __future__ import annotations

import time
import uuid

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from aquatint.api.metrics import Metrics


class ResponseHeaders:
    """Adds ``x-request-id``, ``openai-processing-ms`` and ``openai-version``; counts replies by route."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The ASGI call."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["x-request-id"] = f"req_{uuid.uuid4().hex}"
                headers["openai-processing-ms"] = str(round(1000 * (time.perf_counter() - started)))
                headers["openai-version"] = "2020-10-01"
                self._metrics.answered(_route(scope), message["status"])
            await send(message)

        await self._app(scope, receive, send_with_headers)


def _route(scope: Scope) -> str:
    """The route's pattern, so that unknown paths cannot fill the metrics with labels."""
    route = scope.get("route")
    return getattr(route, "path", "unknown")
