"""The official Python client on conversations and files."""

from __future__ import annotations

from typing import Any

import httpx
import openai
import pytest
from openai import OpenAI

from contract.proofs import proves
from live.calls import SOURCE
from live.pictures import array, data_url, decoded, encoded, gradient, mask_png

TOOL: dict[str, Any] = {"type": "image_generation", "size": "1024x640"}
ASK: dict[str, Any] = {"model": "gpt-5", "tools": [TOOL]}
pytestmark = pytest.mark.usefixtures("spool_stays_clean")


def picture(response: Any) -> Any:
    """Its only image call."""
    [item] = [item for item in response.output if item.type == "image_generation_call"]
    return item


@proves("Responses", "conversation", "honoured", "items of input and output are added when the turn is done")
def test_a_conversation(composer_client: OpenAI) -> None:
    talk = composer_client.conversations.create(metadata={"topic": "boats"})
    said = ["draw a harbour with two boats", "make the boats red", "what colour are the boats?"]
    replies = [composer_client.responses.create(**ASK, input=text, conversation=talk.id) for text in said]
    assert replies[2].output_text == "The boats are red."
    assert replies[0].conversation is not None
    assert replies[0].conversation.id == talk.id
    items = list(composer_client.conversations.items.list(talk.id, order="asc", limit=3))
    drawn, told = ["message", "image_generation_call", "message"], ["message", "message"]
    assert [item.type for item in items] == [*drawn, *drawn, *told]
    assert items[1].result == picture(replies[0]).result
    same = composer_client.conversations.items.retrieve(items[1].id, conversation_id=talk.id)
    assert same.to_dict() == items[1].to_dict()


def test_the_conversation_itself(client: OpenAI) -> None:
    talk = client.conversations.create(items=[{"role": "user", "content": "hello"}], metadata={"a": "1"})
    assert client.conversations.retrieve(talk.id).metadata == {"a": "1"}
    assert client.conversations.update(talk.id, metadata={"b": "2"}).metadata == {"b": "2"}
    added = client.conversations.items.create(talk.id, items=[{"role": "user", "content": "draw a fox"}])
    assert len(added.data) == 1
    client.conversations.items.delete(added.data[0].id, conversation_id=talk.id)
    assert len(client.conversations.items.list(talk.id).data) == 1
    assert client.conversations.delete(talk.id).deleted
    for call in (client.conversations.retrieve, client.conversations.delete, client.conversations.items.list):
        with pytest.raises(openai.NotFoundError):
            call(talk.id)


def test_a_conversation_without_a_body(client: OpenAI) -> None:
    assert client.conversations.create().metadata == {}


def test_a_failed_turn_leaves_the_conversation_as_it_was(client: OpenAI) -> None:
    talk = client.conversations.create()
    with pytest.raises(openai.BadRequestError, match="no more paint"):
        client.responses.create(**ASK, input="a fox fake: fail_at=1 error=no_more_paint", conversation=talk.id)
    assert client.conversations.items.list(talk.id).data == []


@proves("Responses", "conversation", "decided", "while a response is being made in it: 409 `conversation_locked`")
def test_one_turn_at_a_time(client: OpenAI) -> None:
    talk = client.conversations.create()
    slow = client.responses.create(
        **ASK, input="a fox fake: steps=1000 step_ms=20", conversation=talk.id, background=True
    )
    with pytest.raises(openai.ConflictError) as caught:
        client.responses.create(**ASK, input="a cow", conversation=talk.id)
    assert caught.value.code == "conversation_locked"
    with pytest.raises(openai.ConflictError):
        client.responses.create(**ASK, input="a cow", previous_response_id=slow.id)
    client.responses.cancel(slow.id)
    assert client.responses.create(**ASK, input="a cow", conversation=talk.id).status == "completed"


@proves("Other endpoints", "files", "honoured", "upload, list, retrieve, content, delete, `expires_after`")
def test_files(client: OpenAI) -> None:
    sent = [client.files.create(file=(f"p{n}.png", SOURCE), purpose="vision") for n in range(3)]
    assert (sent[0].object, sent[0].bytes, sent[0].filename) == ("file", len(SOURCE), "p0.png")
    assert (sent[0].purpose, sent[0].status, sent[0].expires_at) == ("vision", "processed", None)
    assert client.files.retrieve(sent[0].id) == sent[0]
    assert client.files.content(sent[0].id).read() == SOURCE
    listed = [file.id for file in client.files.list(purpose="vision", limit=2)]
    assert listed[:3] == [file.id for file in reversed(sent)]
    assert client.files.delete(sent[0].id).deleted
    with pytest.raises(openai.NotFoundError):
        client.files.retrieve(sent[0].id)
    short: Any = {"anchor": "created_at", "seconds": 3600}
    expiring = client.files.create(file=("a.txt", b"words"), purpose="user_data", expires_after=short)
    assert expiring.expires_at == expiring.created_at + 3600


