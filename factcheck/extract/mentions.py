"""Where names stand in a text: runs of capitalised words, joined over particles and cut at sentence starts."""

from __future__ import annotations

from itertools import compress
from operator import attrgetter

from factcheck.extract.capitals import (
    POSSESSIVE,
    capital_runs,
    capital_words,
    no_names,
    number_words,
    title_in,
    told,
)
from factcheck.extract.name_joints import body_goes_on, person_goes_on
from factcheck.extract.names import HYPHENS, Mention, bare, first_names
from factcheck.extract.tokens import Tokens
from factcheck.extract.word_classes import word_classes
from factcheck.lexicon import words
from factcheck.lexicon.articles import ARTICLES

_DOTTED = frozenset(("st", "mt", "ft", "jr", "sr"))
_TITLES = words("names", "titles")
_BODY_JOINERS = words("names", "organisation_joiners")
_THE, _PARTICLES = frozenset(("the",)), frozenset(("la", "las", "los", "der", "den"))
_OF = frozenset(("of", "the"))
_LONGEST_KEPT = 4  # words of an office of state
TITLED = 3  # parts of a name that may hold a body, a title and somebody's given name
_OF_SURNAMES = words("names", "surname_particles")
_BEHIND_HYPHENS = words("names", "behind_hyphens")
_LOOKED_AT = 3  # words behind a small one
_GOES_ON = frozenset((".", *HYPHENS)) | words("names", "joiners") | ARTICLES
_BEYOND = bytes(4)
_FIRST = attrgetter("first")
_DASHES = frozenset("-–—")
OPENING, DATELINE = 4, 16  # sentences in which a dateline may stand, and tokens that it may have


class _Capitals:
    """The capitals of a text, in a byte a token, not 0 for yes, with a few behind the last so that looking ahead needs no check.

    has: it has a capital; inside: and does not open a sentence; opens: it opens a sentence, with a capital or without;
    may_begin: a name may begin with it.
    """

    __slots__ = ("has", "inside", "may_begin", "opens")

    def __init__(self, codes: bytes, sentences: list[int]) -> None:
        known = word_classes()
        codes += _BEYOND
        self.has = codes.translate(known.capitals)
        self.inside = inside = bytearray(self.has)
        self.may_begin = may_begin = bytearray(codes.translate(known.namable))
        self.opens = opens = bytearray(len(codes))
        namable_first = known.namable_first
        for first in sentences:
            inside[first] = 0
            opens[first] = 1
            may_begin[first] = namable_first[codes[first]]


def find_mentions(tokens: Tokens, codes: bytes, capitalised: list[int], sentences: list[int], marks: list[int]) -> tuple[list[Mention], dict[str, Mention]]:
    """The names among the tokens, in order, and by surname the first that can be a person's full name.

    codes: the class of each token; capitalised: those with a capital; marks: those behind which a word may have a capital as if it opened a sentence.
    """
    found, low = tokens.words, tokens.low
    capitals = _Capitals(codes, [*sentences, *_behind_datelines(tokens, sentences)])
    inside, opens = capitals.inside, capitals.opens
    # A word that opens a sentence is a name only if the text also shows it inside one, or more of the name follows.
    showing = bytearray(inside)
    for i in marks:
        showing[i + 1] = 0
    shown = set(map(found.__getitem__, compress(capitalised, map(showing.__getitem__, capitalised))))
    mentions: list[Mention] = []
    longer: list[Mention] = []
    titles: list[int] = []
    # Looked up by the method: the brackets find it anew each time, for a class that is a dictionary.
    capital_of, run_of = capital_words.__getitem__, capital_runs.__getitem__
    add = mentions.append
    behind = -1  # the last token that was read for a name
    for i in compress(capitalised, map(capitals.may_begin.__getitem__, capitalised)):
        if i <= behind:
            continue
        if low[i - 1] in _OF and (kept := _kept(low, i)):
            behind = i + kept - 1  # the Secretary of Veterans Affairs, of whose name that is no part
            continue
        first = i - 2 if low[i - 1] in HYPHENS and low[i - 2] in ARTICLES and tokens.glued(i - 2) else i  # al-Assad
        end = i + 1
        while inside[end]:
            end += 1
        follows = low[end]
        if follows in _GOES_ON and (inside[end + 1] or _goes_on(follows, low[end + 1])):
            behind, mention = _long_mention(tokens, i, capitals, shown)
            if mention is not None:
                add(mention)
                longer.append(mention)
                if opens[mention.first] and mention.last > mention.first:
                    shown.add(found[mention.first])  # "Halden Foods bought it. Halden said …"
        elif i + 1 == end:
            # Most names are one word; this is the short way for them.
            alone = capital_of(found[i])
            if alone.title:
                titles.append(i)
            elif not opens[i] or alone.place or _is_shown(found[i], shown):
                add(Mention(first, i, alone.name, alone.type, None, alone.key))
        else:
            run = run_of(tuple(found[i:end]))
            behind = i + run.last
            if run.name is None:
                titles.append(i + run.first)
            elif not (run.lone and opens[i] and not _is_shown(found[i], shown)):
                mention = Mention(i + run.first, behind, run.name, run.type, run.title, run.key)
                add(mention)
                longer.append(mention)
                if opens[mention.first] and mention.last > mention.first:
                    shown.add(found[mention.first])  # "Halden Foods bought it. Halden said …"
    by_surname: dict[str, Mention] = {}
    for mention in longer:
        if mention.type == "person" or (mention.type == "unknown" and mention.last > mention.first):
            by_surname.setdefault(mention.surname, mention)
    _by_given_name(mentions, by_surname, longer)
    if titles and _named_like_titles(tokens, titles, by_surname, mentions):
        mentions.sort(key=_FIRST)
    return mentions, by_surname


