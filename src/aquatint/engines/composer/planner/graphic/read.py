"""Reading the content of a graphic layout: the reader that suits its kind, its heading, the fate of its words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from aquatint.engines.composer.lexicon.casing import title_case
from aquatint.engines.composer.planner.graphic.charts import read_chart, read_share
from aquatint.engines.composer.planner.graphic.content import FORM_WORDS, Brief, Content
from aquatint.engines.composer.planner.graphic.dates import read_calendar, read_dated, read_invitation
from aquatint.engines.composer.planner.graphic.documents import (
    read_card,
    read_certificate,
    read_quote,
    read_slide,
    read_table,
    read_ticket,
)
from aquatint.engines.composer.planner.graphic.flows import (
    read_counted,
    read_flow,
    read_levels,
    read_mind_map,
    read_tree,
)
from aquatint.engines.composer.planner.graphic.guides import read_guide
from aquatint.engines.composer.planner.graphic.head import heading
from aquatint.engines.composer.planner.graphic.labelled import asks_for_parts, read_labelled
from aquatint.engines.composer.planner.graphic.lists import items_of, list_region, read_list
from aquatint.engines.composer.planner.graphic.menus import read_menu
from aquatint.engines.composer.planner.graphic.pieces import Piece
from aquatint.engines.composer.planner.graphic.plans import read_forecast, read_plan
from aquatint.engines.composer.planner.graphic.resumes import read_resume
from aquatint.engines.composer.planner.graphic.sections import read_comparison, read_sections, read_sets
from aquatint.engines.composer.planner.infographic import STEP_LIMIT, own_steps
from aquatint.engines.composer.planner.kinds import Kind
from aquatint.engines.composer.planner.ledger import Fate, Ledger
from aquatint.engines.composer.planner.tags import Tag
from aquatint.engines.composer.scene import Reading, Scene, Step, Text

READERS: dict[str, Callable[[Brief], Content]] = {
    "chart": read_chart,
    "timeline": read_dated,
    "agenda": read_dated,
    "gantt": read_plan,
    "forecast": read_forecast,
    "flowchart": read_flow,
    "cycle": read_levels,
    "pyramid": read_counted,
    "funnel": read_counted,
    "venn": read_sets,
    "tree": read_tree,
    "mind map": read_mind_map,
    "comparison": read_comparison,
    "checklist": read_sections,
    "table": read_table,
    "calendar": read_calendar,
    "quote": read_quote,
    "recipe": read_sections,
    "fact sheet": read_list,
    "menu": read_menu,
    "receipt": read_menu,
    "certificate": read_certificate,
    "ticket": read_ticket,
    "business card": read_card,
    "badge": read_card,
    "slide": read_slide,
    "resume": read_resume,
}
NAMED_BY_KIND = frozenset({"certificate", "menu", "checklist", "agenda", "recipe", "receipt"})
"""Documents whose own word may head them: "Lunch Menu"."""
EXPLAINING = frozenset({"poster", "chart", "series", "card", "sticker", "print", "map", "lineup", "labelled"})
"""Kinds of picture that may explain what everybody knows."""
HEADLESS = frozenset({"quote", "card", "business card", "badge", "resume"})
"""Documents that take no heading from the words around them."""
_INVITES = re.compile(r"\b(?:invitation|invite|save the date)\b", re.IGNORECASE)
_VERSUS = re.compile(r"\b(?:vs\.?|versus|comparing|comparison)\b", re.IGNORECASE)


def read_content(prompt: str, tags: Sequence[Tag], kind: Kind, ledger: Ledger) -> Content | None:
    """What the layout of that kind is to tell; None for kinds that tell nothing of the sort."""
    if kind.at < 0:
        return None
    brief = _brief(prompt, tags, kind)
    if kind.name == "infographic":
        content = _of_infographic(brief, tags) or _headed(brief, tags)
    elif (found := _by_its_words(brief)) is not None:
        content = found
    elif kind.name in READERS:
        content = READERS[kind.name](brief)
        if content.empty or _promises(content):
            content = _explained(prompt, tags, kind.name) or content
    elif kind.name in EXPLAINING and (told := _explained(prompt, tags, kind.name)) is not None:
        content = told
    elif kind.name in ("labelled", "lineup"):
        content = Content(kind.name, empty=True)
    else:
        return None
    _account(content.missed, tags, ledger, fate="undrawn")
    _account(content.claims, tags, ledger)
    _account(content.near, tags, ledger, fate="approximated")
    for piece in content.spent:
        _account([piece], tags, ledger, fate="silent")
    if not content.empty:
        _excuse(tags, ledger)
    if (content.empty or content.rough) and not _is_set(tags[kind.at], content):
        ledger.note(kind.at, tags[kind.at].word, "approximated", overrule=True)
    return content


def _headed(brief: Brief, tags: Sequence[Tag]) -> Content:
    """An infographic that tells nothing but what it is about."""
    content = Content("infographic", empty=True)
    words, places = heading(brief, content, tags)
    if words and places and not any(each.kind == "quote" for each in tags):
        content.heading, content.late = places[0], places
    return content


def _promises(content: Content) -> bool:
    """Whether all that was read is the promise of a guide: "recipe: how to bake cookies"."""
    return len(content.claims) == 1 and content.claims[0].text.lower().startswith("how to ")


def _is_set(each: Tag, content: Content) -> bool:
    """Whether a word stands within what is set: "how" of "how to knit a scarf" names the kind and is a heading."""
    place = each.tokens[0].start
    return any(claim.start <= place < claim.end for claim in content.claims)


def _excuse(tags: Sequence[Tag], ledger: Ledger) -> None:
    """Words about the form of the content ask for nothing of their own."""
    for index, each in enumerate(tags):
        if each.folded in FORM_WORDS and not _spoken_for(index, each, ledger, overrule=False):
            ledger.note(index, each.word, "silent", overrule=True)


def _brief(prompt: str, tags: Sequence[Tag], kind: Kind) -> Brief:
    tokens = tags[kind.at].tokens
    start, end = tokens[0].start, tokens[-1].end
    # "Calendar for" and "receipt from" are entries that need their preposition to be told from things.
    tail = re.search(
        r"\s+(?:for|of|from|to|with|at|showing|with columns|with rows|with stages)$",
        prompt[start:end],
        re.IGNORECASE,
    )
    end -= len(tail[0]) if tail is not None else 0
    return Brief(prompt, kind.name, prompt[start:end], start, end)


def _tells_facts(brief: Brief) -> bool:
    """Whether a list mixes shares with other numbers: no chart can show them together."""
    region = list_region(brief)
    parts = items_of(region) if region is not None else []
    shares = sum("%" in part.text for part in parts)
    return len(parts) > 2 and 0 < shares < len(parts)


_LISTS = re.compile(
    r"\b(?:rules|list|lists|listing|tips|reasons|ways|steps|facts|reads|things|benefits)\b", re.IGNORECASE
)
LEAST_LISTED = 3
"""Entries from which a poster is a list."""


def _by_its_words(brief: Brief) -> Content | None:
    """Invitations among cards, and lists among posters."""
    if brief.kind == "card" and _INVITES.search(brief.prompt):
        return read_invitation(brief)
    return _of_poster(brief) if brief.kind == "poster" else None


def _of_poster(brief: Brief) -> Content | None:
    """A poster that lists things is set as a list: "a poster of the rules: no running, no diving, no glass"."""
    colon = brief.rest.text.find(":")
    if colon < 0 or not _LISTS.search(brief.prompt[: brief.end + colon]):
        return None
    content = read_slide(brief)
    assert content.sheet is not None
    content.kind, content.sheet.art = "slide", ""
    return content if len(content.sheet.entries) >= LEAST_LISTED else None


def _explained(prompt: str, tags: Sequence[Tag], kind: str) -> Content | None:
    """A thing with its parts named, or what everybody knows."""
    return read_labelled(prompt, tags, kind) or read_guide(prompt, tags, kind)


def _of_infographic(brief: Brief, tags: Sequence[Tag]) -> Content | None:
    """An infographic of numbers is a chart, of two sides a comparison."""
    if asks_for_parts(brief.prompt) and (told := read_labelled(brief.prompt, tags, "infographic")) is not None:
        return told
    if (listing := own_steps(brief.prompt)) is not None:
        return Content("infographic", start=listing.start, steps=listing.steps)
    if _tells_facts(brief):
        facts = read_list(brief)
        facts.kind = "fact sheet"
        return facts
    if (told := _explained(brief.prompt, tags, "infographic")) is not None:
        return told
    for reader, needed in ((read_comparison, _VERSUS.search(brief.prompt)), (read_chart, True)):
        if not needed:
            continue
        content = reader(brief)
        points = len(content.chart.labels) if content.chart is not None else 2
        if not content.empty and points > 1:
            content.kind = "chart" if content.chart is not None else "comparison"
            return content
    if (share := read_share(brief)) is not None:
        return share
    listed = read_levels(brief)
    assert listed.sheet is not None
    if listed.empty:
        return None
    steps = [Step(label=e.label, detail=e.detail, art=e.art) for e in listed.sheet.entries[:STEP_LIMIT]]
    return Content("infographic", steps=steps, claims=listed.claims[:STEP_LIMIT], start=listed.start)


def add_heading(
    content: Content, found: Sequence[Text], prompt: str, tags: Sequence[Tag], kind: Kind, ledger: Ledger
) -> list[Text]:
    """The texts of the layout: those found elsewhere, those of its content, and a heading if there is none."""
    texts = [*content.texts, *found]
    # A sum ("gift certificate for $50") heads nothing.
    headed = any(text.role == "title" and any(c.isalpha() for c in text.content) for text in texts)
    if headed or content.kind in HEADLESS:
        return texts
    if content.kind == "infographic" and not content.steps and content.heading is None:
        return texts
    brief = _brief(prompt, tags, kind)
    if content.heading is not None:
        return [Text(role="title", content=title_case(content.heading.text)[:400]), *texts]
    words, places = heading(brief, content, tags, with_kind=content.kind in NAMED_BY_KIND)
    if not words:
        return texts
    if content.empty and content.chart is None:
        content.late += places
    else:
        _account(places, tags, ledger)
    return [Text(role="title", content=title_case(words)[:400]), *texts]


PICTURED = frozenset(
    {
        "timeline",
        "flowchart",
        "cycle",
        "comparison",
        "agenda",
        "fact sheet",
        "slide",
        "menu",
        "checklist",
        "lineup",
    }
)
"""Layouts that show the pictures of their entries."""
THINGLESS = frozenset({"certificate", "ticket", "badge", "receipt", "mind map", "resume"})
"""Documents that have no place for pictures of things."""


def drop_things(scene: Scene, reading: Reading) -> None:
    """Leave out things that the content shows already, and tell those for which a layout has no place.

    Changes both in place.
    """
    if scene.sheet is not None and scene.kind in PICTURED:
        shown = {entry.art for entry in scene.sheet.entries} | {scene.sheet.art}
        scene.items = [item for item in scene.items if item.art not in shown]
    told = scene.kind in ("lineup", "labelled") and scene.sheet is not None and bool(scene.sheet.entries)
    if scene.kind not in THINGLESS and not told:
        return
    kept = scene.items[:1] if scene.kind == "labelled" else []
    lost = [item.word for item in scene.items if item not in kept]
    reading.drawn[:] = [word for word in reading.drawn if word not in lost]
    reading.approximated[:] = [word for word in reading.approximated if word not in lost]
    reading.undrawn += [word for word in dict.fromkeys(lost) if word not in reading.undrawn]
    scene.items = kept


def claim_late(content: Content, tags: Sequence[Tag], ledger: Ledger) -> None:
    """Note the words of the heading over an empty frame as drawn, whatever else was made of them."""
    _account(content.late, tags, ledger, overrule=True)


def _spoken_for(index: int, each: Tag, ledger: Ledger, *, overrule: bool) -> bool:
    """Whether a word has its fate; the name of another kind of picture has none yet, if it is set as text."""
    return ledger.known(index) and not overrule and each.sense("kind") is None


def _account(
    claims: Sequence[Piece], tags: Sequence[Tag], ledger: Ledger, *, fate: Fate = "drawn", overrule: bool = False
) -> None:
    """Note every word of the claims as drawn: the first under the claim's own words, the others in silence."""
    starts = [each.tokens[0].start for each in tags]
    for claim in claims:
        first = True
        for index in range(max(0, bisect_right(starts, claim.start) - 1), bisect_left(starts, claim.end)):
            each = tags[index]
            if each.tokens[-1].end <= claim.start or _spoken_for(index, each, ledger, overrule=overrule):
                continue
            name = claim.text[:80] if first else each.word
            ledger.note(index, name, fate if first else "silent", overrule=True)
            first = False
