"""Scenes that somebody else has thought out: a language model writes a draft, and here it becomes a scene.

A draft names things as short phrases ("an old fisherman in a yellow coat"), which are read like any prompt. So a
draft can ask for nothing that a prompt could not, and what cannot be drawn is listed as ever.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

import msgspec
from msgspec import Meta, Struct

from aquatint.engines.composer import backdrops, graphics
from aquatint.engines.composer.planner.author import Authored, items_of
from aquatint.engines.composer.planner.ledger import Ledger
from aquatint.engines.composer.planner.parse import read
from aquatint.engines.composer.planner.phrases import Phrase
from aquatint.engines.composer.planner.tags import tag
from aquatint.engines.composer.planner.tokens import tokenise
from aquatint.engines.composer.scene import (
    Camera,
    HexColour,
    Reading,
    RelationName,
    Scene,
    Season,
    Text,
    TextRole,
    TimeOfDay,
    Weather,
)
from aquatint.engines.composer.styles import registry as styles
from aquatint.types import PROMPT_LIMIT

THINGS = 24
"""Most things of a draft."""
Short = Annotated[str, Meta(max_length=120)]


class Thing(Struct, kw_only=True, forbid_unknown_fields=True):
    """One kind of thing, as a phrase without its number."""

    id: Short
    phrase: Short
    count: Annotated[int, Meta(ge=1, le=400)] = 1
    relation: RelationName = ""
    target: Short = ""


class Lettering(Struct, kw_only=True, forbid_unknown_fields=True):
    """Words to be set."""

    role: TextRole
    content: Annotated[str, Meta(max_length=400)]


class Draft(Struct, kw_only=True, forbid_unknown_fields=True):
    """A scene in the words of its author."""

    kind: Short = "scene"
    backdrop: Short = "meadow"
    time: TimeOfDay = "day"
    weather: Weather = "clear"
    season: Season | Literal[""] = ""
    camera: Camera = "eye"
    style: Short = "storybook"
    palette: Annotated[list[HexColour], Meta(max_length=7)] = []
    things: Annotated[list[Thing], Meta(max_length=THINGS)] = []
    texts: Annotated[list[Lettering], Meta(max_length=12)] = []
    left_out: Annotated[list[Short], Meta(max_length=40)] = []
    """Words of the prompt for which the author found no place."""


class DraftInvalid(ValueError):
    """The draft is none that can be drawn."""


def schema() -> dict[str, Any]:
    """The JSON schema of a draft, strict: every field is required, and nothing else is allowed."""
    word = {"type": "string"}
    thing = {
        "id": {**word, "description": "short and unique: fox1"},
        "phrase": {
            **word,
            "description": "a noun with its adjectives, without a number: 'red fox', 'old woman reading'",
        },
        "count": {"type": "integer"},
        "relation": {"enum": list(get_args(RelationName))},
        "target": {**word, "description": "the id of the thing that the relation refers to, or empty"},
    }
    fields = {
        "kind": {"enum": ["scene", *graphics.names()]},
        "backdrop": {"enum": backdrops.names()},
        "time": {"enum": list(get_args(TimeOfDay))},
        "weather": {"enum": list(get_args(Weather))},
        "season": {"enum": ["", *get_args(Season)]},
        "camera": {"enum": list(get_args(Camera))},
        "style": {"enum": list(styles.names())},
        "palette": {
            "type": "array",
            "items": {**word, "description": "#rrggbb, only if the prompt names colours for all"},
        },
        "things": {"type": "array", "items": _closed(thing)},
        "texts": {
            "type": "array",
            "items": _closed({"role": {"enum": list(get_args(TextRole))}, "content": word}),
        },
        "left_out": {"type": "array", "items": word},
    }
    return _closed(fields)


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object", "properties": properties, "required": list(properties), "additionalProperties": False,
    }  # fmt: skip


def scene_of_draft(draft: dict[str, Any], prompt: str, *, seed: int, transparent: bool = False) -> Authored:
    """The scene of a draft, and what became of its words. Raises `DraftInvalid`."""
    try:
        plan = msgspec.convert(draft, Draft)
    except msgspec.ValidationError as trouble:
        raise DraftInvalid(str(trouble)) from trouble
    known = {"kind": ("scene", *graphics.names()), "backdrop": backdrops.names(), "style": styles.names()}
    for name, values in known.items():
        if getattr(plan, name) not in values:
            raise DraftInvalid(f"there is no {name} '{getattr(plan, name)}'")
    phrases, reading = _phrases(plan)
    scene = Scene(
        prompt=prompt[:PROMPT_LIMIT],
        seed=seed,
        kind=plan.kind,
        backdrop=plan.backdrop,
        time=plan.time,
        weather=plan.weather,
        season=plan.season or None,
        camera=plan.camera,
        style=plan.style,
        palette=[colour for colour in plan.palette if colour],
        transparent=transparent,
        items=items_of(phrases),
        texts=[Text(role=text.role, content=text.content) for text in plan.texts if text.content.strip()],
    )
    return Authored(scene, reading)


def _phrases(plan: Draft) -> tuple[list[Phrase], Reading]:
    """The things of a draft as phrases that relate to each other."""
    reading = Reading(undrawn=[word for word in plan.left_out if word])
    found: dict[str, Phrase] = {}
    for thing in plan.things:
        phrase = _phrase(thing, reading)
        if phrase is not None:
            found[thing.id] = phrase
    for thing in plan.things:
        if thing.id in found and thing.relation and thing.target in found and thing.target != thing.id:
            found[thing.id].relate(thing.relation, found[thing.target])
    reading.drawn += [text.content for text in plan.texts if text.content.strip()]
    return list(found.values()), reading


def _phrase(thing: Thing, reading: Reading) -> Phrase | None:
    ledger = Ledger()
    parse = read(tag(tokenise(thing.phrase)), ledger)
    own = ledger.reading()
    reading.drawn += own.drawn
    reading.approximated += own.approximated
    reading.undrawn += own.undrawn
    if not parse.phrases:
        if thing.phrase not in reading.undrawn and not own.undrawn:
            reading.undrawn.append(thing.phrase)
        return None
    phrase = parse.phrases[0]
    phrase.count, phrase.target, phrase.relation = thing.count, None, ""
    return phrase
