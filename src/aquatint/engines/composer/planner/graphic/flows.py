"""Boxes and arrows: flow charts with questions and answers, trees, mind maps."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from aquatint.engines.composer.lexicon.casing import sentence_case
from aquatint.engines.composer.planner.graphic.art import emblem_of
from aquatint.engines.composer.planner.graphic.content import Brief, Content
from aquatint.engines.composer.planner.graphic.lists import (
    ARROW,
    COMMA,
    comma_items,
    entry_of,
    first_sentence,
    items_of,
    list_region,
)
from aquatint.engines.composer.planner.graphic.pieces import Piece
from aquatint.engines.composer.planner.graphic.sections import sections_of
from aquatint.engines.composer.scene import Entry, Link, Sheet

_STEPS = re.compile(
    r"\s*(?:->|→|=>|⇒)\s*|\s*[;\n]\s*|\s*,\s*(?:then\s+|and\s+then\s+)?|\s+then\s+|(?<=\?)\s+|\.\s+"
)
_BRANCH = re.compile(
    r"^(?:(?:and|or|but)\s+)?(?:if\s+)?(?P<answer>yes|no|true|false|otherwise|else|not|so)\b\s*[:,]?\s*(?:->|→)?\s*(?P<what>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_IF_YES = re.compile(r"\bif\s+(?P<answer>yes|no|so|not)\s*,\s*", re.IGNORECASE)
_CHAIN_SPLIT = re.compile(r"\s*[;\n]\s*|\.\s+(?=[A-Z])")
_OVER = re.compile(r"\s*(?:->|→|=>|>)\s*|\s*:\s+|\s+(?:over|leads|manages|heads|above)\s+")
_CHILDREN = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*")
LIMIT = 60


@dataclass(slots=True)
class _Graph:
    """Entries by their words, and the links between them."""

    entries: list[Entry] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    claims: list[Piece] = field(default_factory=list)
    spent: list[Piece] = field(default_factory=list)
    """Words that only say who stands under whom."""

    def place(self, piece: Piece) -> int:
        """The place of the entry with those words, made if it is new; -1 when there is no room for more."""
        label = sentence_case(piece.text)[:400]
        self.claims.append(piece)
        for index, entry in enumerate(self.entries):
            if entry.label.casefold() == label.casefold():
                return index
        if len(self.entries) >= LIMIT:
            return -1
        role = "question" if label.endswith("?") else ""
        self.entries.append(Entry(label=label, role=role, art=emblem_of(piece.text)))  # type: ignore[arg-type]
        return len(self.entries) - 1

    def called(self, name: str) -> int:
        """The place of the one entry that is called so, by a word of its label; -1 unless there is one."""
        found = [i for i, entry in enumerate(self.entries) if name in entry.label.casefold().split()]
        whole = [i for i, entry in enumerate(self.entries) if entry.label.casefold() == name]
        return (whole or found)[0] if len(whole or found) == 1 else -1

    def join(self, start: int, end: int, label: str = "") -> None:
        """An arrow, once."""
        known = any(link.start == start and link.end == end for link in self.links)
        if start != end and min(start, end) >= 0 and not known and len(self.links) < 120:
            self.links.append(Link(start=start, end=end, label=label[:400]))


def read_flow(brief: Brief) -> Content:
    """Boxes in the order of the prompt; "if yes" and "if no" branch off the question before them."""
    region = list_region(brief) or (brief.rest if brief.rest.search(ARROW) else None)
    if region is None:
        return Content(brief.kind, sheet=Sheet(), empty=True)
    text = _IF_YES.sub(lambda m: m[0].replace(",", ":", 1), region.text)
    parts = Piece(text, region.start).split(_STEPS)
    graph = _Graph()
    question, last = -1, -1
    for part in parts:
        branch = _BRANCH.match(part.text) if question >= 0 else None
        answer = ""
        if branch is not None:
            answer = sentence_case(branch["answer"])
            graph.claims.append(part.cut(*branch.span("answer")))
            last = question
            part = part.cut(branch.start("what")).strip()
            if not part.text:
                pending = answer
                graph.links.append(Link(start=question, end=question, label=pending))
                continue
        waiting = next((link for link in graph.links if link.start == link.end), None)
        if waiting is not None:
            answer = waiting.label
            graph.links.remove(waiting)
        index = graph.place(part)
        if last >= 0:
            graph.join(last, index, answer)
        last = index
        if index >= 0 and graph.entries[index].role == "question":
            question = index
    graph.links = [link for link in graph.links if link.start != link.end]
    return _content(brief, graph, region)


def _content(brief: Brief, graph: _Graph, region: Piece) -> Content:
    empty = len(graph.entries) < 2
    sheet = Sheet() if empty else Sheet(entries=graph.entries, links=graph.links)
    claims = [] if empty else graph.claims
    start, spent = -1 if empty else region.start, [] if empty else graph.spent
    return Content(brief.kind, sheet=sheet, claims=claims, spent=spent, start=start, empty=empty)


def read_tree(brief: Brief) -> Content:
    """ "CEO -> CTO, CFO; CTO -> Dev, QA": who stands under whom."""
    region = brief.rest
    colon = re.search(r":(?!\d\d)", region.text)
    arrow = re.search(r"->|→|=>|>", region.text)
    if colon is not None and (arrow is None or colon.start() < arrow.start()):
        head = region.text[: colon.start()].strip()
        # "Org chart: CEO: CTO, CFO" has the CEO before a colon; "org chart of a firm: ..." a heading.
        if not head or arrow is not None or re.match(r"(?:of|for|with|about|showing)\b", head.lower()):
            region = region.cut(colon.end())
    graph = _Graph()
    region = region.strip()
    if (topped := _AT_TOP.match(region.text)) is not None:
        _read_top(graph, region, topped)
    else:
        lead = re.match(r"\s*(?:diagram|chart)?\s*(?:with|of|showing)\s+(?:the\s+)?", region.text)
        region = region.cut(lead.end()) if lead is not None and arrow is None else region
        chains = region.split(_CHAIN_SPLIT)
        if len(chains) > 1 and (below := _OFFSPRING.match(chains[1].text)) is not None and not below["who"]:
            # "Rose and Tom; children: Ann, Bob": a couple is one root.
            graph.place(chains.pop(0))
        for chain in chains:
            _read_chain(graph, chain)
    _set_parents(graph)
    return _content(brief, graph, region)


_AT_TOP = re.compile(
    r"(?:with\s+)?(?:the\s+)?(?P<root>[^\s,:][^,:]{0,60}?)\s+(?:at|on)\s+(?:the\s+)?top,?\s+(?:then|and|with)?\s*"
    r"(?P<rest>.+?)(?:\s+(?:below|under(?:neath)?|reporting)\b[^,]*)?[.]?\s*$",
    re.DOTALL,
)


def _read_top(graph: _Graph, region: Piece, found: re.Match[str]) -> None:
    """ "The CEO at the top, then CTO and CFO below"."""
    root = graph.place(region.cut(*found.span("root")).strip())
    for child in region.cut(*found.span("rest")).split(_CHILDREN):
        graph.join(root, graph.place(child))


_UNDER = re.compile(
    r"^(?:and\s+)?(?:under|below|beneath|reporting to)\s+"
    r"(?P<who>(?i:her|him|them|it)(?=\s)|[^\W\d_][^:,]*?(?=\s*:))\s*:?\s*(?P<rest>\S.*)$",
    re.DOTALL,
)
_OFFSPRING = re.compile(
    r"^(?:(?P<who>[^\W\d_][^:,]*?)['’]s\s+)?(?i:children|kids|sons|daughters|reports)\s*:?\s+(?P<rest>\S.*)$",
    re.DOTALL,
)


def _read_under(graph: _Graph, chain: Piece) -> bool:
    """ "Under Ben: Dev Team, QA Team", "Mary's children: Tom, Lily"; "her" and nobody are the one named first."""
    found = _UNDER.match(chain.text) or _OFFSPRING.match(chain.text)
    if found is None or not graph.entries:
        return False
    named = (found["who"] or "").casefold()
    above = graph.called(named) if named not in ("", "her", "him", "them", "it") else 0
    if above < 0:
        above = graph.place(chain.cut(*found.span("who")))
    elif found["who"]:
        graph.claims.append(chain.cut(*found.span("who")))
    graph.spent.append(chain.cut(0, found.start("rest")))
    for child in chain.cut(*found.span("rest")).split(_CHILDREN):
        graph.join(above, graph.place(child))
    return True


def _read_chain(graph: _Graph, chain: Piece) -> None:
    if _read_under(graph, chain):
        return
    levels = chain.split(_OVER)
    above = -1
    for number, level in enumerate(levels):
        children = level.split(_CHILDREN) if number or len(levels) == 1 else [level]
        places = [graph.place(child) for child in children]
        for place in places:
            if above >= 0:
                graph.join(above, place)
        above = places[-1] if len(places) == 1 else places[0] if number == 0 else -1


def _set_parents(graph: _Graph) -> None:
    """Each entry hangs on the first that points to it; entries come after their parents, so that loops are cut."""
    for link in graph.links:
        child = graph.entries[link.end]
        if child.parent < 0 and link.start < link.end:
            child.parent = link.start
    graph.links = []


def read_mind_map(brief: Brief) -> Content:
    """Branches of the topic, and twigs of branches in sections ("Work: mail, calls") or brackets."""
    region = list_region(brief)
    if region is None:
        return Content(brief.kind, sheet=Sheet(), empty=True)
    entries: list[Entry] = []
    claims: list[Piece] = []
    parts = sections_of(region)
    if len(parts) > 1:
        for section in parts:
            _branch(entries, claims, section.name, comma_items(section.body))
    else:
        for item in items_of(region):
            bracket = re.search(r"\s*\(([^)]*)\)\s*$", item.text)
            name = item.cut(0, bracket.start()).strip() if bracket else item
            twigs = item.cut(*bracket.span(1)).split(COMMA) if bracket else []
            _branch(entries, claims, name, twigs)
    return Content(brief.kind, sheet=Sheet(entries=entries[:LIMIT]), claims=claims, start=region.start,
                   empty=not entries)  # fmt: skip


def _branch(entries: list[Entry], claims: list[Piece], name: Piece, twigs: list[Piece]) -> None:
    head = len(entries)
    entries.append(entry_of(name, detailed=False))
    entries += [entry_of(twig, parent=head, detailed=False) for twig in twigs]
    claims += [name, *twigs]


def read_levels(brief: Brief) -> Content:
    """Levels of a pyramid or a funnel, stages of a cycle: a list, often by arrows."""
    region = list_region(brief) or (brief.rest if brief.rest.search(ARROW) else None)
    parts = items_of(region) if region is not None else []
    if len(parts) < 2 and region is not None:
        parts = first_sentence(region).split(COMMA)
    entries = [entry_of(part) for part in parts] if len(parts) > 1 else []
    start = region.start if region is not None and entries else -1
    return Content(brief.kind, sheet=Sheet(entries=entries), claims=parts if entries else [], start=start,
                   empty=not entries)  # fmt: skip


_COUNT = re.compile(r"\s*[:(–-]?\s*(?P<mark>[$€£]?\d[\d,.]*\s?(?:%|k|m|K|M)?)\s*\)?$")


def read_counted(brief: Brief) -> Content:
    """Levels with the numbers that stand at their ends: "visitors 1000, leads 300"."""
    content = read_levels(brief)
    assert content.sheet is not None
    for entry in content.sheet.entries:
        text = entry.detail or entry.label
        found = _COUNT.search(text)
        if found is None or (not entry.detail and not found.start()):
            continue
        entry.mark = found["mark"].strip()
        left = text[: found.start()].strip()
        entry.label, entry.detail = (entry.label, left) if entry.detail else (left, "")
        entry.art = entry.art or emblem_of(entry.label)
    return content
