"""Our OpenAPI document, made from the tables that the server itself reads."""

from __future__ import annotations

from typing import Any, get_args

from aquatint import __version__
from aquatint.api import openapi_threads
from aquatint.api.openapi_parts import FORM, JSON, TEXT, WHOLE, object_of, refusals
from aquatint.api.wire.fields import Dialect, Endpoint
from aquatint.api.wire.kinds import Choice, Extension, Flag, Kind, Text, Whole
from aquatint.api.wire.parameters import PARAMETERS, Parameter
from aquatint.foundry.catalog import Profile
from aquatint.foundry.deployments import Deployments
from aquatint.foundry.directors import DirectorDeployments
from aquatint.types import OutputFormat, SvgText


def describe(deployments: Deployments) -> dict[str, Any]:
    """The document, with the model names of these deployments."""
    profiles = [deployment.profile for deployment in deployments.list()]
    main_models = [deployment.name for deployment in DirectorDeployments.load().list()]
    return {
        "openapi": "3.1.0",
        "info": {"title": "Aquatint", "version": __version__, "license": {"name": "Apache-2.0"}},
        "paths": {
            "/v1/images/generations": {"post": _pictures("generations", profiles, {JSON: "json"})},
            "/v1/images/edits": {"post": _pictures("edits", profiles, {JSON: "json", FORM: "form"})},
            "/v1/images/variations": {"post": _retired()},
            "/v1/models": {"get": _plain("listModels", "All live models.", "ModelList")},
            "/v1/models/{model}": {"get": _one_model()},
            **openapi_threads.paths([profile.name for profile in profiles], main_models),
            "/healthz": {"get": _plain("health", "Whether pictures can be made.", "Health", "503")},
            "/metrics": {"get": _metrics()},
        },
        "components": {
            "schemas": {**SCHEMAS, **openapi_threads.SCHEMAS},
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{}, {"key": []}],
    }


def _pictures(endpoint: Endpoint, profiles: list[Profile], bodies: dict[str, Dialect]) -> dict[str, Any]:
    content = {kind: {"schema": _body(endpoint, dialect, profiles)} for kind, dialect in bodies.items()}
    return {
        "operationId": f"images_{endpoint}",
        "requestBody": {"required": True, "content": content},
        "responses": {
            "200": {
                "description": "The pictures; with `stream`, events.",
                "content": {
                    JSON: {"schema": {"$ref": "#/components/schemas/ImagesResponse"}},
                    "text/event-stream": {"schema": _event(endpoint)},
                },
            },
            **refusals("400", "401", "403", "404", "408", "413", "415", "429", "500", "503"),
        },
    }


def _event(endpoint: Endpoint) -> dict[str, Any]:
    """One event of a stream. Its data is JSON with the fields of the official clients' event types."""
    kind = "image_generation" if endpoint == "generations" else "image_edit"
    names = [f"{kind}.partial_image", f"{kind}.completed", "error"]
    return object_of(event={"enum": names}, data={"type": "string", "contentMediaType": JSON})


def _body(endpoint: Endpoint, dialect: Dialect, profiles: list[Profile]) -> dict[str, Any]:
    rows = [row for row in PARAMETERS if endpoint in row.endpoints and dialect in row.dialects]
    properties = {row.name: _property(row, profiles, dialect) for row in rows}
    required = [row.name for row in rows if row.required]
    if endpoint == "edits":
        required.append("image" if dialect == "form" else "images")
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _property(row: Parameter, profiles: list[Profile], dialect: Dialect) -> dict[str, Any]:
    if row.name == "model":
        return {"enum": [profile.name for profile in profiles]}
    if row.name == "size":
        return SIZE
    if row.name in ("image", "mask") and dialect == "form":
        return {"type": "string", "format": "binary"}
    if row.name == "images":
        reference = {"$ref": "#/components/schemas/ImageReference"}
        return {"type": "array", "minItems": 1, "maxItems": 16, "items": reference}
    if row.name == "mask":
        return {"$ref": "#/components/schemas/ImageReference"}
    return _kind(row.kind, profiles)


