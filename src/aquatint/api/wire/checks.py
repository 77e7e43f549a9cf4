"""Checks that need more than the value itself: the profile, or the parameters read before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from aquatint.api.wire.fields import Fields
from aquatint.api.wire.kinds import Choice
from aquatint.errors import InvalidSize, InvalidValue, ParameterNotForModel
from aquatint.foundry.catalog import Profile
from aquatint.sizes import IllegalSize, Size, SizeRule, UnlistedSize
from aquatint.types import Complexity

WHOLE_FORMATS = ("gif", "svg")
"""Formats without intermediate states."""
DEFAULT_FRAMES, DEFAULT_FRAME_MS = 9, 200
"""Frames of an animation and milliseconds of each, when a call does not say."""


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


def check_format(value: str, given: Given) -> str:
    """A GIF has no mask; an SVG is one drawing."""
    if value == "gif" and given.values.get("mask") is not None:
        raise ParameterNotForModel("A mask is not supported for GIF output format", param="mask")
    if value == "svg" and given.values["n"] > 1:
        raise ParameterNotForModel("SVG output format makes one picture at a time: 'n' must be 1.", param="n")
    return value


def check_frame_count(value: int | None, given: Given) -> int | None:
    """Only animations have frames; nine unless told otherwise."""
    if given.values["output_format"] != "gif":
        _refuse_if_given("frame_count", value)
        return None
    return DEFAULT_FRAMES if value is None else value


def check_frame_duration(value: int | None, given: Given) -> int | None:
    """GIF counts in hundredths of a second, up to 65,535 of them."""
    if given.values["output_format"] != "gif":
        _refuse_if_given("frame_duration_ms", value)
        return None
    return DEFAULT_FRAME_MS if value is None else min(655_350, max(10, round(value / 10) * 10))


def _refuse_if_given(name: str, value: object) -> None:
    if value is not None:
        raise ParameterNotForModel(f"'{name}' is only supported for GIF output format.", param=name)


def check_complexity(value: object, given: Given) -> Complexity | None:
    """Only some profiles have the parameter at all."""
    if value is None:
        return None
    profile = given.profile
    if not profile.complexity:
        text = f"The model '{profile.name}' does not support the 'complexity' parameter."
        raise ParameterNotForModel(text, param="complexity")
    choice = Choice(lambda _: profile.complexity)
    return cast(Complexity, choice.read("complexity", value, given.fields.dialect, profile))


def check_stream(value: bool, given: Given) -> bool:
    """Animations and vector drawings come whole."""
    output_format = given.values["output_format"]
    if value and output_format in WHOLE_FORMATS:
        text = f"Streaming is not supported for {output_format.upper()} output format"
        raise ParameterNotForModel(text, param="stream")
    return value


def check_partials(value: int, given: Given) -> int:
    """Partial images are sent as events, and without a stream there are none: refused rather than dropped."""
    if value and not given.values["stream"]:
        text = "Invalid 'partial_images': partial images are only sent when 'stream' is true."
        raise InvalidValue(text, param="partial_images")
    return value


def check_compression(value: int, given: Given) -> int:
    """Only JPEG and WebP have the choice. The real service names no parameter in this error."""
    output_format = given.values["output_format"]
    if value < 100 and output_format not in ("jpeg", "webp"):
        text = f"Compression less than 100 is not supported for {output_format.upper()} output format"
        raise ParameterNotForModel(text, code=f"invalid_{output_format}_output_compression")
    return value


def check_size(value: str, given: Given) -> Size | None:
    """None for auto, else a size that the profile allows."""
    if value == "auto":
        return None
    try:
        return size_rule(given.profile, given.values).parse(value)
    except UnlistedSize as refusal:
        raise InvalidValue(refusal.text, param="size") from None
    except IllegalSize as refusal:
        raise InvalidSize(refusal.text) from None


def size_rule(profile: Profile, values: dict[str, Any]) -> SizeRule:
    """The sizes that are legal for these values: frames of an animation are smaller."""
    frames = values["frame_count"]
    return profile.size_rule if frames is None else profile.size_rule.for_frames(frames)
