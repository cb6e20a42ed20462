"""One remark quoted in two ways: a word, a number or a "not" differs between two papers' marks.

Quotations are compared word by word. An ellipsis, [inserted words], a changed capital, another style of marks, British or
American spelling, a number in words or digits, and a remark that is cut at its ends are no alteration.

Why it matters: quotation marks promise a speaker's own words; two versions of them cannot both be right.
Conflict: “We will not sell the yard” in one paper, “We will sell the yard” in the other; “under a lot of pressure” against
“under pressure” inside one sentence.
Silent: “We will not sell … this year” for a longer remark; two remarks of one speaker that share a phrase; titles of works and
single words held at arm's length; a headline's short form.
"""

from collections import defaultdict
from collections.abc import Iterable

from factcheck.compare.case import Case
from factcheck.compare.protocol import Rule
from factcheck.compare.quotations import Quotations, is_altered, quotations
from factcheck.compare.steps import quoted
from factcheck.compare.wordings import ALTERED, ELIDED, SAME, Comparison, relate, slight
from factcheck.model.claim import Claim
from factcheck.model.finding import AGREEMENT, COMPATIBLE, CONFLICT, ERROR, WARNING, Finding

NAME = "quotation-altered"


def find(case: Case) -> Iterable[Finding]:
    """One finding for a remark that is quoted alike, one where it is elided, one where its words differ."""
    found = quotations(case)
    yield from _agreements(case, found)
    yield from _elisions(case, found)
    yield from _alterations(case, found)


def _agreements(case: Case, found: Quotations) -> Iterable[Finding]:
    blamed = {c.id for pair in found.misattributed for side in pair for c in side}
    for members in found.groups:
        claims = [c for n in members for c in found.wordings[n].claims if c.id not in blamed]
        if not _tells(claims):
            continue
        claims.sort(key=lambda c: (c.document, c.start, c.end))
        a = claims[0]
        b = next((c for c in claims if c.document != a.document), claims[1])
        same = relate(a.value, b.value).relation == SAME  # type: ignore[arg-type]
        what = "the same words" if same else "the same words, one of them more of the remark"
        message = f"{a.document} and {b.document} quote {what}: {quoted(min(a, b, key=lambda c: len(c.text)))}"
        yield case.finding(NAME, AGREEMENT, message, (_who(claims), f"{what} stand between the marks"), claims, attribute="quotation")


def _tells(claims: list[Claim]) -> bool:
    """Whether the claims are of two documents, or of two sentences of one and more than a word."""
    if len({c.document for c in claims}) > 1:
        return True
    return len({c.sentence for c in claims}) > 1 and all(len(c.value.words) > 1 for c in claims)  # type: ignore[union-attr]


def _elisions(case: Case, found: Quotations) -> Iterable[Finding]:
    home = {n: min(members) for members in found.groups for n in members}
    pairs: dict[tuple[int, int], tuple[list[Claim], list[Claim]]] = {}
    for i, j, comparison in found.links:
        if comparison.relation == ELIDED:
            pairs.setdefault((home[i], home[j]), (found.wordings[i].claims, found.wordings[j].claims))
    for left, right in pairs.values():
        a = left[0]
        b = next((c for c in right if c.document != a.document), right[0])
        if not _tells([*left, *right]):
            continue
        message = f"{a.document} and {b.document} quote one remark, of which one leaves words out: {quoted(a)}, {quoted(b)}"
        because = (_who([a, b]), "all the words that the shorter gives stand in the longer, in their order")
        yield case.finding(NAME, COMPATIBLE, message, because, [*left, *right], sides=[0] * len(left) + [1] * len(right), attribute="quotation")


def _alterations(case: Case, found: Quotations) -> Iterable[Finding]:
    """One finding for all the wordings of one remark."""
    joined: dict[int, list[tuple[int, int, Comparison]]] = defaultdict(list)
    home: dict[int, int] = {}
    for i, j, comparison in found.links:
        if comparison.relation != ALTERED or is_altered(case, found, i, j, comparison) is None:
            continue
        at = min(home.get(i, i), home.get(j, j))
        for n in (home.get(i, i), home.get(j, j)):
            if n != at:
                joined[at] += joined.pop(n, [])
                home.update({k: at for k, v in home.items() if v == n})
        home[i] = home[j] = at
        joined[at].append((i, j, comparison))
    for members in joined.values():
        yield _altered(case, found, members)


def _altered(case: Case, found: Quotations, members: list[tuple[int, int, Comparison]]) -> Finding:
    numbers = sorted({n for i, j, _ in members for n in (i, j)}, key=lambda n: (-len(found.wordings[n].documents), n))
    i, j, comparison = members[0]
    swap = numbers.index(i) > numbers.index(j)
    a, b = found.wordings[i].claims[0], found.wordings[j].claims[0]
    because = [_who([a, b]), *_differences(a, b, comparison)]
    if len(numbers) > 2:
        because.append(f"{len(numbers)} wordings in all")
    claims = [c for n in numbers for c in found.wordings[n].claims]
    sides = [side for side, n in enumerate(numbers) for _ in found.wordings[n].claims]
    if swap:
        a, b = b, a
    message = f"{a.document} quotes {quoted(a)}, {b.document} {quoted(b)}: {'; '.join(because[1:4])}"
    repairs = (f"quote as {a.document} does, if its words are right", f"quote as {b.document} does, if its words are right")
    severity = WARNING if all(slight(c) for _, _, c in members) else ERROR
    return case.finding(NAME, CONFLICT, message, because, claims, sides=sides, repairs=repairs, attribute="quotation", severity=severity)


def _differences(a: Claim, b: Claim, comparison: Comparison) -> list[str]:
    """The words that differ inside what both quote."""
    blocks = comparison.blocks
    if not comparison.at_end:
        equal = [n for n, block in enumerate(blocks) if block[0] == "equal"]
        blocks = blocks[equal[0] : equal[-1] + 1]
    said = []
    for op, x, y in blocks:
        if op == "replace":
            said.append(f"{a.document} has “{' '.join(x)}” where {b.document} has “{' '.join(y)}”")
        elif op == "delete":
            said.append(f"“{' '.join(x)}” stands in {a.document} only")
        elif op == "insert":
            said.append(f"“{' '.join(y)}” stands in {b.document} only")
    return said


def _who(claims: list[Claim]) -> str:
    """Who is quoted, in words."""
    names = sorted({c.value.speaker for c in claims if c.value.speaker})  # type: ignore[union-attr]
    return f"quoted: {', '.join(names[:4])}" if names else "no speaker is named"


RULE = Rule(NAME, "one remark quoted in two ways", find)
