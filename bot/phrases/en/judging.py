"""Answers to yes-or-no questions about what is expected."""

from collections.abc import Mapping, Sequence

from bot.framework.judging import Verdict
from bot.framework.model import Role
from bot.phrases.en.names import inside, together

NOT_SAID_SO = "The framework does not say, in those words."
_FIRST = {
    Verdict.YES: "Yes, at {who}. The framework says:",
    Verdict.SOMETHING: "Yes, something is expected for {what} at {who}:",
    Verdict.ALLOWED: "Yes, at {who} it may be part of the role. The framework says:",
    Verdict.OPTIONAL: "The framework does not say that it is a must. At {who} it may be part of the role:",
    Verdict.MAY: "Partly: at {who} it may be part of the role, but need not be. The framework says:",
    Verdict.LIMITED: "Partly: at {who} there is a limit to it. The framework says:",
    Verdict.NO: "No, not at {who}. The framework says:",
    Verdict.SILENT: "The framework does not say: nothing is written for {what} at {who}.",
    Verdict.OPEN: "The framework says, for {what} at {who}:",
    Verdict.OTHERWISE: f"{NOT_SAID_SO} For {{what}} at {{who}} it says:",
}
_EACH = {
    Verdict.YES: "Yes for {who}.",
    Verdict.SOMETHING: "Yes, something is expected of {who}.",
    Verdict.ALLOWED: "Yes for {who}: it may be part of the role.",
    Verdict.OPTIONAL: "For {who} it may be part of the role, but the framework does not say that it is a must.",
    Verdict.MAY: "Partly for {who}: it may be part of the role, but need not be.",
    Verdict.LIMITED: "Partly for {who}: there is a limit to it.",
    Verdict.NO: "No for {who}.",
    Verdict.OPEN: "For {who}, read what the framework says.",
    Verdict.OTHERWISE: "The framework does not say, in those words, for {who}.",
    Verdict.SILENT: "The framework does not say for {who}.",
}
_SHORT = {
    Verdict.YES: "yes",
    Verdict.SOMETHING: "yes",
    Verdict.ALLOWED: "yes",
    Verdict.MAY: "partly",
    Verdict.LIMITED: "partly",
    Verdict.NO: "no",
    Verdict.SILENT: "the framework does not say",
}


def first(verdict: Verdict, what: str, roles: Sequence[Role]) -> str:
    """The beginning of an answer: one verdict on what the cells of some roles say."""
    return _FIRST[verdict].format(what=inside(what), who=together(roles))


def short(verdict: Verdict) -> str:
    """A verdict in a word or a few; nothing where the words do not decide it."""
    return _SHORT.get(verdict, "")


def each(verdicts: Mapping[Verdict, Sequence[Role]]) -> str:
    """Different verdicts for several roles, what is decided first."""
    return " ".join(_EACH[verdict].format(who=together(verdicts[verdict])) for verdict in _EACH if verdict in verdicts)


def rest(what: str) -> str:
    """Over the statements that are further from the question."""
    return f"Also for {inside(what)}"
