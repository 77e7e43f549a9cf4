"""The author: a prompt becomes a `Scene`, and a `Reading` that says what became of its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.lexicon.states import place_shows_besides, place_shows_state, shows_besides
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import Sense
from aquatint.engines.composer.planner import infographic, kinds, proper, texts
from aquatint.engines.composer.planner.absences import absences
from aquatint.engines.composer.planner.at_table import set_out
from aquatint.engines.composer.planner.collections import collect
from aquatint.engines.composer.planner.company import share_supports
from aquatint.engines.composer.planner.context import note_context
from aquatint.engines.composer.planner.emblems import show_heads, without_purpose
from aquatint.engines.composer.planner.faces import closes_on_face
from aquatint.engines.composer.planner.graphic.content import Content
from aquatint.engines.composer.planner.graphic.read import add_heading, claim_late, drop_things, read_content
from aquatint.engines.composer.planner.kinds import Kind
from aquatint.engines.composer.planner.ledger import Ledger
from aquatint.engines.composer.planner.lettered import greeting, is_untitled, texts_of
from aquatint.engines.composer.planner.parse import read
from aquatint.engines.composer.planner.partners import board, don, equip, stand_up
from aquatint.engines.composer.planner.phrases import Parse, Phrase
from aquatint.engines.composer.planner.plain_ground import plain_ground
from aquatint.engines.composer.planner.postures import leave_to_place, leave_to_poses, settle_postures
from aquatint.engines.composer.planner.setting import Setting, settle
from aquatint.engines.composer.planner.shapes import SIZES, find_shape
from aquatint.engines.composer.planner.tags import Tag, tag
from aquatint.engines.composer.planner.things import PHRASE_LIMIT
from aquatint.engines.composer.planner.tokens import tokenise
from aquatint.engines.composer.planner.toning import find_tones, tones_of_mood
from aquatint.engines.composer.planner.walls import hang_up, wall_colour
from aquatint.engines.composer.planner.ways import suit_ways
from aquatint.engines.composer.scene import NATURAL_COLOUR, Item, Reading, Scene, Single, Step, Text
from aquatint.types import PROMPT_LIMIT


class Authored(NamedTuple):
    """A scene and what became of the words that asked for it."""

    scene: Scene
    reading: Reading


def items_of(phrases: Sequence[Phrase], taken: Sequence[str] = ()) -> list[Item]:
    """Items for phrases, with ids that differ from those already ``taken``: "fox-1", "fox-2"."""
    numbers: Counter[str] = Counter()
    used = set(taken)
    ids: dict[int, str] = {}
    for phrase in phrases:
        key = phrase.noun.key.replace(" ", "-")
        while True:
            numbers[key] += 1
            if f"{key}-{numbers[key]}" not in used:
                break
        ids[id(phrase)] = f"{key}-{numbers[key]}"
    return [_item(phrase, ids, phrases) for phrase in phrases]


def _item(phrase: Phrase, ids: dict[int, str], phrases: Sequence[Phrase]) -> Item:
    target = ids.get(id(phrase.target), "") if phrase.target is not None else ""
    attributes = dict(list(phrase.attributes.items())[:16])
    if phrase.colour:
        attributes.pop(NATURAL_COLOUR, None)  # of the things that this phrase was copied from
    return Item(
        id=ids[id(phrase)],
        noun=phrase.noun.key,
        word=phrase.word[:80],
        art=_art_of(phrase, phrases),
        count=phrase.count,
        colour=phrase.colour,
        scale=phrase.scale,
        relation=phrase.relation if target else "",
        target=target,
        second_target=ids.get(id(phrase.second_target), "") if phrase.relation == "between" else "",
        spread=phrase.spread,
        attributes=attributes,
        singles=[
            Single(instance=number, colour=share.colour, attributes=share.attributes)
            for number, share in sorted(phrase.singles.items())
        ],
    )


def _art_of(phrase: Phrase, phrases: Sequence[Phrase]) -> str:
    """What draws the phrase: its art, or a view of it: as it lies or sleeps, or without what is on it besides."""
    if phrase.art not in ("", phrase.noun.art):
        return phrase.art
    borne = [f"without {one.noun.key}" for one in phrases if one.target is phrase]
    wanted = (phrase.attributes.get("pose", ""), phrase.attributes.get("state", ""), *borne)
    return next((phrase.noun.views[view] for view in wanted if view in phrase.noun.views), phrase.noun.art)


def _emblem_items(setting: Setting, ledger: Ledger) -> list[Item]:
    """Nouns that stand for a subject without a shape of its own: a cup for a coffee shop."""
    found: list[Item] = []
    emblems = table("words/topics")["emblems"]
    for manner in setting.emblems[:1]:
        for key in emblems[manner.value]:
            noun = nouns()[key]
            found.append(Item(id=f"{key.replace(' ', '-')}-1", noun=key, word=manner.word[:80], art=noun.art))
        ledger.note(manner.index, manner.word, "approximated", overrule=True)
    return found


def _note_emblems(setting: Setting, items: Sequence[Item], ledger: Ledger, *, abstract: bool) -> None:
    """A subject whose emblem the prompt itself names is drawn as that."""
    emblems = table("words/topics")["emblems"]
    for manner in setting.emblems:
        # An abstract picture can only ever come near its subject.
        shown = abstract or any(item.noun in emblems[manner.value] for item in items)
        ledger.note(manner.index, manner.word, "approximated" if shown else "undrawn")


def _colour_texts(found: Sequence[Text], colour: str) -> None:
    for text in found:
        text.colour = text.colour or colour


def _own_steps(prompt: str, tags: Sequence[Tag], kind: Kind, ledger: Ledger) -> list[Step]:
    """Steps that the prompt lists. They are set as text, so no word of them is looked for in the picture."""
    listing = infographic.own_steps(prompt) if kind.name == "infographic" else None
    if listing is None:
        return []
    labels = {step.label for step in listing.steps}
    for index, each in enumerate(tags):
        if listing.start <= each.tokens[0].start < listing.end and not ledger.known(index):
            ledger.note(index, each.word, "silent")
    for place, label in enumerate(sorted(labels)):
        ledger.note(len(tags) + place, label, "drawn")
    return listing.steps


def _note_number(tags: Sequence[Tag], steps: Sequence[Step], ledger: Ledger) -> None:
    """A number of steps holds or is told."""
    for index, each in enumerate(tags):
        after = [tag.folded for tag in tags[index + 1 : index + 3]]
        number = each.sense("count") or (Sense("count", each.folded) if each.folded.isdecimal() else None)
        if steps and number is not None and {"steps", "stages", "phases", "parts"} & set(after):
            fits = number.value == str(len(steps))
            ledger.note(index, each.word, "drawn" if fits else "undrawn", overrule=True)


def _note_empty(tags: Sequence[Tag], parse: Parse, ledger: Ledger) -> None:
    """An empty street has nobody in it, an empty chair nobody on it."""
    for index, each in enumerate(tags):
        if each.folded not in table("words/states")["bare"]["words"]:
            continue
        named = next((phrase for phrase in parse.phrases if phrase.index > index), None)
        place = next((place for place in parse.places if place.index > index), None)
        if named is not None and (place is None or named.index < place.index):
            bare = not any(phrase.target is named for phrase in parse.phrases)
        else:
            bare = place is not None and not any(phrase.noun.group == "people" for phrase in parse.phrases)
        ledger.note(index, each.word, "drawn" if bare else "undrawn", overrule=True)


def _subject(parse: Parse, setting: Setting, kind: Kind) -> str:
    """What a graphic layout is about, in the prompt's own words."""
    if kind.name == "scene":
        return ""
    if setting.emblems:
        return setting.emblems[0].word[:400]
    if setting.occasion:
        return setting.occasion
    things = [(phrase.index, phrase.word) for phrase in parse.phrases]
    things += [(place.index, place.word) for place in parse.places]
    return min(things)[1][:400] if things else ""


