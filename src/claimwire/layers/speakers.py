"""The attributions of a Doc with their speakers named: what references and names say, put together."""

from __future__ import annotations

from spacy.tokens import Doc

from claimwire.layers import store
from claimwire.layers.mentions import Mentions
from claimwire.layers.references.inner import name_inner
from claimwire.layers.references.speakers import name_sources
from claimwire.records import Attribution


def named_attributions(doc: Doc) -> list[Attribution]:
    """The attributions of a Doc; their sources have name, label, entity and role, as far as known."""
    mentions = Mentions(doc)
    named = name_sources(mentions, store.get(doc, "attributions"))
    return name_inner(mentions.parse, named, mentions.references)
