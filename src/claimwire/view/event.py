"""The page of an event: what contradicts on top, then when it came out, then one row a statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from claimwire.linked import Conflict, Event, Group, Member
from claimwire.view.report import asset, environment

KIND_WORDS = {"event": "what happened", "number": "number", "quote": "quotation", "claim": "statement"}
FIELD_WORDS = {
    "value": "another number",
    "date": "another day",
    "polarity": "denied",
    "speaker": "another speaker",
}


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two members side by side; `old` is the one that a later article replaced, if one was."""

    one: Member
    two: Member
    conflict: Conflict
    old: Member | None


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement with who carries it: each outlet once, in order of publication."""

    group: Group
    first: Member
    outlets: tuple[Member, ...]
    speakers: tuple[str, ...]


def event_page(event: Event, home: str | None = None) -> str:
    """One self-contained HTML page. home: the address of the list of events, where there is one."""
    rows = [_row(g) for g in event.groups]
    return environment().get_template("event.html").render(
        event=event, home=home, rows=rows, contradictions=contradictions(event), days=_days(event),
        title=title(event), kind_words=KIND_WORDS, field_words=FIELD_WORDS,
        css=asset("report.css") + asset("event.css"),
    )  # fmt: skip


def title(event: Event) -> str:
    """The event in the words of the statement that most outlets carry."""
    return event.groups[0].members[0].text if event.groups else ", ".join(event.documents)


def contradictions(event: Event) -> list[Contradiction]:
    """The contradictions of an event, each pair of values of a group once."""
    found: dict[tuple[str, str, tuple[str, ...]], Contradiction] = {}
    for group in event.groups:
        for c in group.conflicts:
            one, two = group.members[c.a], group.members[c.b]
            old = group.members[c.superseded] if c.superseded is not None else None
            found.setdefault((group.id, c.field, tuple(sorted(c.values))), Contradiction(one, two, c, old))
    return list(found.values())


def _row(group: Group) -> StatementRow:
    outlets = {m.outlet or m.document: m for m in reversed(group.members)}
    ordered = sorted(outlets.values(), key=lambda m: (m.published or "9999", m.document))
    speakers = dict.fromkeys(m.speaker for m in group.members if m.speaker)
    return StatementRow(group, group.members[0], tuple(ordered), tuple(speakers))


def _days(event: Event) -> list[tuple[str, list[StatementRow]]]:
    """The timeline: the day of publication and the statements that were new on it."""
    days: dict[str, list[StatementRow]] = {}
    for group in event.groups:
        days.setdefault(group.members[0].published or "", []).append(_row(group))
    return sorted(days.items(), key=lambda d: d[0] or "9999")


def write_events(events: Sequence[Event], folder: Path) -> list[Path]:
    """A folder with index.html and a page for each event. Returns the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    names = [f"event-{n:05d}.html" for n in range(1, len(events) + 1)]
    rows = [(e, title(e), len(contradictions(e)), name) for e, name in zip(events, names, strict=True)]
    index = environment().get_template("events.html").render(
        rows=rows, css=asset("report.css") + asset("event.css")
    )  # fmt: skip
    pages = [
        ("index.html", index),
        *((n, event_page(e, "index.html")) for e, n in zip(events, names, strict=True)),
    ]
    for name, html in pages:
        (folder / name).write_text(html, encoding="utf-8")
    return [folder / name for name, _ in pages]