def _kept(low: list[str], i: int) -> int:
    """How many tokens say what the secretary or minister before a token is of; 0 if none do."""
    of = i - 1 if low[i - 1] == "of" else i - 2
    if low[of] != "of" or low[of - 1] not in words("roles", "kept.keepers"):
        return 0
    for size in range(_LONGEST_KEPT, 0, -1):
        if " ".join(low[of + 1 : i + size]) in words("roles", "kept.offices"):
            return size
    return 0


def _behind_datelines(tokens: Tokens, sentences: list[int]) -> list[int]:
    """The tokens with which a text begins behind a dateline and that are no names, as it counts with them or writes them small, too:
    in "VARN, March 4 - Twelve workers died" nobody is called Twelve."""
    found = tokens.words
    behind = []
    for first in sentences[:OPENING]:
        if not (found[first].isupper() and len(found[first]) > 2):
            continue
        for i in range(first + 1, min(first + DATELINE, len(found) - 1)):
            if found[i] in _DASHES and not tokens.glued(i):
                if tokens.low[i + 1] in number_words() or tokens.low[i + 1] in found:
                    behind.append(i + 1)
                break
    return behind


def _named_like_titles(tokens: Tokens, titles: list[int], by_surname: dict[str, Mention], mentions: list[Mention]) -> bool:
    """Add the titles that stand alone and are somebody's surname in this text: King, of Billy King; whether there are any."""
    size = len(mentions)
    for i in titles:
        alone = capital_words[tokens.words[i]]
        full = by_surname.get(alone.key)
        if full is not None and full.first < i and tokens.low[i - 1] != "the" and tokens.low[i + 1] != "of":
            mentions.append(Mention(i, i, alone.name, alone.type, None, alone.key))
    return len(mentions) > size


def _by_given_name(mentions: list[Mention], by_surname: dict[str, Mention], longer: list[Mention]) -> None:
    """Give those who are called by the first word of their name the key that their full name has: Emma, of Emma Stone; Xi, of Xi
    Jinping. Only where nobody else in the document has that first word or that surname."""
    called: dict[str, str | None] = {}
    for surname, full in by_surname.items():
        first = full.words[0]
        if (full.type == "person" or first in first_names()) and first not in by_surname and len(full.words) > 1:
            called[first] = None if first in called else surname
    if not called:
        return
    for mention in longer:
        first = mention.words[0]
        if by_surname.get(mention.surname, mention).words[0] != first:
            called[first] = called[by_surname[mention.surname].words[0]] = None
    for mention in mentions:
        if mention.key in called and mention.type == "unknown" and len(mention.words) == 1 and (surname := called[mention.key]):
            mention.key = surname


def _goes_on(link: str, behind: str) -> bool:
    """Whether a name may go on over the mark or small word behind a run of capitalised words where no other run follows."""
    return link in HYPHENS or (link != "." and (behind in _BODY_JOINERS or behind in _PARTICLES)) or (link in ARTICLES and behind in HYPHENS)