@pytest.mark.parametrize(
    ("values", "param", "code"),
    [
        ({"purpose": "wallpaper"}, "purpose", "invalid_value"),
        ({"file": ("a.png", b"")}, "file", "empty_file"),
        (
            {"expires_after": {"anchor": "created_at", "seconds": 5}},
            "expires_after[seconds]",
            "integer_below_min_value",
        ),
        ({"expires_after": {"anchor": "now", "seconds": 3600}}, "expires_after[anchor]", "invalid_value"),
        ({"extra_body": {"colour": "red"}}, "colour", "unknown_parameter"),
    ],
)
def test_files_that_are_refused(client: OpenAI, values: dict[str, Any], param: str, code: str) -> None:
    with pytest.raises(openai.BadRequestError) as caught:
        client.files.create(**{"file": ("a.png", SOURCE), "purpose": "vision", **values})
    assert (caught.value.param, caught.value.code) == (param, code)


@proves(
    "Responses",
    "input_image",
    "honoured",
    "data URL, https URL and `file_id`; the picture is edited, or talked about",
)
@proves(
    "Responses",
    "include",
    "honoured",
    "`message.input_image.image_url`; the others are about items that never are",
)
@pytest.mark.parametrize("way", ["data URL", "file"])
def test_editing_a_picture_that_is_sent(client: OpenAI, way: str) -> None:
    image: dict[str, Any] = {"type": "input_image", "image_url": data_url(SOURCE)}
    if way == "file":
        sent = client.files.create(file=("p.png", SOURCE), purpose="vision")
        image = {"type": "input_image", "file_id": sent.id}
    content: Any = [{"type": "input_text", "text": "make it green"}, image]
    tool: Any = {"type": "image_generation", "action": "edit"}
    made = client.responses.create(model="gpt-5", input=[{"role": "user", "content": content}], tools=[tool])
    assert (picture(made).action, decoded(picture(made).result).size) == ("edit", (320, 240))
    [message] = client.responses.input_items.list(made.id, include=["message.input_image.image_url"]).data
    shown = message.content[1]
    assert (shown.image_url == data_url(SOURCE)) == (way == "data URL")
    assert (shown.file_id is not None) == (way == "file")


def test_a_picture_of_ours_that_comes_back_is_known(composer_client: OpenAI) -> None:
    made = picture(composer_client.responses.create(**ASK, input="draw three foxes"))
    content: Any = [
        {"type": "input_text", "text": "how many foxes are there?"},
        {"type": "input_image", "image_url": f"data:image/png;base64,{made.result}"},
    ]
    answer = composer_client.responses.create(**ASK, input=[{"role": "user", "content": content}])
    assert answer.output_text == "There are three foxes."


@proves("Image tool", "input_image_mask", "honoured", "outside it every pixel stays")
def test_a_mask(client: OpenAI) -> None:
    pixels = gradient(320, 240)
    sent = client.files.create(file=("m.png", mask_png(320, 240)), purpose="vision")
    image = {"type": "input_image", "image_url": data_url(encoded(pixels))}
    content: Any = [{"type": "input_text", "text": "paint it green"}, image]
    tool: Any = {"type": "image_generation", "input_image_mask": {"file_id": sent.id}}
    made = client.responses.create(model="gpt-5", input=[{"role": "user", "content": content}], tools=[tool])
    result = array(decoded(picture(made).result))
    assert (result[:, 160:] == pixels[:, 160:]).all()
    assert (result[:, :160] != pixels[:, :160]).any()


@proves(
    "Other endpoints",
    "images/{id}/content",
    "differs",
    "the bytes of a stored picture by the id of its item: ours",
)
def test_the_bytes_of_a_stored_picture(client: OpenAI, http: httpx.Client) -> None:
    made = client.responses.create(model="gpt-5", input="draw a fox", tools=[{**TOOL, "output_format": "webp"}])
    reply = http.get(f"/v1/images/{picture(made).id}/content")
    assert reply.headers["content-type"] == "image/webp"
    assert reply.content[8:12] == b"WEBP"
    assert http.get("/v1/images/ig_unknown/content").status_code == 404
