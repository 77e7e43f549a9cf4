"""Which layouts there are, by the kind of picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.graphics import (
    abstract,
    card,
    character,
    coloring,
    comic,
    cover,
    icon,
    infographic,
    logo,
    mandala,
    map,
    pattern,
    playing,
    portrait,
    poster,
    print,
    series,
    sticker,
    storyboard,
)
from aquatint.engines.composer.graphics.charts import chart
from aquatint.engines.composer.graphics.diagrams import (
    comparison,
    cycle,
    flow,
    gantt,
    labelled,
    levels,
    lineup,
    mindmap,
    timeline,
    tree,
    venn,
)
from aquatint.engines.composer.graphics.documents import (
    agenda,
    cards,
    certificate,
    checklist,
    facts,
    menu,
    recipe,
    resume,
    slide,
    slips,
    tables,
    ticket,
)
from aquatint.engines.composer.graphics.isometric import view
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size


class Layout(Protocol):
    """Paints a whole picture in stages."""

    def __call__(self, canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
        """Paint on a Skia canvas of ``size`` pixels; yield (progress 0..1, what was done) after each stage."""


class UnknownLayout(KeyError):
    """There is no layout for that kind of picture."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind

    def __str__(self) -> str:
        return f"There is no layout for a {self.kind!r}"


_LAYOUTS: dict[str, Layout] = {
    "poster": poster.paint,
    "card": card.paint,
    "comic": comic.paint,
    "storyboard": storyboard.paint,
    "cover": cover.paint,
    "logo": logo.paint,
    "mandala": mandala.paint,
    "map": map.paint,
    "playing": playing.paint,
    "print": print.paint,
    "character": character.paint,
    "series": series.paint,
    "coloring": coloring.paint,
    "icon": icon.paint,
    "sticker": sticker.paint,
    "pattern": pattern.paint,
    "infographic": infographic.paint,
    "abstract": abstract.paint,
    "isometric": view.paint,
    "portrait": portrait.paint,
    "chart": chart.paint,
    "timeline": timeline.paint,
    "flowchart": flow.paint,
    "cycle": cycle.paint,
    "labelled": labelled.paint,
    "lineup": lineup.paint,
    "gantt": gantt.paint,
    "pyramid": levels.paint_pyramid,
    "funnel": levels.paint_funnel,
    "venn": venn.paint,
    "tree": tree.paint,
    "mind map": mindmap.paint,
    "comparison": comparison.paint,
    "checklist": checklist.paint,
    "recipe": recipe.paint,
    "slide": slide.paint,
    "agenda": agenda.paint,
    "fact sheet": facts.paint,
    "menu": menu.paint,
    "table": tables.paint_table,
    "calendar": tables.paint_calendar,
    "certificate": certificate.paint_certificate,
    "ticket": ticket.paint_ticket,
    "business card": cards.paint_business_card,
    "badge": cards.paint_badge,
    "receipt": slips.paint_receipt,
    "quote": slips.paint_quote,
    "resume": resume.paint,
}


def find(kind: str) -> Layout:
    """The layout of a kind: "poster", "card", "logo"... Raises `UnknownLayout`."""
    try:
        return _LAYOUTS[kind]
    except KeyError:
        raise UnknownLayout(kind) from None


def names() -> list[str]:
    """The kinds that `find` knows."""
    return list(_LAYOUTS)