def _kind(kind: Kind, profiles: list[Profile]) -> dict[str, Any]:
    """A choice lists what at least one of the profiles allows."""
    match kind:
        case Text():
            return {"type": "string", "minLength": kind.shortest, "maxLength": kind.longest}
        case Whole():
            return {"type": "integer", "minimum": kind.low, "maximum": kind.high}
        case Flag():
            return {"type": "boolean"}
        case Choice():
            return {"enum": list(dict.fromkeys(value for profile in profiles for value in kind.values(profile)))}
        case Extension():
            wishes = {"plan": {"type": "boolean"}, "svg_text": {"enum": list(get_args(SvgText))}}
            return {"type": "object", "properties": wishes, "additionalProperties": False}
    return {"type": "string"}


def _plain(operation: str, description: str, schema: str, *others: str) -> dict[str, Any]:
    content = {JSON: {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    replies = {"200": {"description": description, "content": content}}
    replies |= {status: {"description": description, "content": content} for status in others}
    return {"operationId": operation, "responses": {**replies, **refusals("401", "403")}}


def _one_model() -> dict[str, Any]:
    operation = _plain("getModel", "One model.", "Model")
    operation["parameters"] = [{"name": "model", "in": "path", "required": True, "schema": {"type": "string"}}]
    operation["responses"] |= refusals("404", "405")
    return operation


def _metrics() -> dict[str, Any]:
    text = {"description": "Figures for Prometheus.", "content": {"text/plain": {"schema": {"type": "string"}}}}
    return {"operationId": "metrics", "responses": {"200": text, **refusals("401", "403")}}


def _retired() -> dict[str, Any]:
    return {"operationId": "images_variations", "deprecated": True, "responses": refusals("401", "403", "404")}


SIZE = {
    "anyOf": [
        {"enum": ["auto", "1024x1024", "1536x1024", "1024x1536", "2048x2048", "3840x2160"]},
        {"type": "string", "pattern": "^[1-9][0-9]{2,3}x[1-9][0-9]{2,3}$"},
    ]
}
TEXTS = {"type": "array", "items": TEXT}
TOKENS = object_of(image_tokens=WHOLE, text_tokens=WHOLE)

SCHEMAS: dict[str, Any] = {
    "Error": object_of(
        error=object_of(
            message=TEXT, type=TEXT, param={"type": ["string", "null"]}, code={"type": ["string", "null"]}
        )
    ),
    "ImageReference": object_of(image_url_=TEXT, file_id_=TEXT),
    "ImagesResponse": object_of(
        created=WHOLE,
        data={
            "type": "array",
            "items": object_of(
                b64_json=TEXT,
                aquatint=object_of(
                    seed=WHOLE, engine=TEXT, plan_={"type": ["object", "null"]}, undrawn=TEXTS, approximated=TEXTS
                ),
            ),
        },
        background={"enum": ["transparent", "opaque"]},
        output_format={"enum": list(get_args(OutputFormat))},
        quality={"enum": ["low", "medium", "high", "xhigh", "max"]},
        size={"type": "string", "pattern": r"^\d+x\d+$"},
        usage=object_of(
            input_tokens=WHOLE,
            input_tokens_details=TOKENS,
            output_tokens=WHOLE,
            total_tokens=WHOLE,
            output_tokens_details=TOKENS,
        ),
        safety_identifier_=TEXT,
    ),
    "Model": object_of(
        id=TEXT, object={"const": "model"}, created=WHOLE, owned_by=TEXT, shutdown_date_={"type": "string"}
    ),
    "ModelList": object_of(
        object={"const": "list"},
        data={"type": "array", "items": {"$ref": "#/components/schemas/Model"}},
    ),
    "Health": object_of(status=TEXT),
}
