"""The HTML report: articles with their claims, self-contained, for the eye of an editor.

Everything that comes from an article passes through the template engine's escaping; links are made
only of http(s) addresses; characters that HTML cannot hold are shown by visible stand-ins.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from claimwire.records import Claim, Document
from claimwire.view import charts, words
from claimwire.view.explain import reasons
from claimwire.view.marks import LAYER_WORDS, LAYERS, segments
from claimwire.view.visible import visible


@dataclass(frozen=True, slots=True)
class Page:
    """A document, its text (None when it is not at hand) and its number among the pages of a report."""

    document: Document
    text: str | None
    number: int


def web_address(url: str | None) -> str | None:
    """The address when it is safe to link to, else None."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


@cache
def environment() -> Environment:
    """The templates; everything put into them is escaped and visible."""
    env = Environment(
        loader=PackageLoader("claimwire.view", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: visible(value) if type(value) is str else value,
    )
    env.globals.update(LAYERS=LAYERS, LAYER_WORDS=LAYER_WORDS, words=words, charts=charts)
    env.globals.update(web_address=web_address, reasons=reasons)
    return env


def asset(name: str) -> str:
    """A style or script as it stands."""
    loader = environment().loader
    assert loader is not None
    return loader.get_source(environment(), name)[0]


def _view(page: Page) -> dict[str, Any]:
    document, text = page.document, page.text
    cut = segments(document, len(text)) if text is not None else []
    return {
        "page": page,
        "document": document,
        "title": document.title.text if document.title else document.id,
        "segments": [(visible(text[s.start : s.end]), s) for s in cut] if text is not None else None,
        "speakers": sorted({s for c in document.claims if (s := words.speaker_of(c))}),
        "stances": sorted({s for c in document.claims if (s := words.stance_of(c))}),
        "modalities": sorted({c.modality for c in document.claims}),
        "kinds": sorted({q.kind for c in document.claims for q in c.quantities}),
    }


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """A line of the speaker table."""

    name: str
    claims: int
    direct: int
    articles: int


def speaker_table(documents: Iterable[Document]) -> list[SpeakerRow]:
    """Who speaks in all these documents, those with most claims first."""
    claims: Counter[str] = Counter()
    direct: Counter[str] = Counter()
    articles: defaultdict[str, set[str]] = defaultdict(set)
    for document in documents:
        for claim in document.claims:
            name = words.speaker_of(claim)
            if name is None or claim.attribution is None:
                continue
            claims[name] += 1
            direct[name] += claim.attribution.type == "direct"
            articles[name].add(document.id)
    rows = [SpeakerRow(n, k, direct[n], len(articles[n])) for n, k in claims.items()]
    return sorted(rows, key=lambda r: (-r.claims, r.name))


def _render(pages: Sequence[Page], *, index: bool, hrefs: Sequence[str], home: str | None = None) -> str:
    documents = [p.document for p in pages]
    claims: list[Claim] = [c for d in documents for c in d.claims]
    return (
        environment()
        .get_template("report.html")
        .render(
            index=index,
            home=home,
            views=[_view(p) for p in pages] if not (index and home == "index") else [],
            rows=list(zip(documents, hrefs, strict=True)) if index else [],
            speakers=speaker_table(documents) if index else [],
            claims=claims,
            css=asset("report.css"),
            js=asset("report.js"),
        )
    )


def report(pages: Sequence[tuple[Document, str | None]]) -> str:
    """One self-contained HTML page: one article, or an index and all articles.

    pages: documents with their texts; without a text the claims are shown alone.
    """
    numbered = [Page(d, t if t is not None else d.text, i) for i, (d, t) in enumerate(pages, 1)]
    return _render(numbered, index=len(numbered) != 1, hrefs=[f"#article-{p.number}" for p in numbered])


def write_report(pages: Sequence[tuple[Document, str | None]], folder: Path) -> list[Path]:
    """A folder of pages: index.html, and one page an article. Returns the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    numbered = [Page(d, t if t is not None else d.text, i) for i, (d, t) in enumerate(pages, 1)]
    names = [f"article-{p.number:05d}.html" for p in numbered]
    written = [folder / "index.html"]
    written[0].write_text(_render(numbered, index=True, hrefs=names, home="index"), encoding="utf-8")
    for page, name in zip(numbered, names, strict=True):
        html = _render([page], index=False, hrefs=[name], home="index.html")
        written.append(folder / name)
        written[-1].write_text(html, encoding="utf-8")
    return written
