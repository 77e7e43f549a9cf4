"""The app factory: routes, errors, headers. It holds no rules."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from aquatint import __version__
from aquatint.api import images, models
from aquatint.api.auth import identify
from aquatint.api.hangup import ClientGone
from aquatint.api.headers import ResponseHeaders
from aquatint.api.openapi import describe
from aquatint.api.responses.routes import end_background
from aquatint.api.services import Services
from aquatint.api.threads import add_thread_routes
from aquatint.errors import InvalidRequest, ModelShutDown, PublicError, ServerError

log = logging.getLogger(__name__)

VARIATIONS_MODEL = "dall-e-2"
"""The only model that ever made variations."""


def create_app(services: Services) -> FastAPI:
    """The ASGI app. The runtime starts and drains with the app's lifespan."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await services.store.open()
        try:
            await services.runtime.start()
            for director in services.directors.values():
                await asyncio.to_thread(director.open)
            yield
        finally:
            await services.runtime.drain(services.settings.drain_seconds)
            await end_background(services)
            await services.remote_images.close()
            if services.language is not None:
                await services.language.close()
            await services.store.close()

    app = FastAPI(
        title="Aquatint",
        version=__version__,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
    )
    _add_routes(app, services)
    add_thread_routes(app, services)
    _add_errors(app)
    app.add_middleware(ResponseHeaders, metrics=services.metrics)
    return app


def _add_routes(app: FastAPI, services: Services) -> None:
    @app.post("/v1/images/generations")
    async def generate(request: Request) -> Response:
        project = identify(request, services)
        return await images.answer(request, services, "generations", project)

    @app.post("/v1/images/edits")
    async def edit(request: Request) -> Response:
        project = identify(request, services)
        return await images.answer(request, services, "edits", project)

    @app.post("/v1/images/variations")
    async def variations(request: Request) -> Response:
        identify(request, services)
        raise ModelShutDown(VARIATIONS_MODEL)

    @app.get("/v1/models")
    async def list_models(request: Request) -> Response:
        identify(request, services)
        return JSONResponse(models.list_models(services.deployments, services.main_models))

    @app.get("/v1/models/{name}")
    async def get_model(request: Request, name: str) -> Response:
        identify(request, services)
        return JSONResponse(models.get_model(services.deployments, services.main_models, name))

    @app.get("/metrics")
    async def metrics(request: Request) -> Response:
        identify(request, services)
        text = services.metrics.exposition(services.runtime.stats().as_dict())
        return Response(text, media_type="text/plain; version=0.0.4; charset=utf-8")

    @app.get("/healthz")
    async def health() -> Response:
        alive = services.runtime.stats().workers_alive > 0
        return JSONResponse({"status": "ok" if alive else "no workers"}, status_code=200 if alive else 503)

    @app.get("/openapi.json")
    async def openapi() -> Response:
        return JSONResponse(describe(services.deployments))


def _add_errors(app: FastAPI) -> None:
    @app.exception_handler(PublicError)
    async def public(_: Request, error: PublicError) -> Response:
        return error_reply(error)

    @app.exception_handler(HTTPException)
    async def unrouted(request: Request, error: HTTPException) -> Response:
        text = f"Invalid URL ({request.method} {request.url.path})"
        if error.status_code == 405:
            text = f"Not allowed to {request.method} on {request.url.path}."
        refusal = InvalidRequest(text)
        refusal.status = error.status_code
        return error_reply(refusal, error.headers)

    @app.exception_handler(ClientDisconnect)
    @app.exception_handler(ClientGone)
    async def gone(_: Request, error: Exception) -> Response:
        # Nobody reads this; it is for the count of replies. 499 is what proxies use for it.
        return Response(status_code=499)

    @app.exception_handler(Exception)
    async def unexpected(request: Request, error: Exception) -> Response:
        log.error("unexpected error in %s %s", request.method, request.url.path, exc_info=error)
        return error_reply(ServerError("The server had an error while processing your request. Sorry about that!"))


def error_reply(error: PublicError, headers: Any = None) -> JSONResponse:
    """The error as JSON, with its retry headers."""
    reply = JSONResponse(error.envelope(), status_code=error.status, headers=dict(headers or {}))
    if error.retry_after is not None:
        reply.headers["retry-after"] = str(max(1, round(error.retry_after)))
        reply.headers["retry-after-ms"] = str(max(1, round(error.retry_after * 1000)))
    return reply
