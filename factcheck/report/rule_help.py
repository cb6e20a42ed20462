"""What a rule, or a notice about the policy, says of itself: a title, a paragraph, and its help."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.registry import docstring, names, plugin


class RuleHelp(NamedTuple):
    """title: some words; summary: a sentence or two; parts: the help in paragraphs."""

    title: str
    summary: str
    parts: tuple[str, ...]


NOTICES = {
    "suppression-expired": RuleHelp(
        "a suppression whose last day has passed",
        "A suppression holds up to the day that it names; after it the finding counts again.",
        ("Mend it by mending the fact, or by a new day and a reason for it.",),
    ),
    "suppression-without-reason": RuleHelp(
        "a suppression that does not say why, or by whom",
        "A suppression needs a reason and an owner; without them it has no effect.",
        ("Mend it by adding `reason` and `owner`.",),
    ),
    "suppression-unused": RuleHelp(
        "a suppression that nothing matches",
        "What it was for is gone, or the value has changed since and asks for a new decision.",
        ("Mend it by taking it out.",),
    ),
    "suppression-in-source": RuleHelp(
        "a suppression inside a source",
        "Only the draft and the project's own settings can suppress a finding; a mark inside a source has no effect.",
        ("Mend it by moving the decision into the settings.",),
    ),
    "baseline-stale": RuleHelp(
        "a known finding that is no longer found",
        "The baseline holds a finding that this run does not find; left there it could hide the same fault when it comes back.",
        ("Mend it with `--prune-baseline`, which takes such entries out.",),
    ),
}
"""What can be wrong with the policy itself, by the name of the notice."""


def rule_help(name: str) -> RuleHelp:
    """The help of a rule or notice; of a name that is neither, the name in words."""
    if name in NOTICES:
        return NOTICES[name]
    if name not in names("RULE"):
        return RuleHelp(name.replace("-", " "), name.replace("-", " ").capitalize() + ".", ())
    title = plugin("RULE", name).title
    # Python can be told to leave docstrings out.
    paragraphs = docstring("RULE", name).strip().split("\n\n") if docstring("RULE", name) else [title]
    said = [" ".join(line.split()) for paragraph in paragraphs for line in paragraph.split("\n")]
    return RuleHelp(title, said[0], tuple(said[1:]))
