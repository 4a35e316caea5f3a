"""The terminal view: an article with its marks in colour, and its claims below."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import IO

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from claimwire.records import Claim, Document
from claimwire.view import words
from claimwire.view.marks import LAYERS, segments
from claimwire.view.visible import harmless

STYLES = {
    "content": "on grey15",
    "quote": "italic",
    "speaker": "bold bright_blue",
    "cue": "magenta",
    "quantity": "green",
    "date": "yellow",
    "entity": "underline",
    "reference": "underline",
}
MODALITY = {
    "asserted": "default",
    "predicted": "magenta",
    "planned": "blue",
    "possible": "yellow",
    "necessary": "green",
    "conditional": "cyan",
}


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Leave the end to the command: a reader that has seen enough is no failure."""
        raise BrokenPipeError


def console(file: IO[str] | None = None) -> Console:
    """A console that colours only on a terminal, and never where NO_COLOR is set to something."""
    plain = bool(os.environ.get("NO_COLOR"))
    return _Console(file=file, highlight=False, force_terminal=False if plain else None, no_color=plain)


def show(document: Document, text: str | None, to: Console) -> None:
    """Print an article and its claims. text: the article; None shows the claims alone."""
    title = document.title.text if document.title else document.id
    to.print(Rule(Text(harmless(title), "bold"), align="left"))
    about = (document.date or "no publication date", document.source, f"{len(document.claims)} claims")
    to.print(Text(harmless(" · ".join(part for part in about if part)), "dim"))
    for warning in document.warnings:
        to.print(Text(harmless(f"warning: {warning.message}"), "yellow"))
    if text is not None:
        to.print()
        to.print(_marked(document, text))
        if to.is_terminal:
            to.print(_legend())
    for number, claim in enumerate(document.claims, 1):
        to.print()
        to.print(Padding(_claim(number, claim), (0, 0, 0, 2)))
    to.print()


def show_doubtful(found: Iterable[tuple[float, Document, Claim]], to: Console) -> None:
    """Print claims with their places in the articles, in the order given."""
    for number, (p, document, claim) in enumerate(found, 1):
        place = f"{document.title.text if document.title else document.id}, {claim.start}-{claim.end}"
        to.print(Text.assemble((f"{round(100 * p)} % sure", "bold yellow"), (f" · {harmless(place)}", "dim")))
        around = [part.replace("\n", " ") for part in (claim.prefix, claim.text, claim.suffix)]
        to.print(
            Text.assemble(harmless("…" + around[0]), (harmless(around[1]), "bold"), harmless(around[2] + "…"))
        )
        to.print(Padding(_claim(number, claim), (0, 0, 0, 2)))
        to.print()


def _marked(document: Document, text: str) -> Text:
    out = Text()
    for segment in segments(document, len(text)):
        style = " ".join(STYLES[layer] for layer in segment.layers)
        out.append(harmless(text[segment.start : segment.end]), style or None)
    return out


def _legend() -> Text:
    out = Text("\nmarks: ", "dim")
    for layer in LAYERS:
        out.append(layer, STYLES[layer])
        out.append(" ")
    return out


def _claim(number: int, claim: Claim) -> Text:
    out = Text()
    out.append(f"{number}. ", "dim")
    style = "bold bright_blue" if claim.attribution else "dim"
    out.append(harmless(words.attribution_words(claim.attribution)), style)
    out.append("\n" + harmless(claim.text) + "\n")
    if claim.resolved != claim.text:
        out.append("= " + harmless(claim.resolved) + "\n", "dim")
    out.append(claim.modality, MODALITY[claim.modality])
    out.append(", ")
    out.append(claim.polarity, "bold red" if claim.polarity == "negated" else "default")
    if claim.evidential:
        out.append(f", {claim.evidential}", "yellow")
    if claim.confidence is not None:
        out.append(f", {round(100 * claim.confidence)} % sure", "dim")
    if claim.resolved_confidence is not None:
        out.append(f", read alone {round(100 * claim.resolved_confidence)} %", "dim")
    for quantity in claim.quantities:
        out.append("\n" + f"{quantity.kind}: ", "dim")
        out.append(harmless(words.quantity_words(quantity)), STYLES["quantity"])
    for date in claim.dates:
        out.append("\ntime: ", "dim")
        out.append(harmless(f"{date.text} = {words.date_words(date)}"), STYLES["date"])
    return out
