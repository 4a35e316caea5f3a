"""The word lists of this layer: well formed, and the given names those of their source."""

import importlib

import pytest

from claimwire.layers.entities.mention import LABELS
from claimwire.layers.entities.words import gender_of_given, is_role_noun, kinds, nicknames, titles
from claimwire.lexicon import words


def test_kinds_have_known_labels_and_genders():
    for noun, (labels, gender) in kinds().items():
        assert noun == noun.lower()
        assert set(labels) <= LABELS
        assert gender in ("", "m", "f")
        assert not gender or "PERSON" in labels


def test_titles_and_nicknames():
    assert set(titles().values()) <= {"m", "f", ""}
    assert all(short not in full for short, full in nicknames().items())


@pytest.mark.parametrize(
    ("name", "gender"), [("laura", "f"), ("erik", "m"), ("tony", "m"), ("chris", None), ("xyzzy", None)]
)
def test_gender_of_given_names(name, gender):
    assert gender_of_given(name) == gender


def test_roles():
    assert is_role_noun("chairman")
    assert not is_role_noun("carmaker")


def test_given_names_are_those_of_faker():
    en = importlib.import_module("faker.providers.person.en_GB").Provider
    male, female = words("first_names_male"), words("first_names_female")
    listed = {n.lower() for n in (*en.first_names_male, *en.first_names_female)}
    assert listed <= male | female
