"""`claimwire explain`: the claims of an article in words, all or the one that is named."""

import json

import pytest

from tests.commands import claimwire, extract

TEXT = 'The bridge will not reopen before May, the council said. "It is not safe," Ruth Amsel said.\n'


@pytest.fixture(scope="module")
def article(tmp_path_factory):
    path = tmp_path_factory.mktemp("explain") / "bridge.txt"
    path.write_text(TEXT)
    return path


@pytest.fixture(scope="module")
def ids(article):
    return [json.loads(line)["id"] for line in extract(article).stdout.splitlines()]


def test_explains_every_claim_in_the_order_of_extract(article, ids):
    done = claimwire("explain", article)
    heads = [line.split()[1] for line in done.stdout.decode().splitlines() if line.startswith("claim ")]
    assert done.returncode == 0 and done.stderr == b"" and heads == ids and len(ids) > 1


def test_explains_the_claim_of_an_id(article, ids):
    done = claimwire("explain", article, "--claim", ids[0])
    out = done.stdout.decode()
    assert done.returncode == 0 and out.startswith(f"claim {ids[0]}  [0-") and out.count("claim ") == 1
    assert 'modality     predicted: because of the auxiliary "will" [11-15]' in out


def test_an_unknown_id_is_one_sentence_that_says_how_to_list_ids(article):
    done = claimwire("explain", article, "--claim", "nowhere")
    error = done.stderr.decode()
    assert done.returncode == 1 and done.stdout == b"" and error.count("\n") == 1
    assert "nowhere" in error and f"extract {article} lists them" in error


def test_an_article_that_is_not_there_is_one_sentence(tmp_path):
    done = claimwire("explain", tmp_path / "none.txt")
    assert done.returncode == 1 and done.stderr.startswith(b"explain: ") and done.stderr.count(b"\n") == 1


def test_help_shows_an_example():
    done = claimwire("explain", "--help")
    assert done.returncode == 0 and b"Example" in done.stdout
