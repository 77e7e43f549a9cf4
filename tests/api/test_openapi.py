"""Our OpenAPI document says what the server does."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

from aquatint.api.app import create_app
from aquatint.api.openapi import describe
from aquatint.api.wire.parameters import PARAMETERS
from aquatint.foundry.catalog import Catalog
from aquatint.foundry.deployments import Deployments

DOCUMENT = describe(Deployments.of(Catalog.load()))


def routes(app: FastAPI) -> set[tuple[str, str]]:
    """Paths and methods of the app."""
    found = set()
    for route in app.routes:
        for method in getattr(route, "methods", None) or ():
            if method != "HEAD":
                found.add((str(getattr(route, "path", "")), method.lower()))
    return found


def test_every_route_is_described_and_every_description_is_a_route() -> None:
    class Nothing:
        metrics = None

    app: Any = create_app(Nothing())  # type: ignore[arg-type]
    described = {(path, method) for path, entry in DOCUMENT["paths"].items() for method in entry}
    assert {(path.replace("{name}", "{model}"), method) for path, method in routes(app)} == {
        *described,
        ("/openapi.json", "get"),
    }


def test_every_parameter_is_described_in_every_dialect() -> None:
    for endpoint in ("generations", "edits"):
        content = DOCUMENT["paths"][f"/v1/images/{endpoint}"]["post"]["requestBody"]["content"]
        for kind, dialect in (("application/json", "json"), ("multipart/form-data", "form")):
            if kind not in content:
                continue
            rows = {row.name for row in PARAMETERS if endpoint in row.endpoints and dialect in row.dialects}
            assert set(content[kind]["schema"]["properties"]) == rows
            assert content[kind]["schema"]["additionalProperties"] is False
