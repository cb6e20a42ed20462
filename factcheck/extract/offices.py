"""Phrases that name an office: where they begin and end, what narrows them, and of which country or body they are."""

from __future__ import annotations

from factcheck.extract.names import Mention, bare, canonical, place_names
from factcheck.extract.reading import Reading
from factcheck.extract.subjects import mention_ending
from factcheck.extract.titles import doubtful, followers, modifiers, parties, same, statuses, titles
from factcheck.lexicon import words
from factcheck.lexicon.places import demonyms

_DETERMINERS = frozenset(["the", "a", "an", "its", "his", "her", "their", "our", "this", "that"])
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_LINKS = frozenset("-‐‑–")
_RANKS = words("roles", "exclusive.ranks")
_PASSED, _SERVICES = words("roles", "passed.words"), words("roles", "services.words")
_APOSTROPHES = frozenset("'’")
_LONGEST_OF = 5  # words before the name in "of the influential Security Council"
_FURTHEST_LEFT = 6  # tokens before the title that may narrow it


class Office:
    """One phrase. first, last: its tokens with status and "of"; left: the first token of all that belongs to it on the left;
    title: base form; status, of: or None; owner: the name that owns it on the left, or None; doubtful: a common word."""

    __slots__ = ("doubtful", "first", "last", "left", "of", "owner", "status", "title", "title_last")

    def __init__(self, first: int, last: int, title: str, doubtful: bool) -> None:
        self.first = first
        self.last = last
        self.title_last = last
        self.left = first
        self.title = title
        self.doubtful = doubtful
        self.status: str | None = None
        self.of: str | None = None
        self.owner: Mention | None = None


def office_at(reading: Reading, i: int) -> Office | None:
    """The office whose title has its last looked-for word at token i."""
    lower = reading.tokens.low
    low = lower[i]
    base = titles().get(low)
    if base is None:
        return None
    if (title := titles().get(lower[i + 1])) is not None and low in modifiers().get(title.split()[-1], ()):
        return None  # the general in "general manager" is read with the manager
    last = i
    if low in {"gov", "sen", "rep", "gen", "lt", "col", "maj", "capt", "adm", "sgt", "cmdr", "pres", "prof"} and lower[i + 1] == ".":
        last = i + 1
    first, parts = i, [base if " " not in base else ""]
    last, parts = _follow(reading, last, low, base)
    k = i - 1
    allowed = modifiers().get(base.split()[-1], frozenset())
    while k >= 0 and first - k <= 2:
        word = lower[k]
        if k and (word in _LINKS or word == ".") and lower[k - 1] in allowed:
            k -= 1
            continue
        if word not in allowed or (word in ("u.s", "senior") and k == i - 1):
            break
        parts.insert(0, word)
        first = k
        k -= 1
    title = " ".join(filter(None, parts))
    title = same().get(title, title)
    office = Office(first, last, title, low in doubtful() and len(parts) == 1 and base == low)
    _narrow(reading, office)
    _of(reading, office)
    return office


def _follow(reading: Reading, last: int, low: str, base: str) -> tuple[int, list[str]]:
    """Words behind that belong to the title: secretary of state, attorney general."""
    for phrase in followers().get(low, ()):
        if tuple(reading.tokens.low[last + 1 : last + 1 + len(phrase)]) == phrase:
            joined = " ".join(w for w in phrase if w != "-")
            return last + len(phrase), [f"{base} {joined}"]
    return last, [base]


