"""The part of our OpenAPI document about what is remembered: responses, conversations, files, pictures."""

from __future__ import annotations

from typing import Any

from aquatint.api.openapi_parts import FORM, JSON, TEXT, WHOLE, object_of, refusals
from aquatint.api.responses.content import MOST_ITEMS
from aquatint.api.responses.fields import FIELDS, Number, Refused
from aquatint.api.wire.kinds import Choice, Flag, Text, Whole
from aquatint.api.wire.upload import LONGEST, PURPOSES, SHORTEST

_ANY_OBJECT = {"type": "object"}
_NULLABLE_TEXT = {"type": ["string", "null"]}
_NULLABLE_WHOLE = {"type": ["integer", "null"]}
_NULLABLE_OBJECT = {"type": ["object", "null"]}
_METADATA = {"type": "object", "maxProperties": 16, "additionalProperties": {"type": "string", "maxLength": 512}}


def paths(image_models: list[str], main_models: list[str]) -> dict[str, Any]:
    """All of them, with the model names that are served."""
    return {
        "/v1/responses": {"post": _create_response(image_models, main_models)},
        "/v1/responses/{id}": {
            "get": _get("getResponse", "Response", _id(), _query("include[]", _INCLUDES)),
            "delete": _get("deleteResponse", "Deleted", _id()),
        },
        "/v1/responses/{id}/cancel": {"post": _get("cancelResponse", "Response", _id())},
        "/v1/responses/{id}/input_items": {"get": _get("listInputItems", "ItemList", _id(), *_paging())},
        "/v1/conversations": {"post": _post("createConversation", "Conversation", _conversation_body())},
        "/v1/conversations/{id}": {
            "get": _get("getConversation", "Conversation", _id()),
            "post": _post("updateConversation", "Conversation", _object(metadata=_METADATA), _id()),
            "delete": _get("deleteConversation", "Deleted", _id()),
        },
        "/v1/conversations/{id}/items": {
            "get": _get("listItems", "ItemList", _id(), *_paging()),
            "post": _post("createItems", "ItemList", _object(items=_items(20)), _id()),
        },
        "/v1/conversations/{id}/items/{item}": {
            "get": _get("getItem", "Item", _id(), _id("item")),
            "delete": _get("deleteItem", "Conversation", _id(), _id("item")),
        },
        "/v1/files": {"get": _get("listFiles", "FileList", *_paging(10_000, purpose=True)), "post": _upload()},
        "/v1/files/{id}": {
            "get": _get("getFile", "File", _id()),
            "delete": _get("deleteFile", "Deleted", _id()),
        },
        "/v1/files/{id}/content": {"get": _bytes("getFileContent", "application/octet-stream")},
        "/v1/images/{id}/content": {"get": _bytes("getPicture", "image/png", "image/jpeg", "image/webp")},
    }


def _object(**properties: Any) -> dict[str, Any]:
    return {**object_of(**properties), "additionalProperties": False}


def _create_response(image_models: list[str], main_models: list[str]) -> dict[str, Any]:
    fields = {name: _field(row.kind) for name, row in FIELDS.items() if not isinstance(row.kind, Refused)}
    body = {
        "type": "object",
        "properties": {
            "model": {"enum": main_models},
            "input": {"anyOf": [TEXT, _items(MOST_ITEMS)]},
            "tools": {"type": "array", "maxItems": 1, "items": _tool(image_models)},
            "tool_choice": {"anyOf": [{"enum": ["none", "auto"]}, _TOOL_CHOICE]},
            **fields,
        },
        "required": ["model", "input"],
        "additionalProperties": False,
    }
    operation = _post("createResponse", "Response", body)
    events = _object(event=TEXT, data={"type": "string", "contentMediaType": JSON})
    operation["responses"]["200"]["content"]["text/event-stream"] = {"schema": events}
    operation["responses"] |= refusals("409", "429", "500", "503")
    return operation


_TOOL_CHOICE = _object(type={"const": "image_generation"})
_INCLUDES = {"type": "array", "items": {"enum": ["message.input_image.image_url"]}}


def _field(kind: Any) -> dict[str, Any]:
    match kind:
        case Text():
            return {"type": ["string", "null"], "maxLength": min(kind.longest, 10_000)}
        case Whole():
            return {"type": ["integer", "null"], "minimum": kind.low, "maximum": kind.high}
        case Number():
            return {"type": ["number", "null"], "minimum": kind.low, "maximum": kind.high}
        case Flag():
            return {"type": ["boolean", "null"]}
        case Choice():
            nothing: Any = None
            return {"enum": [*kind.values(nothing), None]}
    return {}


def _tool(image_models: list[str]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {
            "type": {"const": "image_generation"},
            "action": {"enum": ["generate", "edit", "auto"]},
            "model": {"enum": image_models},
            "size": {"enum": ["auto", "1024x1024", "1536x1024", "1024x1536"]},
            "quality": {"enum": ["low", "medium", "high", "auto"]},
            "background": {"enum": ["transparent", "opaque", "auto"]},
            "output_format": {"enum": ["png", "jpeg", "webp"]},
            "output_compression": {"type": "integer", "minimum": 0, "maximum": 100},
            "moderation": {"enum": ["auto", "low"]},
        },
        "required": ["type"],
    }


