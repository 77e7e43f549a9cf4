"""The routes of everything that is remembered: responses, conversations, files, pictures."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from aquatint.api import conversations, files
from aquatint.api.auth import identify
from aquatint.api.responses import routes as responses
from aquatint.api.services import Services


def add_thread_routes(app: FastAPI, services: Services) -> None:
    """Add them to the app."""
    _add_responses(app, services)
    _add_conversations(app, services)
    _add_files(app, services)


def _add_responses(app: FastAPI, services: Services) -> None:
    @app.post("/v1/responses")
    async def create(request: Request) -> Response:
        return await responses.create(request, services, identify(request, services))

    @app.get("/v1/responses/{id}")
    async def retrieve(request: Request, id: str) -> Response:
        return await responses.retrieve(request, services, identify(request, services), id)

    @app.delete("/v1/responses/{id}")
    async def delete(request: Request, id: str) -> Response:
        return await responses.delete(services, identify(request, services), id)

    @app.post("/v1/responses/{id}/cancel")
    async def cancel(request: Request, id: str) -> Response:
        return await responses.cancel(services, identify(request, services), id)

    @app.get("/v1/responses/{id}/input_items")
    async def input_items(request: Request, id: str) -> Response:
        return await responses.input_items(request, services, identify(request, services), id)


def _add_conversations(app: FastAPI, services: Services) -> None:
    @app.post("/v1/conversations")
    async def create(request: Request) -> Response:
        return await conversations.create(request, services, identify(request, services))

    @app.get("/v1/conversations/{id}")
    async def retrieve(request: Request, id: str) -> Response:
        return await conversations.retrieve(services, identify(request, services), id)

    @app.post("/v1/conversations/{id}")
    async def update(request: Request, id: str) -> Response:
        return await conversations.update(request, services, identify(request, services), id)

    @app.delete("/v1/conversations/{id}")
    async def delete(request: Request, id: str) -> Response:
        return await conversations.delete(services, identify(request, services), id)

    @app.post("/v1/conversations/{id}/items")
    async def add_items(request: Request, id: str) -> Response:
        return await conversations.add_items(request, services, identify(request, services), id)

    @app.get("/v1/conversations/{id}/items")
    async def list_items(request: Request, id: str) -> Response:
        return await conversations.list_items(request, services, identify(request, services), id)

    @app.get("/v1/conversations/{id}/items/{item}")
    async def get_item(request: Request, id: str, item: str) -> Response:
        return await conversations.get_item(request, services, identify(request, services), id, item)

    @app.delete("/v1/conversations/{id}/items/{item}")
    async def delete_item(request: Request, id: str, item: str) -> Response:
        return await conversations.delete_item(services, identify(request, services), id, item)


def _add_files(app: FastAPI, services: Services) -> None:
    @app.post("/v1/files")
    async def upload(request: Request) -> Response:
        return await files.upload(request, services, identify(request, services))

    @app.get("/v1/files")
    async def page(request: Request) -> Response:
        return await files.page(request, services, identify(request, services))

    @app.get("/v1/files/{id}")
    async def retrieve(request: Request, id: str) -> Response:
        return await files.retrieve(services, identify(request, services), id)

    @app.get("/v1/files/{id}/content")
    async def content(request: Request, id: str) -> Response:
        return await files.content(services, identify(request, services), id)

    @app.delete("/v1/files/{id}")
    async def delete(request: Request, id: str) -> Response:
        return await files.delete(services, identify(request, services), id)

    @app.get("/v1/images/{id}/content")
    async def picture(request: Request, id: str) -> Response:
        return await files.picture(services, identify(request, services), id)