def _suit_occasion(phrases: Sequence[Phrase], occasion: str) -> None:
    """On a birthday a cake is a birthday cake."""
    suited = table("words/occasions").get(occasion, {}).get("nouns", {})
    for phrase in phrases:
        if (key := suited.get(phrase.noun.key)) is not None:
            phrase.noun = nouns()[key]
            phrase.art = phrase.noun.art


def _note_shown(tags: Sequence[Tag], parse: Parse, backdrop: str, ledger: Ledger) -> None:
    """Things without art of their own are drawn after all when another drawing shows them."""
    phrases = parse.phrases
    shown = {word for phrase in phrases for word in phrase.noun.shows}
    for index, each in enumerate(tags):
        if index in parse.unwanted:
            continue
        besides = ledger.fate(index) == "undrawn" and (
            place_shows_besides(backdrop, each.folded)
            or any(shows_besides(phrase.noun, each.folded) for phrase in phrases)
        )
        described = ledger.fate(index) == "undrawn" and _describes_place(tags, index, backdrop)
        if each.folded in shown or besides or described:
            ledger.note(index, each.word, "drawn", overrule=True)


def _describes_place(tags: Sequence[Tag], index: int, backdrop: str) -> bool:
    """Whether an adjective is true of the place and stands before a word for it, or for what it shows."""
    if not place_shows_state(backdrop, tags[index].folded):
        return False
    for each in tags[index + 1 : index + 4]:
        if each.sense("place") is not None or place_shows_besides(backdrop, each.folded):
            return True
        if each.sense("noun") is not None:
            return False
    return False


