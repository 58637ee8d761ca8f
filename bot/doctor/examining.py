"""The whole examination, in the order in which one thing needs another."""

import logging
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import structlog

from bot.doctor import configured, reached, stored
from bot.doctor.finding import Finding, Level, guarded, look
from bot.settings import Settings

SUMMARY = {
    Level.OK: "Everything is as it should be.",
    Level.LOOK: "It works. Look at the lines marked so.",
    Level.BROKEN: "Something is broken.",
}


def examined(tell: Callable[[str], object], *, offline: bool, app_package: Path) -> bool:
    """Tell every finding, a line each, as soon as it is known; whether nothing is broken."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))  # its findings are all it says
    logging.disable(logging.CRITICAL)
    worst = Level.OK
    for finding in _findings(offline=offline, app_package=app_package):
        tell(str(finding))
        worst = max(worst, finding.level, key=list(Level).index)
    tell(SUMMARY[worst])
    return worst is not Level.BROKEN


def _findings(*, offline: bool, app_package: Path) -> Iterator[Finding]:
    read: list[Settings | None] = []

    def settings() -> list[Finding]:
        found, findings = configured.settings_or_faults()
        read.append(found)
        return findings

    yield from guarded("settings", settings)
    if not read or read[0] is None:
        yield look("all else", "Not looked at: that needs settings that can be read.", "Correct those, then run this again.")
        return
    yield from _beyond_settings(read[0], offline=offline, app_package=app_package)


def _beyond_settings(settings: Settings, *, offline: bool, app_package: Path) -> Iterator[Finding]:
    for what, check in (
        ("knowledge", configured.knowledge),
        ("templates", configured.templates),
        ("database", stored.database),
        ("secret", configured.secret),
    ):
        yield from guarded(what, partial(check, settings))
    if offline:
        yield look("network", "Not looked at: key server, clock and token need it.", "Leave out --offline.")
    else:
        for what, check in (("proxy", configured.proxy), ("key server", reached.keys_and_clock), ("token", reached.token)):
            yield from guarded(what, partial(check, settings))
    yield from guarded("app package", partial(configured.app_package, settings, app_package))
