"""Whatever an article holds is shown as text; nothing of it runs, loads or leaves its place."""

import dataclasses

import pytest

from claimwire.records import Claim, Document, Entity, Run, Source, Span
from claimwire.view.report import report, web_address, write_report
from tests.view.samples import document

RAN = "window.hit=1"
ATTACKS = {
    "script": f"<script>{RAN}</script>",
    "image": f"<img src=x onerror='{RAN}'>",
    "style end": f"</style><script>{RAN}</script>",
    "script end": f"</script><script>{RAN}</script>",
    "attribute": f'" onmouseover="{RAN}" autofocus onfocus=\'{RAN}\'',
    "address": f"javascript:{RAN}",
    "template": "{{ 7 * 7 }}{% for x in y %}{# gone #}${7*7}",
    "entity": "&lt;b&gt; &amp; &#0;",
    "comment": "--><!-- ]]> <![CDATA[",
    "null bytes": "a\x00b\x1b[31mc\x7f",
    "directions": "\u202eterces\u202c \u2067abc\u2069 \u200f!",
    "half a surrogate": "x\ud800y",
    "svg": f"<svg/onload={RAN}><textarea></title>",
}


def hostile(attack: str) -> Document:
    """A document with the attack as text, title, id, address, speaker, name and whatever else is shown."""
    text = f"{attack} rest"
    whole = (0, len(text), text)
    base = document()
    said = dataclasses.replace(
        base.attributions[0], source=Source(*whole, name=attack, label=attack, role=attack),
        content=(Span(*whole),), quotes=(), cue=None,
    )  # fmt: skip
    claim = Claim(
        attack, 0, *whole, "", "", attack, None, None, attribution=said,
        quantities=(dataclasses.replace(base.quantities[0], unit=attack),),
        dates=(dataclasses.replace(base.dates[0], value=attack, text=attack),),
    )  # fmt: skip
    return Document(
        id=attack, source=attack, sha256="", date=attack, title=Span(*whole), url=attack,
        entities=(Entity(*whole, label=attack, name=attack),), attributions=(said,), claims=(claim,),
        run=Run(attack, attack, attack), text=text,
    )  # fmt: skip


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
@pytest.mark.parametrize("many", [False, True], ids=["article", "batch"])
def test_attacks_are_text(opened, attack, many):
    documents = [hostile(attack)] * (2 if many else 1)
    html = report([(d, d.text) for d in documents]).encode("utf-8").decode("utf-8")
    page = opened(documents, html=html).page
    for place in (".body span", ".pick", ".headline"):
        page.locator(place).first.hover()
    page.locator(".pick").first.click()
    # what the page was made to do has been done behind the next frame
    page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    assert page.evaluate("window.hit") is None
    assert page.locator("script").count() == 1 and page.locator("img, iframe, textarea").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0
    wanted = "".join(chr(0x2400 + ord(c)) if ord(c) < 32 else c for c in f"{attack} rest")
    wanted = wanted.replace("\x7f", "\u2421").replace("\ud800", "\ufffd")
    assert page.locator(".body").first.text_content() == wanted
    assert page.locator(".pick").first.text_content() == wanted


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", " javascript:x", "data:text/html,x", "JaVaScRiPt:x", "", None]
)
def test_only_web_addresses_become_links(address):
    assert web_address(address) is None


def test_ids_do_not_name_the_files_of_a_folder(tmp_path):
    written = write_report([(hostile("../../evil"), None), (document(), None)], tmp_path / "out")
    assert sorted(p.name for p in written) == ["article-00001.html", "article-00002.html", "index.html"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out"]