def _narrow(reading: Reading, office: Office) -> None:
    """Status and owner on the left: Kazakhstan's interim president, former Peruvian finance minister, ex-mayor."""
    lower = reading.tokens.low
    found, tokens = reading.tokens.words, reading.tokens
    right = office.title_last + 1
    if right + 1 < len(found) and found[right] in _LINKS and tokens.glued(office.title_last) and lower[right + 1] in ("elect", "designate"):
        office.status, office.last, office.title_last = lower[right + 1], right + 1, right + 1
    start = reading.sentences[reading.sentence_of(office.first)]
    k, floor = office.first - 1, max(start - 1, office.first - 1 - _FURTHEST_LEFT)
    while k > floor:
        word, low = found[k], lower[k]
        if low in _LINKS:
            if k and lower[k - 1] in {"ex", "then", "vice", "co"}:
                k -= 1
                continue
            break
        status = statuses().get(low)
        if status is not None and not (low == "past" and lower[k - 1] in {"the", "his", "her"}) and not (low == "late" and lower[k - 1] == "in"):
            if status == "vice" and ("president" in office.title or office.title == "chairman"):
                office.title = f"vice {office.title}"
            elif office.status is None or (status == "former" and office.status != "former"):
                office.status = status
            office.first = office.left = k
        elif low in parties() or (low in demonyms() and k and found[k - 1] in _LINKS):
            office.left = k
        elif low in demonyms() and word[0].isupper():
            office.of = office.of or demonyms()[low]
            office.left = k
        elif word[0].isupper() and office.left == k + 1 and (body := _body_in_name(reading, k)) is not None:
            office.of = office.of or printed(reading, body, k)
            office.left = k = body
        elif low in _PASSED or (low.endswith("th") and low[:1].isdecimal()):
            pass
        elif low in _APOSTROPHES and lower[k - 1].endswith("s") and tokens.glued(k - 1):
            name = mention_ending(reading, k - 1)  # Rovers' captain
            office.left = k = name.first if name is not None else k - 1
            office.of = office.of or printed(reading, k, name.last if name is not None else k)
            office.owner = office.owner or name
        elif low in _SERVICES and office.title in _RANKS:
            office.left = k
        elif low in _DETERMINERS:
            office.left = k
            break
        elif k > 1 and found[k - 1] in _LINKS and tokens.glued(k - 1) and word.islower():
            k -= 2  # the two-time governor
        elif word.endswith(_POSSESSIVE) and (word.islower() or mention_ending(reading, k) is None):
            office.of, office.left = office.of or bare(word), k  # the team's captain
        elif word[0].isupper() and mention_ending(reading, k) is None and canonical(word) in place_names():
            office.of, office.left = office.of or word, k
        elif word == "." and k > 2 and found[k - 1] == "S" and found[k - 3] == "U":
            office.of, k = office.of or "United States", k - 3
            office.left = k
        elif word[0].isupper() and len(word) > 1 and (run := _capitals(reading, k)) is not None:
            office.of, office.left, k = office.of or printed(reading, run, k), run, run
        else:
            name = mention_ending(reading, k)
            if name is None or not _owns(reading, name):
                break
            office.owner = name
            office.of = office.of or printed(reading, name.first, name.last)
            office.left = k = name.first
        k -= 1
    office.left = min(office.left, office.first)


def printed(reading: Reading, first: int, last: int) -> str:
    """The words of some tokens, on one line and without a possessive ending."""
    return bare(" ".join(reading.tokens.slice(first, last).split()))


def _body_in_name(reading: Reading, k: int) -> int | None:
    """Where a body begins that leads a name up to token k: House Judiciary Committee Chairman X."""
    if reading.zones[reading.sentence_of(k)] != "body":
        return None
    name = reading.mention_before(k, _FURTHEST_LEFT)
    return name.first if name is not None and name.last > k else None


def _capitals(reading: Reading, k: int) -> int | None:
    """Where a run of capitalised words that ends at token k begins, if it is no name of the list: Judiciary Committee."""
    lower = reading.tokens.low
    if reading.zones[reading.sentence_of(k)] != "body":
        return None  # in a headline every word may have a capital
    found, first = reading.tokens.words, k
    while first and found[first - 1][0].isupper() and not reading.opens_sentence(first):
        first -= 1
    if any(i in reading.mention_at for i in range(first, k + 1)) or mention_ending(reading, k) is not None:
        return None
    if first == k and (reading.opens_sentence(first) or lower[k] in words("structure", "openers")):
        return None
    return first


def _owns(reading: Reading, name: Mention) -> bool:
    """Whether a name to the left is the country or body of the office, and not somebody."""
    possessive = reading.tokens.words[name.last].endswith(_POSSESSIVE)
    if name.type in ("place", "organisation"):
        return True
    return possessive and name.type != "person"


def _of(reading: Reading, office: Office) -> None:
    """The body or country behind: chairman of the influential Security Council, minister for Europe."""
    lower = reading.tokens.low
    i = office.title_last + 1
    if lower[i] not in {"of", "for", "at"} or (lower[i] != "of" and office.doubtful):
        return
    plain: list[int] = []
    for k in range(i + 1, i + 2 + _LONGEST_OF):
        name = reading.mention_at.get(k)
        if name is not None:
            owning = reading.tokens.words[name.last].endswith(_POSSESSIVE)
            if not owning and (lower[i] == "of" or name.type in ("place", "organisation")):
                office.of = printed(reading, name.first, name.last)
                office.last = name.last
            return
        low = lower[k]
        if not low or not low[0].isalpha() or low in {"and", "who", "in", "on", "at", "to", "was", "is", "has", "said", "but", "with", "by", "that", "from"}:
            break
        if low not in _DETERMINERS:
            plain.append(k)
            if low in words("names", "organisation_heads"):
                break
    else:
        plain = plain[:1]  # where the phrase ends cannot be told
    if plain and lower[i] == "of" and not (plain[0] == i + 1 and lower[plain[0]][-1:] == "s" and office.doubtful):
        office.of = printed(reading, plain[0], plain[-1])
        office.last = plain[-1]
