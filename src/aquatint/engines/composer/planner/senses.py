"""Which sense of an ambiguous word is meant, judged by its neighbours. A doubtful sense is no sense."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.lexicon.actions import find_action, is_finite
from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import Category, Sense, vocabulary
from aquatint.engines.composer.planner.chains import LIVING
from aquatint.engines.composer.planner.graphic.known import find_known
from aquatint.engines.composer.planner.kinds import shows_place
from aquatint.engines.composer.planner.tags import Tag

SHRUB = 1.0
"""Height in metres of plants that bear fruit."""
MODIFIERS: tuple[Category, ...] = (
    "colour", "count", "size", "age", "expression", "material", "pose", "look", "mood", "style", "weather",
    "season", "time", "state", "ordinal", "article", "assorted",
)  # fmt: skip
"""What may stand between a determiner and its noun."""
_HEADS: tuple[Category, ...] = ("noun", "place", "clothes", "part", "kind", "emblem", "situation")
_SETTINGS: tuple[Category, ...] = (
    "time",
    "weather",
    "season",
    "camera",
    "mood",
    "style",
    "medium",
    "occasion",
)
PREPOSITIONS = frozenset(table("words/relations")["prepositions"]["names"])
_BEFORE_VERBS = frozenset({"to", "can", "will", "who", "that", "which"})
_COMPANIES = frozenset(table("words/counts")["companies"])
_COPULAS = frozenset({"is", "are", "was", "were", "and", "while", "be", "being"})
_PALETTE_WORDS = frozenset(
    {
        "color",
        "colors",
        "colour",
        "colours",
        "palette",
        "tones",
        "tone",
        "shades",
        "hues",
        "scheme",
        "gradient",
        "gradients",
    }
)


_SPELLING = frozenset({"saying", "says", "spelling", "spell", "spells", "reading", "say"})
"""After letters these begin the words that they make."""
_TINTS = frozenset({"pastel", "pastels"})
"""Names of media that are looks of colours before a thing: "pastel flowers"."""


GROUNDS = frozenset({"background", "backdrop", "backgrounds"})
"""Words for what is behind everything."""


def _any(tag: Tag, categories: Sequence[Category]) -> bool:
    return any(sense.category in categories for sense in tag.senses)


def leads_to_noun(tags: Sequence[Tag], at: int) -> bool:
    """Whether the words after ``at`` go on to a noun through adjectives only, so that ``at`` is one too."""
    for i in range(at + 1, min(at + 7, len(tags))):
        tag = tags[i]
        joins = tag.folded in ("and", ",") and i + 1 < len(tags) and tags[i + 1].sense("colour") is not None
        if _any(tag, ("article", "relation", "pronoun")):
            return False
        if _any(tag, _HEADS) or tag.folded in _COMPANIES:
            return True
        if not joins and not _any(tag, MODIFIERS) and tag.senses:
            return False
        if not tag.senses and tag.kind != "mark" and not tag.folded.isalpha():
            return False
        if not tag.senses and not joins:
            return False
    return False


def preposition_before(tags: Sequence[Tag], at: int) -> str:
    """The preposition that governs the noun at ``at``: the first one to its left across its adjectives."""
    for i in range(at - 1, max(-1, at - 7), -1):
        words = tags[i].folded.split()
        if words and words[-1] in PREPOSITIONS:
            return words[-1]
        if words[:2] == ["in", "front"]:
            return "before"
        if words[-2:] == ["out", "of"]:
            return "from"
        if tags[i].sense("relation"):
            return words[0] if words[0] in PREPOSITIONS else "near"
        if words == ["of"] or not (_any(tags[i], MODIFIERS) or not tags[i].senses):
            return ""
        if tags[i].kind in ("mark", "quote"):
            return ""
    return ""


def _stands_as_noun(tags: Sequence[Tag], at: int, sense: Sense) -> bool:
    """Whether a word that is a verb too ("watch", "flies") stands where a noun does: not right after a subject."""
    pose = tags[at].sense("pose") is not None
    acting = pose and at + 1 < len(tags) and _any(tags[at + 1], ("article", "count", "pronoun"))
    doing = pose and tags[at].folded.partition(" ")[0].endswith("ing")
    verb = nouns()[sense.value].verb or (sense.plural and pose) or acting or doing
    if not verb or at == 0:
        return True
    before = tags[at - 1]
    subject = before.sense("noun")
    owner = before.tokens[-1].text.endswith(("'s", "’s"))
    if subject is not None and not (owner or subject.plural or sense.plural or acting or doing):
        # "A ghost ship": after one subject a verb would end in -s.
        return True
    led = before.folded in _BEFORE_VERBS or (acting and before.folded in _COPULAS)
    return not _any(before, ("noun", "pronoun")) and not led


def _infinitive(tags: Sequence[Tag], at: int) -> Sense | None:
    """Its sense as a verb in "teaching her to fish", though the word is first of all a noun."""
    if at < 2 or tags[at - 1].folded != "to" or not is_finite(tags[at].folded):
        return None
    before, action = tags[at - 2], find_action(tags[at].folded)
    doer = before.sense("noun")
    led = before.folded == "how" or before.sense("pronoun") or (doer and nouns()[doer.value].group == "people")
    return Sense("pose", action.pose, near=action.near) if led and action is not None else None


def _stands_free(tags: Sequence[Tag], at: int) -> bool:
    """Whether no subject stands right before: "playing cards" are things then, and nothing that is done."""
    return at == 0 or not (_any(tags[at - 1], ("noun", "pronoun")) or tags[at - 1].folded in _COPULAS - {"and"})


def _counted(tags: Sequence[Tag], at: int) -> bool:
    """Whether a number, colour, size or "a" stands right before: then a thing is meant, no weather."""
    if at == 0:
        return False
    before = tags[at - 1]
    return _any(before, ("count", "colour", "size", "material")) or before.folded in ("a", "an")


def _numbered(tags: Sequence[Tag], at: int) -> bool:
    """Whether a number or colour stands right before."""
    return at > 0 and _any(tags[at - 1], ("count", "colour"))


def _followed_by(tags: Sequence[Tag], at: int, word: str) -> bool:
    return at + 1 < len(tags) and tags[at + 1].folded == word


def _leads_in(preposition: str, place: Sense) -> bool:
    """Whether after the preposition the word means the place: who dives into a pool is in it."""
    return preposition in place.after or (preposition == "into" and "in" in place.after)


def _noun_or_setting(tags: Sequence[Tag], at: int, noun: Sense, kind: str) -> Sense:
    tag = tags[at]
    if (style := tag.sense("style")) and not _counted(tags, at):
        return style
    place = tag.sense("place")
    if place and _leads_in(preposition_before(tags, at), place):
        return place
    for category in ("time", "weather", "season"):
        if (setting := tag.sense(category)) and not _counted(tags, at):
            return setting
    if place and nouns()[noun.value].scenic and shows_place(kind) and not _numbered(tags, at):
        return place
    if place:
        preposition = preposition_before(tags, at)
        if preposition in place.after or (preposition and not place.after):
            return place
    return noun


_WITHIN = frozenset({"in", "through", "across", "above", "into", "inside", "over"})
_PREFERRED: tuple[Category, ...] = (
    "undrawn", "transparent", "formation", "hair", "look", "place", "time", "weather", "season", "camera", "style",
    "occasion", "clothes", "part", "age",
    "expression", "passive", "relation", "pose", "mood", "material", "state", "medium", "shape",
    "article", "pronoun",
)  # fmt: skip


def _adjective(tags: Sequence[Tag], at: int) -> Sense | None:
    """Its sense as an adjective, when a noun follows."""
    tag = tags[at]
    if not _any(tag, ("colour", "material", "age", "size", "count")) or not leads_to_noun(tags, at):
        return None
    noun = tag.sense("noun")
    if noun and (noun.plural or (tags[at + 1].sense("spread") and _grows(tag)) or _bears(tags[at + 1], noun)):
        return None
    order: tuple[Category, ...] = ("count", "colour", "size", "age", "material")
    return next((sense for category in order if (sense := tag.sense(category))), None)


def _bears(plant: Tag, fruit: Sense) -> bool:
    """Whether the next word is a plant that bears the fruit: "a lemon branch" is not yellow."""
    sense = plant.sense("noun")
    if sense is None or nouns()[fruit.value].group != "foods":
        return False
    bearer = nouns()[sense.value]
    return bearer.group == "plants" and bearer.metres >= SHRUB


def _before_of(tag: Tag) -> Sense | None:
    order: tuple[Category, ...] = ("spread", "portion", "group")
    return next(
        (sense for category in order if (sense := tag.sense(category)) and sense.value != "everywhere"), None
    )


def _situation(tags: Sequence[Tag], at: int, kind: str) -> Sense | None:
    """Something that goes on, unless the word is a thing here, or the layout is about the occasion."""
    tag = tags[at]
    situation, noun = tag.sense("situation"), tag.sense("noun")
    share = at > 0 and tags[at - 1].folded.endswith("%")
    if (
        situation is None
        or share
        or kind == "infographic"
        or (kind != "scene" and (tag.sense("emblem") or tag.sense("occasion")))
    ):
        return None
    acted = noun is not None and tag.folded.partition(" ")[0].endswith("ing") and not _stands_free(tags, at)
    if (
        noun is not None
        and not acted
        and (not noun.near or _counted(tags, at) or (at and tags[at - 1].folded.endswith("of")))
    ):
        return None
    return situation


def _manner(tags: Sequence[Tag], at: int, kind: str) -> Sense | None:
    """Senses that hang on the kind of picture."""
    tag = tags[at]
    # A logo shows no team.
    if (ensemble := tag.sense("ensemble")) and kind != "logo" and not (kind != "scene" and tag.sense("emblem")):
        return ensemble
    if situation := _situation(tags, at, kind):
        return situation
    if kind == "scene" and len(tag.senses) == 1 and (emblem := tag.sense("emblem")):
        return emblem
    if kind != "scene" and (emblem := tag.sense("emblem")) and not tag.sense("noun"):
        place = tag.sense("place")
        if place is None or not (preposition_before(tags, at) in place.after or not place.after):
            return tag.sense("occasion") or emblem
    return None


def _person_follows(tags: Sequence[Tag], at: int) -> bool:
    """Whether one of the next words is somebody, or an animal, who can look calm or happy."""
    senses = (tags[i].sense("noun") for i in range(at + 1, min(at + 4, len(tags))))
    return any(sense is not None and nouns()[sense.value].group in ("people", "animals") for sense in senses)


def _in_palette(tags: Sequence[Tag], at: int) -> bool:
    """Whether a colour belongs to a list of colours: "in orange and teal", "orange palette"."""
    around = [tags[i] for i in (at - 2, at - 1, at + 1, at + 2) if 0 <= i < len(tags)]
    if any(tag.folded in _PALETTE_WORDS for tag in around):
        return True
    listed = any(
        tags[at + step].folded in ("and", ",") and tags[at + 2 * step].sense("colour") is not None
        for step in (-1, 1)
        if 0 <= at + 2 * step < len(tags)
    )
    return listed or (at > 0 and tags[at - 1].folded == "in")


def _is_said_of(tags: Sequence[Tag], at: int) -> bool:
    """Whether a colour is said of the noun before: "the fox is orange"."""
    return at > 1 and tags[at - 1].folded in table("words/stop")["copulas"]


def _is_lettering(tags: Sequence[Tag], at: int) -> bool:
    """Whether words to be set are meant: not where "letters" are brought by the postman."""
    if tags[at].sense("noun") is None:
        return True
    if any(tag.folded in _SPELLING for tag in tags[at + 1 : at + 6]):
        return True
    quoted = any(tag.kind == "quote" or "title" in tag.folded or "text" in tag.folded for tag in tags[:at])
    return preposition_before(tags, at) == "in" and quoted


def _grows(tag: Tag) -> bool:
    """Whether the word names plants or food, of which there are fields: "a tulip field", no "child's bed"."""
    noun = tag.sense("noun")
    if noun is None or tag.kind == "mark":
        return False
    grown = table("words/spreads")["grown"]["names"]
    return nouns()[noun.value].group in ("plants", "foods") or noun.value in grown


def _living(tags: Sequence[Tag]) -> bool:
    """Whether somebody is named who may be doing something."""
    named = (tag.sense("noun") for tag in tags)
    return any(sense is not None and nouns()[sense.value].group in LIVING for sense in named)


def _mixes(tags: Sequence[Tag], at: int) -> bool:
    """Whether several things follow, or stand before "in": "balloons in three colours"."""
    if tags[at].folded.startswith("each"):
        return at > 1
    if at and tags[at - 1].folded in ("in", "of"):
        before = (tag.sense("noun") for tag in tags[max(0, at - 5) : at - 1])
        return any(sense is not None and sense.plural for sense in before)
    after = next((tag for tag in tags[at + 1 : at + 4] if tag.sense("noun")), None)
    noun = after.sense("noun") if after is not None else None
    return noun is not None and noun.plural and leads_to_noun(tags, at)


def _makes_known(tag: Tag) -> bool:
    """Whether a compound is a verb and the thing that it makes: "making coffee"."""
    known = find_known(tag.tokens)
    return known is not None and bool(known.thing)


def choose(tags: Sequence[Tag], at: int, kind: str) -> Sense | None:
    """The sense of ``tags[at]`` in a prompt for that kind of picture; None when it has none that fits here."""
    tag = tags[at]
    if not tag.senses:
        return None
    if _followed_by(tags, at, "of") and (sense := _before_of(tag)):
        return sense
    if (colour := tag.sense("colour")) and at + 1 < len(tags) and tags[at + 1].folded in GROUNDS:
        # "An orange background": no fruit.
        return colour
    if (spread := tag.sense("spread")) and at and _grows(tags[at - 1]):
        return spread
    if (lettering := tag.sense("lettering")) and _is_lettering(tags, at):
        return lettering
    if (pose := tag.sense("pose") or _infinitive(tags, at)) and at and tags[at - 1].folded in _BEFORE_VERBS:
        return pose
    if len(tag.tokens) > 1 and not tag.sense("noun") and _makes_known(tag) and not _living(tags):
        # "Making coffee" with nobody who makes it: the coffee is a thing.
        last = vocabulary().get(tag.tokens[-1].folded, ())
        return next((sense for sense in last if sense.category == "noun"), None)
    if (assorted := tag.sense("assorted")) and _mixes(tags, at):
        return assorted
    if tag.folded == "black and white" and leads_to_noun(tags, at):
        # "A black and white cow": its coat, and not the picture.
        return Sense("state", tag.folded)
    if tag.folded in _TINTS and at + 1 < len(tags) and _any(tags[at + 1], ("noun", "clothes", "colour")):
        return Sense("stop", tag.folded)
    after = tags[at + 1] if at + 1 < len(tags) else None
    if (style := tag.sense("style")) and tag.sense("colour") and after and after.sense("kind"):
        # "A charcoal portrait": no portrait of that colour.
        return style
    if sense := _adjective(tags, at) or _manner(tags, at, kind):
        return sense
    if tag.sense("mood") and tag.sense("expression"):
        return tag.sense("expression") if _person_follows(tags, at) else tag.sense("mood")
    noun = tag.sense("noun")
    colour = tag.sense("colour")
    if colour and (noun is None or (not noun.plural and (_in_palette(tags, at) or _is_said_of(tags, at)))):
        return colour
    if noun and _stands_as_noun(tags, at, noun):
        return _noun_or_setting(tags, at, noun, kind)
    if tag.sense("place") and preposition_before(tags, at) not in _WITHIN:
        # "Under a blue sky" tells the weather, "in the blue sky" the place.
        for category in ("weather", "time"):
            if sense := tag.sense(category):
                return sense
    for category in _PREFERRED:
        if (sense := tag.sense(category)) and not (
            sense.strict and preposition_before(tags, at) not in sense.after
        ):
            return sense
    return _rest(tags, at)


def _rest(tags: Sequence[Tag], at: int) -> Sense | None:
    """Counts, sizes, groups and strewn things that no noun follows."""
    order: tuple[Category, ...] = ("count", "size", "kind", "ordinal", "spread", "group", "stop", "assorted")
    return next((sense for category in order if (sense := tags[at].sense(category))), None)
