"""Our OpenAPI document, made from the tables that the server itself reads."""

from __future__ import annotations

from typing import Any, get_args

from aquatint import __version__
from aquatint.api.wire.fields import Dialect, Endpoint
from aquatint.api.wire.kinds import Choice, Extension, Flag, Kind, Text, Whole
from aquatint.api.wire.parameters import PARAMETERS, Parameter
from aquatint.foundry.catalog import Profile
from aquatint.foundry.deployments import Deployments
from aquatint.types import OutputFormat, SvgText

JSON = "application/json"
FORM = "multipart/form-data"
REFUSALS = {
    "400": "The request breaks the contract; `param` names the parameter.",
    "401": "No key, or a wrong one. Never on the loopback.",
    "403": "On the loopback: the Host header names another machine.",
    "404": "The model is not served.",
    "405": "The path does not take this method.",
    "413": "The body is too large.",
    "415": "The body is of a type that the endpoint does not read.",
    "429": "Too much is waiting already; `retry-after` says when to come back.",
    "500": "The server's fault.",
    "503": "The server is shutting down, or its engine does not start.",
}


def describe(deployments: Deployments) -> dict[str, Any]:
    """The document, with the model names of these deployments."""
    profiles = [deployment.profile for deployment in deployments.list()]
    return {
        "openapi": "3.1.0",
        "info": {"title": "Aquatint", "version": __version__, "license": {"name": "Apache-2.0"}},
        "paths": {
            "/v1/images/generations": {"post": _pictures("generations", profiles, {JSON: "json"})},
            "/v1/images/edits": {"post": _pictures("edits", profiles, {JSON: "json", FORM: "form"})},
            "/v1/images/variations": {"post": _retired()},
            "/v1/models": {"get": _plain("listModels", "All live models.", "ModelList")},
            "/v1/models/{model}": {"get": _one_model()},
            "/healthz": {"get": _plain("health", "Whether pictures can be made.", "Health", "503")},
            "/metrics": {"get": _metrics()},
        },
        "components": {
            "schemas": SCHEMAS,
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
            **_refusals("400", "401", "403", "404", "413", "415", "429", "500", "503"),
        },
    }


def _event(endpoint: Endpoint) -> dict[str, Any]:
    """One event of a stream. Its data is JSON with the fields of the official clients' event types."""
    kind = "image_generation" if endpoint == "generations" else "image_edit"
    names = [f"{kind}.partial_image", f"{kind}.completed", "error"]
    return _object(event={"enum": names}, data={"type": "string", "contentMediaType": JSON})


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
    return {"operationId": operation, "responses": {**replies, **_refusals("401", "403")}}


def _one_model() -> dict[str, Any]:
    operation = _plain("getModel", "One model.", "Model")
    operation["parameters"] = [{"name": "model", "in": "path", "required": True, "schema": {"type": "string"}}]
    operation["responses"] |= _refusals("404", "405")
    return operation


def _metrics() -> dict[str, Any]:
    text = {"description": "Figures for Prometheus.", "content": {"text/plain": {"schema": {"type": "string"}}}}
    return {"operationId": "metrics", "responses": {"200": text, **_refusals("401", "403")}}


def _retired() -> dict[str, Any]:
    return {"operationId": "images_variations", "deprecated": True, "responses": _refusals("401", "403", "404")}


def _refusals(*statuses: str) -> dict[str, Any]:
    content = {JSON: {"schema": {"$ref": "#/components/schemas/Error"}}}
    return {status: {"description": REFUSALS[status], "content": content} for status in statuses}


def _object(**properties: Any) -> dict[str, Any]:
    """An object schema; names that end in an underscore may be absent."""
    required = [name for name in properties if not name.endswith("_")]
    fields = {name.rstrip("_"): schema for name, schema in properties.items()}
    return {"type": "object", "properties": fields, "required": required}


SIZE = {
    "anyOf": [
        {"enum": ["auto", "1024x1024", "1536x1024", "1024x1536", "2048x2048", "3840x2160"]},
        {"type": "string", "pattern": "^[1-9][0-9]{2,3}x[1-9][0-9]{2,3}$"},
    ]
}
TEXT = {"type": "string"}
WHOLE = {"type": "integer"}
TEXTS = {"type": "array", "items": TEXT}
TOKENS = _object(image_tokens=WHOLE, text_tokens=WHOLE)

SCHEMAS: dict[str, Any] = {
    "Error": _object(
        error=_object(
            message=TEXT, type=TEXT, param={"type": ["string", "null"]}, code={"type": ["string", "null"]}
        )
    ),
    "ImageReference": _object(image_url_=TEXT, file_id_=TEXT),
    "ImagesResponse": _object(
        created=WHOLE,
        data={
            "type": "array",
            "items": _object(
                b64_json=TEXT,
                aquatint=_object(
                    seed=WHOLE, engine=TEXT, plan_={"type": ["object", "null"]}, undrawn=TEXTS, approximated=TEXTS
                ),
            ),
        },
        background={"enum": ["transparent", "opaque"]},
        output_format={"enum": list(get_args(OutputFormat))},
        quality={"enum": ["low", "medium", "high", "xhigh", "max"]},
        size={"type": "string", "pattern": r"^\d+x\d+$"},
        usage=_object(
            input_tokens=WHOLE,
            input_tokens_details=TOKENS,
            output_tokens=WHOLE,
            total_tokens=WHOLE,
            output_tokens_details=TOKENS,
        ),
        safety_identifier_=TEXT,
    ),
    "Model": _object(
        id=TEXT, object={"const": "model"}, created=WHOLE, owned_by=TEXT, shutdown_date_={"type": "string"}
    ),
    "ModelList": _object(
        object={"const": "list"},
        data={"type": "array", "items": {"$ref": "#/components/schemas/Model"}},
    ),
    "Health": _object(status=TEXT),
}