def _long_mention(tokens: Tokens, i: int, capitals: _Capitals, shown: set[str]) -> tuple[int, Mention | None]:
    """The name of several words that begins at token i, if it is one, and the last token that was read for it."""
    found = tokens.words
    last, parts, has_head = _run(tokens, i, capitals)
    title, first = None, i
    if len(parts) > 1:
        title, first, parts = _drop_titles(tokens, i, last, parts)
    if len(parts) == 1 and title is None:
        if parts[0].lower() in _TITLES:
            return last, None
        if capitals.opens[first] and not _is_shown(found[first], shown) and (first == last or not found[last][0].isupper()):
            return last, None
    name, type, key = told(tuple(parts), title, has_head, found[first])
    return last, Mention(first, last, name, type, title, key)


def _is_shown(word: str, shown: set[str]) -> bool:
    """Whether a word that opens a sentence also stands inside one, possessive or not."""
    plain = bare(word)
    return plain in shown or plain + "'s" in shown or plain + "’s" in shown


def _run(tokens: Tokens, i: int, capitals: _Capitals) -> tuple[int, list[str], bool]:
    """The name that begins at token i: its last token, its parts, and whether it holds a head such as Ministry."""
    found, low, size = tokens.words, tokens.low, len(tokens.words)
    inside, lower, last, parts = capitals.inside, low[i], i, [found[i]]
    opening = capital_words[found[i]]
    has_head, possessive = opening.head, opening.possessive
    while not possessive and last + 1 < size:
        j = last + 1
        nxt = found[j]
        if nxt == ".":
            if not (len(found[last]) <= 2 or low[last] in _TITLES or low[last] in _DOTTED) or not tokens.glued(last):
                break
            if not inside[j + 1]:
                break
            if len(found[last]) == 1 and tokens.glued(j) and len(found[j + 1]) == 1:
                parts[-1] += "." + found[j + 1]  # U.S. is one word
            else:
                parts.append(found[j + 1])
            last = j + 1
            possessive = found[last].endswith(POSSESSIVE)
            continue
        if capitals.opens[j]:
            break
        if inside[j]:
            joined = capital_words[nxt]
            if joined.never_inside and not (nxt == "I" and low[j + 1] == "." and tokens.glued(j) and inside[j + 2]):
                break
            parts.append(nxt)
            last = j
            has_head = has_head or joined.head
            possessive = joined.possessive
            continue
        if nxt in HYPHENS and tokens.glued(last) and tokens.glued(j) and low[j + 1][:1].isalpha() and low[j + 1] not in _BEHIND_HYPHENS:
            parts[-1] += "-" + found[j + 1]
            last = j + 1
            if not capitals.has[last] and not has_head:
                break
            continue
        if nxt in ARTICLES and low[j + 1] in HYPHENS and inside[j + 2] and tokens.glued(j) == tokens.glued(j + 1):
            parts.append(nxt + "-" + found[j + 2])  # Bashar al-Assad
            last = j + 2
            possessive = found[last].endswith(POSSESSIVE)
            continue
        # New York City Mayor Ana de Souza, House Speaker Ana Souza of Varn
        of_body = has_head and nxt not in _OF_SURNAMES and not (len(parts) > TITLED and _is_officer(parts))
        k = j + 2 if low[j + 1] in (_THE if of_body else _PARTICLES) else j + 1
        if inside[k] and low[k] not in no_names() and (
            body_goes_on(low[j], parts, low[j + 1 : j + 1 + _LOOKED_AT]) if of_body else person_goes_on(low[j], parts, lower, low[j + 1 : j + 1 + _LOOKED_AT])
        ):
            parts.extend(found[j : k + 1])
            last = k
            possessive = found[k].endswith(POSSESSIVE)
            has_head = has_head or capital_words[found[k]].head
            continue
        break
    return last, parts, has_head


def _is_officer(parts: list[str]) -> bool:
    """Whether a title and a name follow the name of a body: House Majority Leader Ana Souza, but not King Alfred University."""
    title, cut = title_in(tuple(parts))
    return title is not None and any(capital_words[p].head for p in parts[:cut]) and not any(capital_words[p].head for p in parts[cut + 1 :])


def _drop_titles(tokens: Tokens, first: int, last: int, parts: list[str]) -> tuple[str | None, int, list[str]]:
    """Cut a name down to what follows its last title: "Foreign Minister Jane Roe" is Jane Roe, a minister."""
    title, cut = title_in(tuple(parts))
    if cut < 0:
        return None, first, parts
    dropped, k = cut + 1, first
    while dropped and k < last:  # full stops and hyphens inside the run are no parts of their own
        if tokens.words[k][0].isalnum():
            dropped -= 1
        k += 1
    while k < last and not tokens.words[k][0].isalnum():
        k += 1
    return title, k, parts[cut + 1 :]
