"""News prose made by rule: names, dates, quotations and numbers, with plain prose between them.

The text of a seed is always the same: no clock, no copied material. About one sentence in two holds something to check, as in
ordinary news, so there are some ten claims in a thousand characters.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from bench.wordings import (
    CREDITS,
    CROWD,
    FIRST_NAMES,
    ONSETS,
    OPENINGS,
    PLAIN,
    QUOTED,
    RHYMES,
    SUBJECTS,
    TOPICS,
)

FIRST_DAY = date(2019, 1, 7)
DAYS = 2000
TELLERS = 4  # documents that tell one of many small stories
PLAIN_SHARE = 0.62  # how often one more plain sentence follows


class Story:
    """What happened: people, places and figures, and the day; all wordings of it draw on these."""

    def __init__(self, seed: int) -> None:
        chance = Random(seed)
        self.topic = chance.choice(sorted(TOPICS))
        self.day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        self.places = [_name(chance) for _ in range(3)]
        self.people = [f"{chance.choice(FIRST_NAMES)} {_name(chance)}" for _ in range(3)]
        self.bodies = [f"{_name(chance)} {chance.choice(('Council', 'University', 'Bank', 'Institute', 'Energy', 'United'))}" for _ in range(2)]
        self.figures = [chance.choice((chance.randrange(3, 40), chance.randrange(40, 900), chance.randrange(10, 90) * 100)) for _ in range(6)]
        self.share = chance.randrange(110, 890)
        self.age = chance.randrange(24, 81)
        self.sentences = chance.sample(TOPICS[self.topic], len(TOPICS[self.topic]))
        self.quotes = [(" ".join(map(chance.choice, QUOTED)), chance.choice(self.people)) for _ in range(4)]
        self.sums = [chance.choice((chance.randrange(11, 99) / 10, chance.randrange(2, 80))) for _ in range(2)]


def _name(chance: Random) -> str:
    """A made-up name of two or three syllables, from a stock large enough that stories seldom share one."""
    parts = [chance.choice(ONSETS) + chance.choice(RHYMES) for _ in range(chance.choice((2, 2, 3)))]
    return "".join(parts).capitalize()


def tell(story: Story, teller: int, sentences: int = 8) -> str:
    """One document on a story; tellers choose, round, and now and then differ."""
    chance = Random(story.day.toordinal() * 1_000_003 + teller)
    slots = _slots(story, chance)
    day = story.day + timedelta(days=chance.choice((0, 0, 1, 1, 2)))
    lines = [f"{slots['place'].upper()}, {day:%B} {day.day}, {day.year} - {chance.choice(OPENINGS).format(**slots)}"]
    told = chance.sample(story.sentences, min(len(story.sentences), sentences))
    quotes = list(story.quotes)
    for sentence in told:
        line = sentence.format(**slots)
        while chance.random() < PLAIN_SHARE:
            line += " " + _plain(chance)
        if quotes and chance.random() < 0.3:
            words, speaker = quotes.pop()
            line += f" “{words},” said {speaker if chance.random() < 0.5 else speaker.split()[1]}."
        lines.append(line)
    if chance.random() < 0.15:
        lines.append(chance.choice(CREDITS))
    return "\n\n".join(lines) + "\n"


def _slots(story: Story, chance: Random) -> dict[str, str]:
    figures = [_figure(n, chance) for n in story.figures]
    share = story.share + (chance.choice((-7, 4, 11)) if chance.random() < 0.05 else 0)
    before = story.day - timedelta(days=chance.choice((30, 90, 400, 800)))
    return {
        "place": story.places[0],
        "near": story.places[1],
        "land": story.places[2],
        "person": story.people[0],
        "surname": story.people[0].split()[1],
        "second": story.people[1],
        "third": story.people[2],
        "body": story.bodies[0],
        "firm": story.bodies[1],
        "weekday": f"{story.day:%A}",
        "date": f"{story.day:%A}, {story.day:%b}. {story.day.day}" if chance.random() < 0.3 else f"{story.day:%A}",
        "month": f"{before:%B %Y}",
        "share": chance.choice((f"{share / 10:.1f} percent", f"{share // 10}%", f"nearly {share // 10 + 1} percent")),
        "age": str(story.age),
        "s0": f"{story.sums[0]}",
        "s1": f"{story.sums[1]}",
        **{f"n{i}": figure for i, figure in enumerate(figures)},
    }


def _figure(n: int, chance: Random) -> str:
    """A number as one of many papers would print it; one in twenty is another number."""
    if chance.random() < 0.05:
        n += chance.choice((-2, -1, 1, 2, 10))
    style = chance.random()
    rounded = n // 10 * 10
    if n < 10 and style < 0.7:
        return ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")[max(2, n)]
    if style < 0.08 and rounded > 10:
        return f"more than {rounded - 1:,}"
    if style < 0.16 and n > 20:
        return f"about {rounded:,}"
    if style < 0.22:
        return f"at least {n:,}"
    return f"{n:,}"


def _plain(chance: Random) -> str:
    """A sentence with nothing in it to check."""
    return chance.choice(PLAIN).format(subject=chance.choice(SUBJECTS), crowd=chance.choice(CROWD))


def small_stories(documents: int, seed: int = 1) -> Iterator[str]:
    """Documents of which each four tell a story of their own."""
    for n in range(documents):
        yield tell(Story(seed * 7_919 + n // TELLERS), n)


def one_story(documents: int, seed: int = 1) -> Iterator[str]:
    """Documents that all tell one story."""
    story = Story(seed)
    for n in range(documents):
        yield tell(story, n)