def _items(most: int) -> dict[str, Any]:
    text = _object(type={"enum": ["input_text"]}, text=TEXT)
    image = _object(type={"enum": ["input_image"]}, image_url_=TEXT, file_id_=TEXT, detail_={"enum": ["auto"]})
    content = {"anyOf": [TEXT, {"type": "array", "items": {"anyOf": [text, image]}}]}
    message = _object(role={"enum": ["user", "system", "developer"]}, content=content, type_={"const": "message"})
    reference = _object(type={"const": "item_reference"}, id=TEXT)
    return {"type": "array", "maxItems": most, "items": {"anyOf": [message, reference]}}


def _conversation_body() -> dict[str, Any]:
    return _object(items_=_items(20), metadata_=_METADATA)


def _id(name: str = "id") -> dict[str, Any]:
    schema = {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,100}$"}
    return {"name": name, "in": "path", "required": True, "schema": schema}


def _query(name: str, schema: Any) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": schema}


def _paging(most: int = 100, *, purpose: bool = False) -> list[dict[str, Any]]:
    found = [
        _query("after", TEXT),
        _query("limit", {"type": "integer", "minimum": 1, "maximum": most}),
        _query("order", {"enum": ["asc", "desc"]}),
    ]
    return [*found, _query("purpose", TEXT)] if purpose else found


def _get(operation: str, schema: str, *parameters: dict[str, Any]) -> dict[str, Any]:
    content = {JSON: {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    return {
        "operationId": operation,
        "parameters": list(parameters),
        "responses": {
            "200": {"description": schema, "content": content},
            **refusals("400", "401", "403", "404", "405", "409"),
        },
    }


def _post(operation: str, schema: str, body: dict[str, Any], *parameters: dict[str, Any]) -> dict[str, Any]:
    described = _get(operation, schema, *parameters)
    described["requestBody"] = {"required": True, "content": {JSON: {"schema": body}}}
    described["responses"] |= refusals("408", "413", "415")
    return described


def _upload() -> dict[str, Any]:
    operation = _get("createFile", "File")
    seconds = {"type": "integer", "minimum": SHORTEST, "maximum": LONGEST}
    body = {
        "type": "object",
        "properties": {
            "file": {"type": "string", "format": "binary"},
            "purpose": {"enum": list(PURPOSES)},
            "expires_after[anchor]": {"const": "created_at"},
            "expires_after[seconds]": seconds,
        },
        "required": ["file", "purpose"],
        "additionalProperties": False,
    }
    operation["requestBody"] = {"required": True, "content": {FORM: {"schema": body}}}
    operation["responses"] |= refusals("408", "413", "415")
    return operation


def _bytes(operation: str, *media_types: str) -> dict[str, Any]:
    described = _get(operation, "File", _id())
    content = {kind: {"schema": {"type": "string", "format": "binary"}} for kind in media_types}
    described["responses"]["200"] = {"description": "The bytes.", "content": content}
    return described


_LIST = {"object": {"const": "list"}, "first_id": _NULLABLE_TEXT, "last_id": _NULLABLE_TEXT}


def _list_of(schema: str) -> dict[str, Any]:
    items = {"type": "array", "items": {"$ref": f"#/components/schemas/{schema}"}}
    return object_of(**_LIST, data=items, has_more={"type": "boolean"})


SCHEMAS: dict[str, Any] = {
    "Response": object_of(
        id=TEXT,
        object={"const": "response"},
        status={"enum": ["queued", "in_progress", "completed", "incomplete", "failed", "cancelled"]},
        created_at=WHOLE,
        completed_at=_NULLABLE_WHOLE,
        error=_NULLABLE_OBJECT,
        incomplete_details=_NULLABLE_OBJECT,
        model=TEXT,
        output={"type": "array", "items": {"$ref": "#/components/schemas/Item"}},
        tools={"type": "array", "items": _ANY_OBJECT},
        usage=_NULLABLE_OBJECT,
        tool_usage_=_ANY_OBJECT,
        metadata=_ANY_OBJECT,
    ),
    "Item": object_of(
        id=TEXT, type={"enum": ["message", "image_generation_call", "reasoning"]}, result_=_NULLABLE_TEXT
    ),
    "ItemList": _list_of("Item"),
    "Conversation": object_of(id=TEXT, object={"const": "conversation"}, created_at=WHOLE, metadata=_ANY_OBJECT),
    "File": object_of(
        id=TEXT,
        object={"const": "file"},
        bytes=WHOLE,
        created_at=WHOLE,
        expires_at=_NULLABLE_WHOLE,
        filename=TEXT,
        purpose={"enum": list(PURPOSES)},
        status={"const": "processed"},
    ),
    "FileList": _list_of("File"),
    "Deleted": object_of(id=TEXT, object=TEXT, deleted={"const": True}),
}
