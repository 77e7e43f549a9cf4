"""Pieces of which our OpenAPI document is made."""

from __future__ import annotations

from typing import Any

JSON = "application/json"
FORM = "multipart/form-data"
REFUSALS = {
    "400": "The request breaks the contract; `param` names the parameter.",
    "401": "No key, or a wrong one. Never on the loopback.",
    "403": "On the loopback: the Host header names another machine.",
    "404": "There is no such thing, or it belongs to another project.",
    "405": "The path does not take this method.",
    "409": "What the request would continue is not finished; retry later.",
    "408": "The body comes too slowly.",
    "413": "The body is too large.",
    "415": "The body is of a type that the endpoint does not read.",
    "429": "Too much is waiting already; `retry-after` says when to come back.",
    "500": "The server's fault.",
    "503": "The server is shutting down, or its engine does not start.",
}
TEXT = {"type": "string"}
WHOLE = {"type": "integer"}


def refusals(*statuses: str) -> dict[str, Any]:
    """Replies that carry the error object."""
    content = {JSON: {"schema": {"$ref": "#/components/schemas/Error"}}}
    return {status: {"description": REFUSALS[status], "content": content} for status in statuses}


def object_of(**properties: Any) -> dict[str, Any]:
    """An object schema; names that end in an underscore may be absent."""
    required = [name for name in properties if not name.endswith("_")]
    fields = {name.rstrip("_"): schema for name, schema in properties.items()}
    return {"type": "object", "properties": fields, "required": required}
