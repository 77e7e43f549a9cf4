"""Checks that need more than the value itself: the profile, or the parameters read before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from aquatint.api.wire.fields import Fields
from aquatint.api.wire.kinds import Choice
from aquatint.errors import InvalidSize, InvalidValue, ParameterNotForModel
from aquatint.foundry.catalog import Profile
from aquatint.sizes import IllegalSize, Size, UnlistedSize


@dataclass(slots=True)
class Given:
    """What a check may look at: the body, the profile and the values of the rows above."""

    fields: Fields
    profile: Profile
    values: dict[str, Any]


def check_quality(value: str, given: Given) -> str:
    """Auto stands for the profile's default."""
    return given.profile.auto_quality if value == "auto" else value


def check_background(value: str, given: Given) -> str:
    """JPEG has no alpha. The real gpt-image-2 has no transparency either; this server does."""
    if value == "transparent" and given.values["output_format"] == "jpeg":
        text = "Transparent background is not supported for JPEG output format"
        raise ParameterNotForModel(text, param="background")
    return value


def check_fidelity(value: object, given: Given) -> str | None:
    """Only some profiles have the parameter at all."""
    if value is None:
        return None
    profile = given.profile
    if not profile.input_fidelity:
        text = f"The model '{profile.name}' does not support the 'input_fidelity' parameter."
        raise ParameterNotForModel(text, param="input_fidelity", code="invalid_input_fidelity_model")
    choice = Choice(lambda _: profile.input_fidelity)
    return choice.read("input_fidelity", value, given.fields.dialect, profile)


def check_partials(value: int, given: Given) -> int:
    """Partial images are sent as events, and without a stream there are none: refused rather than dropped."""
    if value and not given.values["stream"]:
        text = "Invalid 'partial_images': partial images are only sent when 'stream' is true."
        raise InvalidValue(text, param="partial_images")
    return value


def check_compression(value: int, given: Given) -> int:
    """PNG is lossless. The real service names no parameter in this error."""
    if value < 100 and given.values["output_format"] == "png":
        text = "Compression less than 100 is not supported for PNG output format"
        raise ParameterNotForModel(text, code="invalid_png_output_compression")
    return value


def check_size(value: str, given: Given) -> Size | None:
    """None for auto, else a size that the profile allows."""
    if value == "auto":
        return None
    try:
        return given.profile.size_rule.parse(value)
    except UnlistedSize as refusal:
        raise InvalidValue(refusal.text, param="size") from None
    except IllegalSize as refusal:
        raise InvalidSize(refusal.text) from None
