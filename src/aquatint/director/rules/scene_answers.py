"""Questions about what a picture shows, answered from its plan."""

from __future__ import annotations

import re
from collections.abc import Callable

from aquatint.director.contract import Card
from aquatint.director.rules import facts
from aquatint.director.rules.retelling import things_told
from aquatint.director.rules.words import one_of
from aquatint.engines.composer.lexicon.nouns import find_noun
from aquatint.engines.composer.scene import Item, Scene

_OF_THE_SKY = re.compile(r"\b(sky|background|ground|sea|water|wall|floor)\b")


def answer_from_scene(asked: str, scene: Scene, card: Card) -> str:
    """The answer to a question in small letters; empty when the plan does not say."""
    for pattern, tell in _ABOUT:
        if pattern.search(asked) and (told := tell(asked, scene, card)):
            return told
    return ""


def _how_many(asked: str, scene: Scene, _: Card) -> str:
    items = facts.things(scene)
    named = facts.named(asked, items)
    if named:
        total = sum(item.count for item in named)
        name = facts.singular(named[0]) if total == 1 else facts.plural(named[0])
        return f"There {'is' if total == 1 else 'are'} {facts.number_word(total)} {name}."
    group = facts.of_group(asked, items)
    if group is not None and group[1]:
        number = facts.number_word(sum(item.count for item in group[1]))
        return f"{number.capitalize()}: {one_of([facts.counted(item) for item in group[1]])}."
    noun = group[0] if group is not None else facts.asked_noun(asked, plural=True)
    return f"There are no {noun} in the plan of this picture." if noun else ""


def _colour(asked: str, scene: Scene, _: Card) -> str:
    named = facts.named(asked, facts.things(scene))
    if named:
        return " ".join(_colour_of(item) for item in named)
    if match := _OF_THE_SKY.search(asked):
        return f"The plan gives the {match[1]} no colour; it is painted as it looks {facts.time_of(scene)}."
    if noun := facts.asked_noun(asked):
        return _none(noun)
    if scene.palette:
        return f"The picture is kept in {one_of([facts.colour_name(code) for code in scene.palette if code])}."
    return " ".join(_colour_of(item) for item in facts.things(scene) if item.colour)


def _colour_of(item: Item) -> str:
    name = facts.the(item)
    if item.colour:
        return f"{name} {facts.is_or_are(item)} {facts.colour_name(item.colour)}."
    noun = find_noun(item.noun)
    natural = next((word for word, art in (noun.colours if noun else {}).items() if art == item.art), "")
    if natural:
        return f"{name} {facts.is_or_are(item)} {natural}."
    return f"{name} {facts.is_or_are(item)} in the drawing's own colours, which the plan does not name."


def _is_so(asked: str, scene: Scene, card: Card) -> str:
    """ "Is it night?", "is it raining?", "is the boat red?"."""
    named = facts.named(asked, facts.things(scene))
    noun = facts.asked_noun(asked)
    for each in facts.tags_of(asked):
        if (colour := each.sense("colour")) is not None and (named or noun):
            if not named:
                return _none(noun)
            agreed = any(item.colour == colour.value for item in named)
            return f"{_yes(agreed)}. {' '.join(_colour_of(item) for item in named)}"
        if (time := each.sense("time")) is not None:
            return f"{_yes(time.value == scene.time)}, it is {scene.time}."
        if (weather := each.sense("weather")) is not None:
            return f"{_yes(weather.value == scene.weather)}: the weather is {facts.weather_of(scene)}."
        if (season := each.sense("season")) is not None:
            return f"{_yes(season.value == scene.season)}: {_season(asked, scene, card)}"
    return ""


def _is_there(asked: str, scene: Scene, card: Card) -> str:
    named = facts.named(asked, facts.things(scene))
    if named:
        return f"Yes: {one_of([facts.counted(item) for item in named])}."
    for word in card.undrawn:
        if re.search(rf"\b{re.escape(word.casefold())}\b", asked):
            return f"No: I could not draw '{word}'."
    noun = facts.asked_noun(asked)
    return f"No, there is no {noun} in the plan of this picture." if noun else ""


def _which(asked: str, scene: Scene, card: Card) -> str:
    """ "What animals are there?"."""
    group = facts.of_group(asked, facts.things(scene))
    if group is None:
        return _contents(asked, scene, card)
    if not group[1]:
        return f"There are no {group[0]} in the plan of this picture."
    listed = one_of([facts.counted(item) for item in group[1]])
    return f"{listed[:1].upper()}{listed[1:]}."


def _why(asked: str, _: Scene, card: Card) -> str:
    lost = [word for word in card.undrawn if re.search(rf"\b{re.escape(word.casefold())}\b", asked)]
    return f"I could not draw {one_of(lost)}." if lost else "I cannot say why."


def _contents(_: str, scene: Scene, card: Card) -> str:
    lost = f" Not drawn: {', '.join(card.undrawn)}." if card.undrawn else ""
    return _summary(scene) + lost


def _summary(scene: Scene) -> str:
    """One sentence on what the picture shows."""
    shown = things_told(facts.things(scene))
    said = one_of([f'"{text.content}"' for text in scene.texts])
    if scene.kind != "scene":
        told = f"A {scene.kind}"
        told += f" about {scene.subject}" if scene.subject else ""
        told += f" with {shown}" if shown else ""
    else:
        told = f"{shown[:1].upper()}{shown[1:]}" if shown else "No single things"
        told += f"; {facts.setting(scene)}"
    return f"{told}, with the words {said}." if said else f"{told}."


