"""Requests made up from our own OpenAPI document: whatever comes, no 5xx, and replies are as the document says."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks

from aquatint.api.openapi import describe
from aquatint.foundry.catalog import Catalog
from aquatint.foundry.deployments import Deployments
from live.calls import SOURCE
from live.pictures import data_url
from live.server import Server

pytestmark = pytest.mark.slow

CHECKS = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
]
DOCUMENT = describe(Deployments.of(Catalog.load()))
SCHEMA = schemathesis.openapi.from_dict(DOCUMENT)
OPERATIONS = {result.ok().label: result.ok() for result in SCHEMA.get_all_operations()}
PICTURES = ["POST /v1/images/generations", "POST /v1/images/edits"]
BODIES = [*PICTURES, "POST /v1/responses", "POST /v1/conversations", "POST /v1/files"]

bounded = settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def test_the_server_publishes_this_document(fake_server: Server) -> None:
    assert fake_server.http.get("/openapi.json").json() == DOCUMENT


@pytest.mark.parametrize("label", list(OPERATIONS))
def test_what_the_document_allows(fake_server: Server, label: str) -> None:
    seen = _replies(fake_server, label, schemathesis.GenerationMode.POSITIVE)
    assert len(seen) > 1 or label not in PICTURES
    assert 200 in seen or label not in BODIES


@pytest.mark.parametrize("label", BODIES)
def test_what_the_document_does_not_allow(fake_server: Server, label: str) -> None:
    seen = _replies(fake_server, label, schemathesis.GenerationMode.NEGATIVE)
    assert max(seen) < 500


def _replies(server: Server, label: str, mode: schemathesis.GenerationMode) -> set[int]:
    """The statuses of many made-up requests; each reply must be as the document says."""
    seen: set[int] = set()

    @bounded
    @given(case=OPERATIONS[label].as_strategy(generation_mode=mode), real=st.booleans())
    def check(case: Any, real: bool) -> None:
        if real and isinstance(case.body, dict):
            _put_real_pictures(case.body)
        reply = case.call(base_url=server.url)
        seen.add(reply.status_code)
        case.validate_response(reply, checks=CHECKS)

    check()
    return seen


def _put_real_pictures(body: dict[str, Any]) -> None:
    """Made-up bytes are never a picture; so that some requests get further, they are replaced."""
    body.pop("mask", None)
    if "image" in body:
        body["image"] = SOURCE
    if "images" in body:
        body["images"] = [{"image_url": data_url(SOURCE)}]