def _settle_things(tags: Sequence[Tag], parse: Parse, setting: Setting, ledger: Ledger) -> None:
    """What the things have to do with each other and with the place, before they become items."""
    share_supports(parse.phrases, tags)
    _suit_occasion(parse.phrases, setting.occasion)
    suit_ways(parse, tags, setting.backdrop)
    stand_up(parse.phrases)
    parse.phrases = equip(board(don(parse.phrases)))
    settle_postures(parse.phrases, setting.backdrop)
    set_out(parse.phrases, setting.backdrop)
    parse.phrases = leave_to_place(leave_to_poses(parse.phrases), setting.backdrop)
    _note_shown(tags, parse, setting.backdrop, ledger)
    _note_empty(tags, parse, ledger)


def _items(
    tags: Sequence[Tag], parse: Parse, kind: Kind, setting: Setting, found: Sequence[Text], ledger: Ledger
) -> list[Item]:
    """The things as items; where there are none, a collection or a sign for the subject."""
    items = items_of(parse.phrases[:PHRASE_LIMIT])
    items = collect(tags, kind.name, ledger, items) or items
    if items or kind.name == "abstract" or (kind.name == "scene" and parse.places):
        return items
    items = _emblem_items(setting, ledger) or proper.items_of_title(kind.name, found)
    if items and kind.name == "scene":
        # A sign for something without a shape stands nowhere.
        setting.backdrop = "studio"
    return items


class Lettered(NamedTuple):
    """A kind of picture, what it tells in rows, the texts on it, and the purpose that heads a poster."""

    kind: Kind
    content: Content | None
    found: list[Text]
    purpose: proper.Purpose | None


def _letter(prompt: str, tags: Sequence[Tag], kind: Kind, ledger: Ledger) -> Lettered:
    """Find what is to be read on the picture."""
    content = read_content(prompt, tags, kind, ledger)
    found = texts_of(tags, prompt, kind, ledger)
    if content is not None:
        found = add_heading(content, found, prompt, tags, kind, ledger)[: texts.TEXT_LIMIT]
        kind = kind._replace(name=content.kind)
    purpose = proper.purpose(tags, prompt, kind.at) if kind.name == "poster" and is_untitled(found) else None
    if purpose is not None:
        found.insert(0, purpose.text)
    return Lettered(kind, content, found, purpose)


