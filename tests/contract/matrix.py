"""docs/contract.md: the lines that tests prove, in tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from aquatint.api.responses.fields import ELSEWHERE as PARAMETERS_ELSEWHERE
from aquatint.api.responses.fields import FIELDS
from aquatint.api.responses.tool import tool_parameters
from aquatint.api.wire.fields import Dialect, Endpoint
from aquatint.api.wire.parameters import PARAMETERS, UNSUPPORTED

PLACES: dict[str, tuple[Endpoint, Dialect]] = {
    "generations": ("generations", "json"),
    "edits, multipart": ("edits", "form"),
    "edits, JSON": ("edits", "json"),
}
ELSEWHERE = ("response_format", "style", *UNSUPPORTED)
"""Parameters that the real service has or had and our table has not: each must be proved to be refused."""
OTHER_TABLES = ("Streaming", "Responses", "Image tool", "Bad input", "Other endpoints", "Server", "Clients")

HEAD = """\
# The contract

What the server does with every parameter and with everything else a client can meet, beside what the real service
is documented or known to do. Each line is proved by a test against a running server on a real socket; this page is
written from those tests by `make contract`, and a test fails when it is out of date.

- **honoured**: it does what the real service's documents say.
- **refused**: it is answered with an error; the line names its code. Where no status is named it is 400.
- **differs**: the real service does something else; the line says what happens here, and why.
- **decided**: the real service's documents are silent; the line says what we chose.

`edits` takes pictures as a multipart form and as JSON with URLs; the two are listed apart where they differ.
"""


@dataclass(frozen=True, slots=True)
class Line:
    """A proof, and the test that gives it: its file below the repository's root, and its name."""

    places: tuple[str, ...]
    subject: str
    verdict: str
    note: str
    file: str
    test: str

    @property
    def is_of_parameters(self) -> bool:
        """Whether it belongs into the tables of parameters."""
        return self.places[0] in PLACES


def missing(lines: Sequence[Line]) -> list[str]:
    """Each parameter and place for which no test proves anything."""
    proved = {(place, name) for line in lines for place in line.places for name in _names(line)}
    wanted = [(place, name) for place in PLACES for name in (*_parameters(place), *ELSEWHERE)]
    return [f"{name} ({place})" for place, name in wanted if (place, name) not in proved]


def missing_of_responses(lines: Sequence[Line]) -> list[str]:
    """Each parameter of the Responses API, and of its image tool, for which no test proves anything."""
    wanted = {
        "Responses": {*FIELDS, *PARAMETERS_ELSEWHERE},
        "Image tool": tool_parameters(),
    }
    found = []
    for table, names in wanted.items():
        proved = {name for line in lines if table in line.places for name in line.subject.split(", ")}
        found += [f"{name} ({table})" for name in sorted(names - proved)]
    return found


def page(lines: Sequence[Line]) -> str:
    """The whole page."""
    parameters = sorted((line for line in lines if line.is_of_parameters), key=_rank)
    parts = [HEAD, "## At a glance\n", _glance(parameters), "## Parameters and replies\n", _details(parameters)]
    for table in OTHER_TABLES:
        parts += [f"## {table}\n", _cases([line for line in lines if table in line.places])]
    ordered = parameters + [line for table in OTHER_TABLES for line in lines if table in line.places]
    parts += ["## Where we differ from the real service, and why\n", _list(ordered, "differs")]
    parts += ["## Undocumented there, decided here\n", _list(ordered, "decided")]
    return "\n".join(parts)


def _parameters(place: str) -> list[str]:
    endpoint, dialect = PLACES[place]
    return [row.name for row in PARAMETERS if endpoint in row.endpoints and dialect in row.dialects]


def _names(line: Line) -> list[str]:
    return line.subject.split(", ") if line.is_of_parameters else [line.subject]


def _rank(line: Line) -> tuple[int, int]:
    order = [row.name for row in PARAMETERS] + list(ELSEWHERE)
    subject = _names(line)[0]
    place = list(PLACES).index(line.places[0])
    return (order.index(subject) if subject in order else len(order), place)


def _glance(lines: Sequence[Line]) -> str:
    names = dict.fromkeys(name for line in lines for name in _names(line))
    rows = [(_code(name), *(_verdicts(lines, name, place) for place in PLACES)) for name in names]
    return _table(("parameter", *PLACES), rows)


def _verdicts(lines: Sequence[Line], name: str, place: str) -> str:
    """What is proved there, each verdict once. A mere mention of wrong values says nothing of the parameter."""
    found = dict.fromkeys(line.verdict for line in lines if place in line.places and name in _names(line))
    if len(found) > 1:
        found.pop("refused", None)
    return ", ".join(found)


def _details(lines: Sequence[Line]) -> str:
    rows = [
        (", ".join(_code(name) for name in _names(line)), _where(line), line.verdict, line.note, _link(line))
        for line in lines
    ]
    return _table(("parameter", "where", "verdict", "what happens", "proved by"), rows)


def _cases(lines: Iterable[Line]) -> str:
    rows = [(line.subject, line.verdict, line.note, _link(line)) for line in lines]
    return _table(("case", "verdict", "what happens", "proved by"), rows)


def _list(lines: Iterable[Line], verdict: str) -> str:
    return "".join(f"- {_title(line)}: {line.note}.\n" for line in lines if line.verdict == verdict)


def _title(line: Line) -> str:
    if not line.is_of_parameters:
        return f"**{line.subject}**"
    names = ", ".join(_code(name) for name in _names(line))
    where = _where(line)
    return f"**{names}**" if where == "everywhere" else f"**{names}** ({where})"


def _where(line: Line) -> str:
    places = set(line.places)
    if places == set(PLACES):
        return "everywhere"
    if places == {"edits, multipart", "edits, JSON"}:
        return "edits"
    return "; ".join(place for place in PLACES if place in places)


def _code(name: str) -> str:
    return name if " " in name else f"`{name}`"


def _link(line: Line) -> str:
    return f"[{line.test}](../{line.file})"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "".join(f"| {' | '.join(cells)} |\n" for cells in _with_rule(head, rows))


def _with_rule(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
    yield head
    yield ["---"] * len(head)
    yield from rows
