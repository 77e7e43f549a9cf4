"""What orders cost."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from aquatint.api.metering import Meter
from aquatint.api.wire.call import Call
from aquatint.foundry.catalog import Catalog
from aquatint.foundry.deployments import Deployments
from aquatint.sizes import Size
from aquatint.tokens import TextCounter, Usage
from aquatint.types import ImageOrder, ImageRequest, Rendered

SQUARE = Size(1024, 1024)


class Words:
    """Counts words, so that the tests need no table."""

    def count(self, text: str) -> int:
        return len(text.split())


def meter(quality: str, **changes: object) -> Meter:
    deployment = Deployments.of(Catalog.load()).resolve("gpt-image-2")
    rule = deployment.profile.size_rule
    fields = {"operation": "edit", "prompt": "make it blue", "quality": quality, "size_rule": rule, "seed": 1}
    request = ImageRequest(**{**fields, **changes})  # type: ignore[arg-type]
    order = ImageOrder(request=request, model="gpt-image-2")
    return Meter(Call(order=order, deployment=deployment), cast(TextCounter, Words()))


def picture(*sources: Size) -> Rendered:
    return Rendered(
        path=Path("picture"),
        byte_count=1,
        size=SQUARE,
        background="opaque",
        output_format="png",
        source_sizes=sources,
    )


def test_the_input_counts_once_and_every_picture_its_output() -> None:
    counter = meter("low")
    first, second = counter.picture(picture(SQUARE)), counter.picture(picture(SQUARE))
    assert first == Usage(input_text=3, input_image=1024, output_image=196)
    assert second == Usage(output_image=196)


def test_partial_images_cost_a_hundred_tokens_each() -> None:
    assert meter("high").picture(picture(), partial_images=3).output_image == 7024 + 300


def test_every_source_is_counted_by_its_own_size() -> None:
    sources = (SQUARE, Size(1536, 1024))
    assert meter("low").picture(picture(*sources)).input_image == 1024 + 1536