def _place(tags: Sequence[Tag], parse: Parse, kind: Kind, seed: int, ledger: Ledger) -> tuple[Setting, str]:
    """Where the picture is, and the colour of its ground or its walls, "" for the place's own."""
    ground = plain_ground(tags, parse, kind.name, seed, ledger)
    setting = settle(parse, kind, ledger)
    if ground and setting.backdrop not in table("words/places")["edges"]["small"]:
        setting.backdrop = "studio"
    if not ground and kind.name == "scene":
        ground = wall_colour(tags, parse, setting.backdrop, ledger)
    return setting, ground


def author(prompt: str, *, seed: int, transparent: bool = False) -> Authored:
    """The scene that a prompt asks for. Any text is a prompt; what it asks in vain is in the reading.

    ``transparent`` is the caller's wish for a transparent background; the prompt may say it too.
    """
    prompt = prompt[:PROMPT_LIMIT]
    tags = tag(tokenise(prompt))
    ledger = Ledger()
    kind = kinds.find_kind(tags, ledger)
    find_shape(tags, ledger)
    tones = find_tones(tags, ledger)
    kind, content, found, purpose = _letter(prompt, tags, kind, ledger)
    own_steps = _own_steps(prompt, tags, kind, ledger)
    note_context(tags, ledger)
    parse = read(tags, ledger, kind.name, multitudes=True)
    hang_up(parse)
    if content is not None:
        claim_late(content, tags, ledger)
    setting, ground = _place(tags, parse, kind, seed, ledger)
    if kind.name == "scene" and setting.camera == "close" and closes_on_face(tags, parse.phrases):
        kind = kind._replace(name="portrait")
    parse.phrases = without_purpose(tags, parse.phrases, kind.name, ledger)
    _settle_things(tags, parse, setting, ledger)
    show_heads(tags, parse.phrases, kind.name, ledger)
    items = _items(tags, parse, kind, setting, found, ledger)
    if content is not None and content.things:
        items = content.things + [item for item in items if item.id != content.things[0].id]
    _note_emblems(setting, items, ledger, abstract=kind.name == "abstract")
    steps = own_steps or (content.steps if content is not None else [])
    if content is None or content.heading is None:
        _note_number(tags, steps, ledger)
    _colour_texts(found, parse.lettering)
    for index in range(*purpose.tags) if purpose is not None else ():
        ledger.lift(index, "drawn")
    scene = Scene(
        prompt=prompt,
        seed=seed,
        kind=kind.name,
        subject=_subject(parse, setting, kind),
        backdrop=setting.backdrop,
        time=setting.time,
        weather=setting.weather,
        season=setting.season,
        camera=setting.camera,
        style=setting.style,
        mood=setting.mood,
        palette=[each.colour for each in parse.palette[:12]],
        ground=ground,
        absent=absences(tags, parse),
        transparent=transparent or setting.transparent,
        tones=tones or tones_of_mood(setting.mood, kind.name),
        items=items,
        texts=greeting(kind, setting, found) + found,
        steps=steps,
        chart=content.chart if content is not None else None,
        sheet=content.sheet if content is not None else None,
    )
    reading = ledger.reading()
    drop_things(scene, reading)
    return Authored(scene, reading)


def choose_aspect(scene: Scene) -> tuple[int, int]:
    """Width and height that suit the scene when the caller leaves the size open."""
    asked = find_shape(tag(tokenise(scene.prompt)), Ledger())
    if asked:
        return SIZES[asked]
    if scene.kind != "scene":
        return kinds.shape(_entry(scene))
    return (1536, 1024) if scene.camera == "wide" else (1024, 1024)


def _entry(scene: Scene) -> str:
    """The row of the scene's kind: a banner is a poster of another shape."""
    kind = kinds.find_kind(tag(tokenise(scene.prompt)), Ledger())
    return kind.entry if kind.name == scene.kind else scene.kind
