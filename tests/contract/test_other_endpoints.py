"""Models, health, metrics, what is retired, and what is not there."""

from __future__ import annotations

import re

import httpx
import pytest

from aquatint import __version__
from aquatint.foundry.catalog import Catalog
from aquatint.foundry.directors import DirectorDeployments
from contract.proofs import proves
from live.calls import ALL, INVALID, made, order, refused, told
from live.server import Server

OTHER = "Other endpoints"


@proves(
    OTHER,
    "GET /v1/models",
    "honoured",
    "the live names, main models too; `shutdown_date` where announced; no retired names; owned by aquatint",
)
def test_the_list_of_models(http: httpx.Client) -> None:
    body = http.get("/v1/models").json()
    assert body["object"] == "list"
    models = {model["id"]: model for model in body["data"]}
    drawing = {profile.name for profile in Catalog.load().profiles}
    assert set(models) == drawing | {deployment.name for deployment in DirectorDeployments.load().list()}
    assert models["gpt-image-2"] == {
        "id": "gpt-image-2",
        "object": "model",
        "created": 1_776_729_600,
        "owned_by": "aquatint",
    }
    assert models["gpt-image-1.5"]["shutdown_date"] == "2026-12-01"


@proves(OTHER, "GET /v1/models/{id}", "honoured", "one of them; unknown and retired names: 404 `model_not_found`")
def test_one_model(http: httpx.Client) -> None:
    assert http.get("/v1/models/gpt-image-2").json()["id"] == "gpt-image-2"
    for name in ("dall-e-3", "gpt-9", "%00", "a" * 5000):
        error = refused(http.get(f"/v1/models/{name}"), 404)
        assert told(error) == (INVALID, None, "model_not_found")


@proves(
    OTHER, "POST /v1/images/variations", "refused", "404 `model_not_found`: its only model, dall-e-2, is retired"
)
def test_variations_are_retired(http: httpx.Client) -> None:
    error = refused(http.post("/v1/images/variations", files={"image": b"x"}), 404)
    assert error["message"].startswith("The model `dall-e-2` has been deprecated, ")
    assert told(error) == (INVALID, None, "model_not_found")


@proves(OTHER, "GET /healthz", "differs", "an addition: 200 while pictures can be made, else 503")
def test_health(http: httpx.Client) -> None:
    reply = http.get("/healthz")
    assert (reply.status_code, reply.json()) == (200, {"status": "ok"})


@proves(OTHER, "GET /metrics", "differs", "an addition: figures for Prometheus")
def test_metrics_count(http: httpx.Client, fake_server: Server) -> None:
    def figures() -> dict[str, float]:
        reply = http.get("/metrics")
        assert reply.headers["content-type"].startswith("text/plain; version=0.0.4")
        lines = re.findall(r"^(aquatint_[^ ]+) (\S+)$", reply.text, re.MULTILINE)
        return {name: float(value) for name, value in lines}

    made(order(http, "generations", model="gpt-image-2.5-flare", quality="low"))
    before = figures()
    made(order(http, "generations", model="gpt-image-2.5-flare", quality="low", n=3))
    after = figures()
    model = '{model="gpt-image-2.5-flare"}'
    tokens = '{kind="output_image",model="gpt-image-2.5-flare"}'
    answered = '{endpoint="/v1/images/generations",status="200"}'
    grown = {name: after[name] - before[name] for name in after if after[name] != before.get(name)}
    assert grown[f"aquatint_pictures_total{model}"] == 3
    assert grown[f"aquatint_tokens_total{tokens}"] == 3 * 107
    assert grown[f"aquatint_requests_total{answered}"] == 1
    assert grown[f"aquatint_picture_seconds_count{model}"] == 1
    assert after['aquatint_runtime{what="running"}'] == 0
    assert after['aquatint_runtime{what="workers_alive"}'] == len(fake_server.worker_pids()) == 2


@proves(OTHER, "GET /openapi.json", "differs", "an addition: this server's own OpenAPI document")
def test_the_openapi_document(http: httpx.Client) -> None:
    document = http.get("/openapi.json").json()
    assert (document["openapi"], document["info"]["version"]) == ("3.1.0", __version__)
    for path in ("/v1/images/generations", "/v1/images/edits"):
        assert "requestBody" in document["paths"][path]["post"]


@proves(OTHER, "any other path or method", "refused", "404 and 405 with the error envelope")
@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/v1/images", 404),
        ("POST", "/v1/chat/completions", 404),
        ("GET", "/", 404),
        ("GET", "/v1/images/generations", 405),
        ("DELETE", "/v1/images/edits", 405),
        ("POST", "/v1/models", 405),
    ],
)
def test_what_is_not_there(http: httpx.Client, method: str, path: str, status: int) -> None:
    error = refused(http.request(method, path), status)
    assert (error["type"], error["param"]) == (INVALID, None)
    assert path in error["message"]


@proves(
    OTHER,
    "headers of every reply",
    "honoured",
    "`x-request-id` (another each time), `openai-processing-ms`, `openai-version`",
)
def test_headers(http: httpx.Client) -> None:
    replies = [
        http.get("/healthz"),
        http.get("/nowhere"),
        order(http, "generations"),
        order(http, "generations", n=0),
    ]
    assert len({reply.headers["x-request-id"] for reply in replies}) == len(replies)
    for reply in replies:
        assert reply.headers["openai-processing-ms"].isdigit()
        assert reply.headers["openai-version"] == "2020-10-01"


@proves(
    ALL,
    "the reply",
    "honoured",
    "the fields of `ImagesResponse`: what was made, never `auto`; no "
    "`url`, no `revised_prompt`, as with the real GPT image models",
)
@pytest.mark.parametrize("place", ALL)
def test_the_reply(http: httpx.Client, place: str) -> None:
    reply = order(http, place, size="auto", quality="auto", background="auto")
    body = made(reply)
    assert int(reply.headers["content-length"]) == len(reply.content)
    assert list(body) == ["created", "background", "data", "output_format", "quality", "size", "usage"]
    assert set(body["data"][0]) == {"b64_json", "aquatint"}
    assert "auto" not in (body["background"], body["quality"], body["size"])


@proves(ALL, "usage", "honoured", "image output tokens by the published formulas")
@proves(
    ALL,
    "usage",
    "differs",
    "text is counted with o200k_base, for nobody has published which encoding the image "
    "models use; input pictures by a formula that agrees with all published measurements, for there is no other",
)
def test_usage(http: httpx.Client) -> None:
    assert made(order(http, "generations", prompt="a red fox in the snow", size="1536x1024"))["usage"] == {
        "input_tokens": 6,
        "input_tokens_details": {"image_tokens": 0, "text_tokens": 6},
        "output_tokens": 5488,
        "total_tokens": 5494,
        "output_tokens_details": {"image_tokens": 5488, "text_tokens": 0},
    }
