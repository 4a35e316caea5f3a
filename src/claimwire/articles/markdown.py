"""Markdown with front matter. The article's text is the body's, without marks; offsets count in it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

from claimwire.articles.article import Article
from claimwire.articles.checks import dated, title_span
from claimwire.articles.decode import decode
from claimwire.articles.errors import InputError
from claimwire.articles.fields import string
from claimwire.articles.files import read_article
from claimwire.articles.options import ReadOptions
from claimwire.articles.places import InputFile
from claimwire.articles.texts.marks import rendered


def read(place: InputFile, id: str, options: ReadOptions) -> Iterator[tuple[str, Article]]:
    """The one article of the file, with the id, date, title and url that its front matter gives.

    Raises InputError, also for front matter that is no YAML mapping.
    """
    data, charset = decode(read_article(place, options.max_chars), place.source)
    fields, body = split(data, place.source)
    own_id = str(fields.get(options.id_field) or id)
    text = rendered(body)
    date, date_source = dated(fields.get(options.date_field), place.source, options, own_id, "front matter")
    yield (
        place.source,
        Article(
            text=text,
            id=own_id,
            source=place.source,
            date=date,
            date_source=date_source,
            title=title_span(fields.get(options.title_field), text),
            url=string(fields.get(options.url_field)),
            author=string(fields.get(options.author_field)),
            reader=f"markdown (markdown-it-py {version('markdown-it-py')}, {charset})",
        ),
    )


def split(text: str, source: str) -> tuple[dict[str, Any], str]:
    """The fields of the front matter ({} where there is none) and the body, which is the end of the text."""
    if not text.startswith("---"):
        return {}, text
    import yaml
    from frontmatter.default_handlers import YAMLHandler

    handler = YAMLHandler()
    try:
        head, body = handler.split(text)
        fields = handler.load(head)
    except ValueError:  # a text that only begins with a rule
        return {}, text
    except yaml.YAMLError as error:
        place = getattr(error, "problem_mark", None)
        line = f" (line {place.line + 1})" if place else ""
        raise InputError(source, f"has front matter that is no YAML{line}; mend it", "front_matter") from None
    if not isinstance(fields, dict):
        raise InputError(
            source, "has front matter that is no list of `field: value` lines; mend it", "front_matter"
        )
    return fields, body
