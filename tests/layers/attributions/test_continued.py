"""Speech that runs on in the next paragraphs, and signed quotations."""

import pytest

from claimwire.layers.attributions.continued import continued
from claimwire.layers.attributions.signed import add_signed
from tests.layers.attributions.quoted import choice, view_of, words_of


def run_on(text, *parts):
    view = view_of(text)
    return [words_of(view, c) for c in continued(view, [choice(view, *p) for p in parts])]


def test_a_quotation_alone_goes_on_with_the_speaker_before():
    text = '"We lost it all," Ida Ott said.\n\n"Nobody came to help us."\n\nThe road is shut.\n'
    (found,) = run_on(text, ("Ida Ott", "said", "We lost it all"))
    assert found == ("Ida Ott", "said", ["We lost it all", "Nobody came to help us"])


@pytest.mark.parametrize(
    "text",
    [
        # somebody else is said to say it
        '"We lost it all," Ida Ott said.\n\n"Nobody came to help us," Tom Weir said.\n',
        # the paragraph before goes on after the tag
        '"We lost it all," Ida Ott said. Tom Weir nodded.\n\n"Nobody came to help us."\n',
        # too short to be a speech
        '"We lost it all," Ida Ott said.\n\n"Lost Roads"\n',
    ],
)
def test_other_quotations_do_not(text):
    (found,) = run_on(text, ("Ida Ott", "said", "We lost it all"))
    assert found[2] == ["We lost it all"]


def test_a_quotation_behind_a_colon_at_the_paragraph_s_end():
    text = 'Speaking in Bergen, Ida Ott said:\n\n"Nobody came to help us."\n\nThe road is shut.\n'
    (found,) = run_on(text, ("Ida Ott", "said", "Speaking in Bergen"))
    assert found == ("Ida Ott", "said", ["Nobody came to help us"])


def test_a_list_behind_a_colon():
    text = "Ida Ott also said:\n- The dam will hold\n- Nobody has to leave\n\nThe road is shut.\n"
    (found,) = run_on(text, ("Ida Ott", "said", "also"))
    assert found == ("Ida Ott", "said", ["The dam will hold", "Nobody has to leave"])


def test_a_signed_quotation_belongs_to_its_signer():
    text = "Readers wrote in.\n\n“We shall all miss the old bridge.”\n\n— Ida Ott, Malmo\n"
    view = view_of(text)
    (found,) = [words_of(view, c) for c in add_signed(view, [])]
    assert found == ("Ida Ott, Malmo", "—", ["We shall all miss the old bridge"])


def test_a_signature_yields_to_somebody_who_is_said_to_say_it():
    text = "“We shall all miss the old bridge,” Tom Weir said.\n\n— Ida Ott, Malmo\n"
    view = view_of(text)
    said = choice(view, "Tom Weir", "said", "We shall all miss the old bridge")
    assert add_signed(view, [said]) == [said]