def _time(_: str, scene: Scene, __: Card) -> str:
    return f"It is {scene.time}." if scene.kind == "scene" else "The plan of this picture has no time of day."


def _weather(_: str, scene: Scene, __: Card) -> str:
    return f"The weather: {facts.weather_of(scene)}."


def _season(_: str, scene: Scene, __: Card) -> str:
    return f"The season is {scene.season}." if scene.season else "The plan names no season."


def _style(_: str, scene: Scene, __: Card) -> str:
    return f"The style is '{scene.style}'."


def _says(_: str, scene: Scene, __: Card) -> str:
    said = [f'"{text.content}"' for text in scene.texts]
    return f"It says {one_of(said)}." if said else "There are no words in the plan of this picture."


def _place(_: str, scene: Scene, __: Card) -> str:
    return f"The place is '{scene.backdrop.replace('-', ' ')}'."


def _steps(_: str, scene: Scene, __: Card) -> str:
    return f"Its steps: {'; '.join(step.label for step in scene.steps)}." if scene.steps else ""


def _where(asked: str, scene: Scene, card: Card) -> str:
    named = facts.named(asked, facts.things(scene))
    if not named:
        return _is_there(asked, scene, card) if facts.asked_noun(asked) else _place(asked, scene, card)
    item = named[0]
    target = scene.item(item.target) if item.target else None
    if item.relation and target is not None:
        return f"{facts.the(item)} {facts.is_or_are(item)} {item.relation} the {facts.singular(target)}."
    if item.position is not None:
        return f"{facts.the(item)} {facts.is_or_are(item)} {_side(item.position[0])}."
    return f"{facts.the(item)}: the plan leaves the place to the layout, so I cannot say where."


def _side(x: float) -> str:
    return "on the left" if x < 0.4 else "on the right" if x > 0.6 else "in the middle"


def _doing(asked: str, scene: Scene, _: Card) -> str:
    """ "What is the fox doing?", "what is the girl wearing?"."""
    items = facts.things(scene)
    named = facts.named(asked, items)
    if not named:
        return ""
    item, name = named[0], facts.singular(named[0])
    told = [f"{key} {value}" for key, value in item.attributes.items() if value and facts.is_told(key)]
    told += [_related(each, name) for each in items if each.target == item.id]
    return f"The plan says of the {name}: {'; '.join(told)}." if told else f"The plan says no more of the {name}."


def _related(item: Item, name: str) -> str:
    """ "holding a red umbrella", "a hat on the fox"."""
    if item.relation in ("holding", "wearing", "riding"):
        return f"{item.relation} {facts.counted(item)}"
    return f"{facts.counted(item)} {item.relation} the {name}"


_THERE = (
    r"\b(is|are) there\b|\b(do|can) you see\b|\b(has|have)\b"
    r"|\bdoes (it|the picture|the image) (have|show|contain)\b"
)
_ALL = (
    r"\bwhat('s| is| are)? (in|on|there|this|that|it|shown|visible)\b|\bdescribe\b|\b(list|name)\b"
    r"|\bwhat (did|do|can|have) (you|i|we)\b|\btell me (about|what)\b"
    r"|\bwho('s| is| are)? (in|on|there|this|that)\b"
    r"|\bwhat (things?|objects?|animals?|people|person|items?)\b"
    r"|\bwhat does (it|the picture|the image) (show|contain)\b"
)
_PLACE = r"\b(what|which)('s| is)? (the )?(place|location|setting|background|scenery)\b|\bin the background\b"
_SAYS = r"\b(what|which)\b.*\b(say|says|text|words?|written|title|caption|reads?)\b"
_DOING = r"\bwhat('s| is| are)?\b.*\b(doing|wearing|holding|riding|looking|made of)\b"
_ABOUT: tuple[tuple[re.Pattern[str], Callable[[str, Scene, Card], str]], ...] = (
    (re.compile(r"^why\b"), _why),
    (re.compile(r"\bhow many\b|\bnumber of\b|\bcount\b"), _how_many),
    (re.compile(r"\bcolou?rs?\b"), _colour),
    (re.compile(r"\bwhat time\b|\btime of day\b|\bwhat hour\b"), _time),
    (re.compile(r"\bweather\b"), _weather),
    (re.compile(r"\b(what|which) season\b"), _season),
    (re.compile(r"\bstyle\b|\btechnique\b"), _style),
    (re.compile(_SAYS), _says),
    (re.compile(r"\bwhere\b"), _where),
    (re.compile(_DOING), _doing),
    (re.compile(_PLACE), _place),
    (re.compile(r"\bsteps?\b|\bstages?\b"), _steps),
    (re.compile(r"^(is|are|was|does|do|can|has|have|isn't|aren't)\b"), _is_so),
    (re.compile(r"^(?:what|which) (?:\w+ )?\w+ (?:is|are) (?:there|in|shown)\b"), _which),
    (re.compile(_THERE), _is_there),
    (re.compile(_ALL), _contents),
)


def _none(noun: str) -> str:
    return f"There is no {noun} in the plan of this picture."


def _yes(so: bool) -> str:
    return "Yes" if so else "No"
