"""Prompts in other languages: their words are looked up as the English ones they stand for, in English order.

A token keeps the text that the user wrote, so that the reply speaks of it in the user's words; what it is
looked up as, its folded form, becomes English.
"""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.lexicon.languages.detect import find_language
from aquatint.engines.composer.lexicon.languages.language import Language, normal
from aquatint.engines.composer.lexicon.vocabulary import Category, entry_key, vocabulary
from aquatint.engines.composer.planner.tokens import Token

_ADJECTIVES: frozenset[Category] = frozenset({"colour", "size", "age", "expression", "material", "look", "mood"})
_BEFORE: frozenset[Category] = frozenset({*_ADJECTIVES, "count", "article", "season"})
_NOUNS: frozenset[Category] = frozenset({"noun", "place", "clothes", "part", "time", "weather", "season"})
_VERBS = frozenset({"wearing", "holding", "riding"})
"""Relations that are said with a verb."""
LOANWORD = 4
"""Letters from which an English noun is taken for one in another language, too: "panda", "logo"."""
_LENT: frozenset[Category] = frozenset({"noun", "kind", "style"})
UNKNOWN = "\N{WORD JOINER}"
"""Mark on words that are not to be found: "once" is no number of times in Spanish."""


def to_english(tokens: Sequence[Token]) -> list[Token]:
    """The tokens as English would have them; those of an English text as they are."""
    words = [token.text for token in tokens if token.kind == "word"]
    tongue = find_language(words)
    if tongue is None:
        return list(tokens)
    found: list[Token] = []
    run: list[Token] = []
    for token in tokens:
        if token.kind == "word":
            run.append(token)
            continue
        found += _words(run, tongue)
        found.append(token)
        run = []
    found += _words(run, tongue)
    if tongue.adjectives_follow:
        found = _adjectives_first(found)
    return _prepositions_first(found, verbs_first=tongue.verbs_first) if tongue.postpositions else found


# -- words


def _words(run: Sequence[Token], tongue: Language) -> list[Token]:
    if tongue.unspaced:
        return [piece for token in run for piece in _cut(token, tongue)]
    plain = [normal(token.text) for token in run]
    found: list[Token] = []
    at = 0
    while at < len(run):
        match = tongue.find(plain[at : at + tongue.longest])
        if match is None:
            found.append(_unknown(run[at]))
            at += 1
            continue
        members = run[at : at + match.words]
        found += [_as(members, english) for english in match.english if english]
        at += match.words
    return found


def _as(members: Sequence[Token], english: str) -> Token:
    text = " ".join(token.text for token in members)
    return Token("word", text, entry_key(english), members[0].start, members[-1].end)


def _unknown(token: Token) -> Token:
    senses = vocabulary().get(token.folded, ())
    if not senses or (len(token.folded) >= LOANWORD and senses[0].category in _LENT):
        return token
    return token._replace(folded=UNKNOWN + token.folded)


def _cut(token: Token, tongue: Language) -> list[Token]:
    """The words of an unspaced run; letters between known words stay together as an unknown one."""
    text = normal(token.text)
    if len(text) != len(token.text):
        return [_unknown(token)]
    found: list[Token] = []
    at = lost = 0
    while at <= len(text):
        known = tongue.cut(text, at) if at < len(text) else None
        if known is None and at < len(text):
            at += 1
            continue
        if lost < at:
            found.append(_unknown(_part(token, lost, at)))
        if known is None:
            break
        end, english = known
        if english:
            found.append(_part(token, at, end)._replace(folded=entry_key(english)))
        at = lost = end
    return found


def _part(token: Token, start: int, end: int) -> Token:
    text = token.text[start:end]
    return Token("word", text, text.casefold(), token.start + start, token.start + end)


# -- order


def _has(token: Token, categories: frozenset[Category]) -> bool:
    return any(sense.category in categories for sense in vocabulary().get(token.folded, ()))


def _joins(token: Token) -> bool:
    return token.folded == "and" or token.text == ","


def _adjectives_first(tokens: Sequence[Token]) -> list[Token]:
    """ "Zorro rojo" becomes "rojo zorro"; "gatos blancos y negros" keeps both colours together."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        end = at + 1
        if _has(tokens[at], _NOUNS) and not _only_adjective(tokens, at):
            end = _adjectives_end(tokens, at + 1)
        found += [*tokens[at + 1 : end], tokens[at]]
        at = end
    return found


def _only_adjective(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at ``at``, a colour and a noun at once ("rose"), stands before the noun that it colours."""
    if not _has(tokens[at], _ADJECTIVES):
        return False
    return at + 1 < len(tokens) and _has(tokens[at + 1], _NOUNS) and not _has(tokens[at + 1], _ADJECTIVES)


def _adjectives_end(tokens: Sequence[Token], at: int) -> int:
    while at < len(tokens):
        if _has(tokens[at], _ADJECTIVES):
            at += 1
        elif _joins(tokens[at]) and _another_adjective(tokens, at + 1):
            at += 2
        else:
            break
    return at


def _another_adjective(tokens: Sequence[Token], at: int) -> bool:
    """Whether only an adjective stands after "and", and no noun of its own before or after it."""
    if at >= len(tokens) or not _has(tokens[at], frozenset({"colour"})):
        return False
    return at + 1 >= len(tokens) or not _has(tokens[at + 1], _NOUNS)


def _phrase_end(tokens: Sequence[Token], at: int) -> int:
    """End of the noun phrase that starts at ``at``; ``at`` when none does."""
    end = at
    while end < len(tokens) and not _is_noun(tokens[end]):
        if not (_has(tokens[end], _BEFORE) or tokens[end].kind == "number"):
            return at
        end += 1
    return end + 1 if end < len(tokens) else at


def _is_noun(token: Token) -> bool:
    return _has(token, _NOUNS) and not _has(token, frozenset({"colour", "count", "article"}))


def _prepositions_first(tokens: Sequence[Token], *, verbs_first: bool) -> list[Token]:
    """ "Snow in red fox" becomes "red fox in snow", and "wearing hat dog" a "dog wearing hat"."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        end = _phrase_end(tokens, at)
        verb = verbs_first and tokens[at].folded in _VERBS
        if verb and not (found and _is_noun(found[-1])):
            thing = _phrase_end(tokens, at + 1)
            owner = _phrase_end(tokens, thing)
            found += [*tokens[thing:owner], tokens[at], *tokens[at + 1 : thing]]
            at = max(owner, at + 1)
        elif end == at:
            found.append(tokens[at])
            at += 1
        elif end < len(tokens) and _turns(tokens[end], verbs_first=verbs_first):
            after = _phrase_end(tokens, end + 1)
            found += [*tokens[end + 1 : after], tokens[end], *tokens[at:end]]
            at = max(after, end + 1)
        else:
            found += tokens[at:end]
            at = end
    return found


def _turns(token: Token, *, verbs_first: bool) -> bool:
    return _has(token, frozenset({"relation"})) and not (verbs_first and token.folded in _VERBS)
