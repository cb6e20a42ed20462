"""The calendar's words, turned round once for reading: from a word as printed in lower case to what it stands for."""

from __future__ import annotations

from functools import cache

from factcheck.lexicon import spellings, table, words


class TimeWords:
    """Lower-case word to meaning, for every table of the calendar; possessives are listed with their words.

    role: word to the sort of expression it may stand in, which picks the reader ("month", "weekday", "unit" …).
    """

    def __init__(self) -> None:
        data = table("calendar")
        self.months = _numbered(data["months"], 1)
        self.weekdays = _numbered(data["weekdays"], 0)
        self.plural_weekdays = {w: n for n, w in enumerate(data["plural_weekdays"]["words"].split())}
        self.units = _spelled(data["units"])
        self.day_words: dict[str, int] = dict(data["day_words"])
        self.weekly = frozenset(data["weekly"]["words"].split())
        self.dayparts = _spelled(data["parts_of_day"])
        self.seasons = {w: name for name, s in data["seasons"].items() for w in s["words"].split()}
        self.decades: dict[str, int] = dict(data["decades"])
        self.relations = _spelled(data["relations"])
        self.parts = _spelled(data["parts"])
        self.bounds = _spelled(data["bounds"])
        self.zones = frozenset(data["zones"]["words"].split())
        doubtful = data["doubtful"]
        self.doubtful_months = frozenset(doubtful["months"].split())
        self.name_months = frozenset(doubtful["name_months"].split())
        self.doubtful_weekdays = frozenset(doubtful["weekdays"].split())
        self.lower_months = frozenset(doubtful["lower_months"].split())
        self.titles = frozenset(doubtful["titles"].split())
        years = data["years"]
        self.year_strong = frozenset(years["strong"].split())
        self.year_weak = frozenset(years["weak"].split())
        self.year_nouns = frozenset(years["nouns"].split())
        self.year_verbs = frozenset(years["verbs"].split())
        self.grammar = words("structure", "function_words")
        self.inside_phrases = self.grammar - {"and", "or"}  # behind these a phrase goes on
        self.no_years = frozenset(years["never"].split())
        self.counted = frozenset(years["counted"].split())
        self.streets = frozenset(years["streets"].split())
        self.future = frozenset(data["tense"]["future"].split())
        self.past = frozenset(data["tense"]["past"].split())
        self.infinitives = frozenset(data["tense"]["infinitives"].split())
        self.scheduled = frozenset(data["tense"]["scheduled"].split())
        self.scheduled_s = frozenset(data["tense"]["scheduled_s"].split())
        self.before_day = frozenset(data["tense"]["before_day"].split())
        self.unchanged = frozenset(data["tense"]["unchanged"].split())
        self.modals = frozenset(data["tense"]["modals"].split())
        self.imperatives = frozenset(data["tense"]["imperatives"].split())
        self.future_pairs = frozenset(tuple(p.split()) for p in data["tense"]["pairs"])
        self.tenses = spellings(self.future | self.past | {"to"} | {last for _, last in self.future_pairs})
        self.changed = frozenset(data["tense"]["changed"].split())
        self.negations = frozenset(data["tense"]["negations"].split())
        self.business = frozenset(data["business"]["words"].split())
        self.amounts: dict[str, tuple[int, int]] = {w: (low, high) for w, (low, high) in data["amounts"].items()}
        numerals = table("numerals")
        for word, value in {**numerals["units"], **numerals["tens"]}.items():
            self.amounts[word] = (int(value), int(value))
        self.ordinals = {w: int(n) for w, n in numerals["ordinals"].items() if int(n) <= 31}
        self.tens = {w: int(n) for w, n in numerals["tens"].items()}
        self.small = {w: int(n) for w, n in numerals["units"].items()}
        self.holidays = _phrases({name: h["words"] for name, h in data["holidays"].items()})
        evidence = data["holiday_evidence"]
        self.bare_holidays = frozenset(evidence["bare"].split())
        self.holiday_evidence = frozenset(evidence["before"].split())
        self.out_of_reach = frozenset(data["own_units"]["out_of_reach"].split())
        self.prize_winners = frozenset(data["own_units"]["prize_winners"].split())
        self.not_dates = frozenset(doubtful["phrases"])
        self.role = self._roles()
        # The words in which the name of a holiday ends, possessive or not.
        self.holiday_ends = frozenset(w for w in self.role if (w[:-2] if w.endswith(("'s", "’s")) else w) in self.holidays)

    def _roles(self) -> dict[str, str]:
        role: dict[str, str] = {}
        for sort, found in (
            ("month", self.months),
            ("weekday", self.weekdays),
            ("set", self.plural_weekdays),
            ("unit", self.units),
            ("day", self.day_words),
            ("daypart", self.dayparts),
            ("season", self.seasons),
            ("decade", self.decades),
            ("holiday", self.holidays),
        ):
            for word in found:
                role.setdefault(word, sort)
        for word, sort in (("q", "quarter"), ("h", "quarter"), ("half", "half")):
            role[word] = sort
        for word in list(role):
            if role[word] in {"month", "weekday", "unit", "day", "daypart", "season", "holiday"}:
                role.setdefault(word + "'s", role[word])
                role.setdefault(word + "’s", role[word])
        return role


@cache
def time_words() -> TimeWords:
    """The words, built once."""
    return TimeWords()


@cache
def trigger_words() -> frozenset[str]:
    """What the date kind looks for in the one pass over a document."""
    return frozenset(time_words().role)


@cache
def month_names() -> frozenset[str]:
    """All spellings of months, in lower case."""
    return frozenset(time_words().months)


def _numbered(families: dict[str, str], first: int) -> dict[str, int]:
    return {w: n for n, members in enumerate(families.values(), first) for w in members.split()}


def _spelled(families: dict[str, str]) -> dict[str, str]:
    return {w: name for name, members in families.items() for w in members.split()}


def _phrases(families: dict[str, list[str]]) -> dict[str, dict[str, tuple[tuple[tuple[str, ...], str], ...]]]:
    """Last word, then the word before it ("" where there is none), to the phrases that end so, longest first."""
    ending: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
    for family, phrases in families.items():
        for phrase in phrases:
            parts = tuple(p for w in phrase.split() for p in ([w[:-1], w[-1]] if w.endswith((".", "'", "’")) else [w]))
            before = parts[-2] if len(parts) > 1 else ""
            ending.setdefault(parts[-1], {}).setdefault(before, []).append((parts, family))
    return {
        word: {before: tuple(sorted(found, key=lambda f: -len(f[0]))) for before, found in group.items()}
        for word, group in ending.items()
    }
