"""Charsets: what is read how, and what is refused; no character is ever replaced."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire.articles.decode import decode
from claimwire.articles.errors import InputError

PRICE = "The café’s prices rose £3, she said — “too much”."


def test_utf8_is_read_as_it_is_with_its_line_ends():
    assert decode("Zoë\r\nsaid\rso\n".encode(), "a.txt") == ("Zoë\r\nsaid\rso\n", "utf-8")


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_names_the_charset_and_is_no_text(charset):
    text, named = decode(PRICE.encode(charset), "a.txt")
    assert text == PRICE and named.startswith(charset[:5])


def test_windows_1252_is_detected():
    text, charset = decode((PRICE + " " + "It is dear, he said. " * 5).encode("cp1252"), "a.txt")
    assert text.startswith(PRICE) and charset == "cp1252"


def test_damaged_utf8_is_refused_with_its_place():
    data = "Zoë said ".encode() + b"\xe2\x80 so"
    with pytest.raises(InputError, match=r"a.txt: is damaged UTF-8: byte 10 \(0xe2\)"):
        decode(data, "a.txt")


def test_binary_data_is_refused():
    with pytest.raises(InputError, match="binary"):
        decode(b"\x89PNG\r\n\x1a\n\x00\x00\x00", "a.png")


def test_text_cut_inside_utf16_is_refused():
    with pytest.raises(InputError, match="not valid utf-16-le at byte 2"):
        decode(b"\xff\xfea\x00b"[:3], "a.txt")


@given(st.binary(max_size=200))
def test_any_bytes_are_read_whole_or_refused(data):
    try:
        text, charset = decode(data, "x")
    except InputError as error:
        assert str(error).startswith("x: ")
    else:
        assert "\ufffd" not in text or "\ufffd".encode(charset) in data
        marks = (b"\xef\xbb\xbf", b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff", b"\xff\xfe", b"\xfe\xff")
        mark = next((m for m in marks if data.startswith(m)), b"")
        assert text == data[len(mark) :].decode(charset, "strict")
