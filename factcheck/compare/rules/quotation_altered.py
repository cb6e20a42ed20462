"""One remark quoted in two ways: a word, a number or a "not" differs between two papers' marks.

Quotations are compared word by word. An ellipsis, [inserted words], a changed capital, another style of marks, British or
American spelling, a number in words or digits, and a remark that is cut at its ends are no alteration.

Why it matters: quotation marks promise a speaker's own words; two versions of them cannot both be right.
Conflict: “We will not sell the yard” in one paper, “We will sell the yard” in the other; “under a lot of pressure” against
“under pressure” inside one sentence.
Silent: “We will not sell … this year” for a longer remark; two remarks of one speaker that share a phrase; titles of works and
single words held at arm's length; a headline's short form.
"""

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
    if len(case.claims_of("quotation")) < 2:
        return
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
    told: dict[str, list] = {}  # claim to the case of alteration that it is told in: [sides by claim, first comparison, …]
    cases: list[list] = []
    for i, j, comparison in found.links:
        pair = is_altered(case, found, i, j, comparison) if comparison.relation == ALTERED else None
        if pair is None:
            continue
        known = next((told[c.id] for side in pair for c in side if c.id in told), None)
        if known is None:
            known = [{}, (pair[0][0], pair[1][0], comparison), True]
            cases.append(known)
        sides: dict[str, tuple[Claim, int]] = known[0]
        known[2] = known[2] and slight(comparison)
        numbers = [next((sides[c.id][1] for c in side if c.id in sides), None) for side in pair]
        for side, number in zip(pair, numbers, strict=True):
            at = number if number is not None else 1 + max((n for _, n in sides.values()), default=-1)
            for claim in side:
                sides.setdefault(claim.id, (claim, at))
                told[claim.id] = known
    for sides, (a, b, comparison), is_slight in cases:
        yield _altered(case, list(sides.values()), a, b, comparison, is_slight)


def _altered(case: Case, placed: list[tuple[Claim, int]], a: Claim, b: Claim, comparison: Comparison, is_slight: bool) -> Finding:
    differences = _differences(a, b, comparison)
    because = [_who([a, b]), *differences]
    count = len({n for _, n in placed})
    if count > 2:
        because.append(f"{count} wordings in all")
    message = f"{a.document} quotes {quoted(a)}, {b.document} {quoted(b)}: {'; '.join(differences[:3])}"
    repairs = (f"quote as {a.document} does, if its words are right", f"quote as {b.document} does, if its words are right")
    severity = WARNING if is_slight else ERROR
    claims, sides = [c for c, _ in placed], [n for _, n in placed]
    return case.finding(NAME, CONFLICT, message, because, claims, sides=sides, repairs=repairs, attribute="quotation", severity=severity)


def _differences(a: Claim, b: Claim, comparison: Comparison) -> list[str]:
    """The words that differ inside what both quote."""
    said = []
    for op, x, y in comparison.blocks:
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


RULE = Rule(NAME, "one remark quoted in two ways", find, kinds=("quotation",))
