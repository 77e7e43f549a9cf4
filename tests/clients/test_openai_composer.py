"""openai-python 3.x against the server as it comes: the composer draws."""

from __future__ import annotations

import base64
from typing import Any

import numpy as np
from openai import OpenAI

from contract.proofs import proves
from live.calls import ALL
from live.pictures import array, decoded, encoded, gradient, mask_png

FOX = "a watercolor painting of a red fox in a snowy pine forest at dusk"


def extension(datum: Any) -> dict[str, Any]:
    """What Aquatint says of a picture."""
    found: dict[str, Any] = datum.model_extra["aquatint"]
    return found


@proves(
    ALL,
    "undrawn, approximated",
    "differs",
    "additions to each datum: words of the prompt that did not reach the picture, and words drawn as their kind",
)
def test_what_was_not_drawn_is_said(composer_client: OpenAI) -> None:
    reply = composer_client.images.generate(
        model="gpt-image-2", prompt=f"{FOX}, with a zorgblatt", size="1024x1024", extra_body={"seed": 1}
    )
    assert reply.data is not None
    assert decoded(reply.data[0].b64_json).size == (1024, 1024)
    said = extension(reply.data[0])
    assert (said["seed"], said["engine"].partition("/")[0]) == (1, "composer")
    assert "zorgblatt" in said["undrawn"]
    assert "fox" not in said["undrawn"]


def test_the_same_bytes_and_the_plan(composer_client: OpenAI) -> None:
    ask: dict[str, Any] = {"model": "gpt-image-2", "prompt": "a red apple on a table", "size": "1024x640"}
    first, again = (
        composer_client.images.generate(**ask, extra_body={"seed": 5, "aquatint": {"plan": True}})
        for _ in range(2)
    )
    assert first.data is not None
    assert first.data == again.data
    plan = extension(first.data[0])["plan"]
    assert plan["seed"] == 5


def test_partials_are_on_the_way_to_the_picture(composer_client: OpenAI) -> None:
    stream = composer_client.images.generate(
        model="gpt-image-2", prompt=FOX, size="1024x640", stream=True, partial_images=3, extra_body={"seed": 2}
    )
    events = list(stream)
    assert [event.type.rpartition(".")[2] for event in events] == ["partial_image"] * 3 + ["completed"]
    # How alike they are as drawings, whatever paper and paint do to the colours.
    small = [decoded(event.b64_json).convert("L").resize((64, 40)) for event in events]
    likeness = [float(np.corrcoef(array(image, "L").flat, array(small[-1], "L").flat)[0, 1]) for image in small]
    assert likeness == sorted(set(likeness))


def test_transparent_has_clear_and_opaque_pixels(composer_client: OpenAI) -> None:
    reply = composer_client.images.generate(
        model="gpt-image-2", prompt="a red apple", size="1024x1024", background="transparent"
    )
    assert reply.data is not None
    image = decoded(reply.data[0].b64_json)
    alpha = array(image, "RGBA")[..., 3]
    assert (image.mode, reply.background) == ("RGBA", "transparent")
    assert alpha.min() == 0
    assert alpha.max() == 255


def test_the_mask_on_a_foreign_picture(composer_client: OpenAI) -> None:
    source = gradient(640, 480)
    reply = composer_client.images.edit(
        model="gpt-image-2", image=encoded(source), mask=mask_png(640, 480), prompt="fill it with blue"
    )
    assert (reply.size, reply.data is not None) == ("640x480", True)
    result = array(decoded(reply.data[0].b64_json)) if reply.data else source
    assert np.array_equal(result[:, 320:], source[:, 320:])
    assert not np.array_equal(result[:, :320], source[:, :320])


def test_an_instruction_on_its_own_picture(composer_client: OpenAI) -> None:
    ask: dict[str, Any] = {"model": "gpt-image-2", "size": "1024x1024", "extra_body": {"seed": 4}}
    drawn = composer_client.images.generate(prompt="a red fox in a meadow", **ask)
    assert drawn.data is not None
    before = decoded(drawn.data[0].b64_json)
    picture = base64.b64decode(drawn.data[0].b64_json or "")
    edited = composer_client.images.edit(image=picture, prompt="make the fox blue", **ask)
    assert edited.data is not None
    first, second = array(before), array(decoded(edited.data[0].b64_json))
    assert first.shape == second.shape
    changed = (first != second).any(axis=2)
    assert 0.005 < changed.mean() < 0.6


def test_things_of_its_own_pictures_go_into_new_scenes(composer_client: OpenAI) -> None:
    def drawn(prompt: str) -> bytes:
        reply = composer_client.images.generate(model="gpt-image-2", prompt=prompt, size="1024x1024")
        assert reply.data is not None
        return base64.b64decode(reply.data[0].b64_json or "")

    more: dict[str, Any] = {"extra_body": {"aquatint": {"plan": True}}}
    pictures = [("mug.png", drawn("a red mug")), ("bear.png", drawn("a teddy bear"))]
    both = composer_client.images.edit(
        model="gpt-image-2", image=pictures, prompt="these two on a wooden table", **more
    )
    assert both.data is not None
    said = extension(both.data[0])
    assert {item["noun"] for item in said["plan"]["items"]} >= {"mug", "teddy bear"}
    assert said["undrawn"] == []
