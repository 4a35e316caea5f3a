"""Files of each format, made by hand: what the tests and the fuzzing read."""

from __future__ import annotations

import gzip
import io
import zipfile

TITLE = "Harbour shuts its northern dock"
FIRST = "The port of Velmouth shut its northern dock on Monday, its director said."
SECOND = "About 240 workers were sent home, and ships were turned away for two days."
BODY = f"{FIRST}\n\n{SECOND}"

NINJS_1 = {
    "uri": "urn:example:1",
    "type": "text",
    "versioncreated": "2026-01-23T21:05:00-05:00",
    "firstcreated": "2026-01-20T10:00:00Z",
    "headline": TITLE,
    "byline": "By Lena Fork",
    "body_xhtml": f"<div><p>{FIRST}</p><p>{SECOND}</p></div>",
}
NINJS_3 = {
    "uri": "urn:example:3",
    "contentCreated": "2026-01-23T10:00:00Z",
    "by": "Lena Fork",
    "headlines": [{"role": "main", "contentType": "text/plain", "value": TITLE}],
    "bodies": [
        {"role": "summary", "contentType": "text/plain", "value": "The dock is shut."},
        {"role": "main", "contentType": "text/html", "value": f"<p>{FIRST}</p>"},
        {"role": "main", "contentType": "text/plain", "value": BODY},
    ],
}
NITF = f"""<?xml version="1.0" encoding="iso-8859-1"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf><head><title>harbour-dock</title><docdata><doc-id id-string="dock.7"/>
<date.issue norm="20260123T101500Z"/></docdata></head>
<body><body.head><hedline><hl1>{TITLE}</hl1></hedline>
<byline>By <person>Lena Fork</person></byline></body.head>
<body.content><media><media-caption>The dock on Monday.</media-caption></media>
<block><p>{FIRST}</p><p>{SECOND.replace("About", "About&nbsp;")}</p></block></body.content></body></nitf>"""
NEWSML = f"""<newsMessage xmlns="http://iptc.org/std/nar/2006-10/"><itemSet>
<newsItem guid="urn:pic"><contentMeta><headline>A picture</headline></contentMeta></newsItem>
<newsItem guid="urn:dock"><itemMeta><versionCreated>2026-01-23T10:15:00+01:00</versionCreated>
<pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><by>Lena Fork</by><headline>{TITLE}</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>x</title></head><body><p>{FIRST}</p><p>{SECOND}</p></body></html></inlineXML></contentSet>
</newsItem></itemSet></newsMessage>"""
RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Velmouth Post</title>
<item><title>{TITLE}</title><guid>post-1</guid><link>https://example.org/dock</link>
<dc:creator>Lena Fork</dc:creator><pubDate>Fri, 23 Jan 2026 23:30:00 -0500</pubDate>
<content:encoded><![CDATA[<p>{FIRST}</p><p>{SECOND}</p>]]></content:encoded></item>
<item><title>Bakers raise prices</title><guid>post-2</guid><description>{SECOND}</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>tag:1</id><title>{TITLE}</title>
<published>2026-01-23T08:00:00Z</published><author><name>Lena Fork</name></author>
<content type="html">&lt;p&gt;{FIRST}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;</content></entry></feed>"""
PAGE = f"""<!DOCTYPE html><html><head><title>{TITLE} - Velmouth Post</title>
<meta property="article:published_time" content="2026-01-23T09:00:00Z"></head><body><article><h1>{TITLE}</h1>
<p>{FIRST}</p><p>{SECOND}</p><p>The dock will stay shut until the crane is mended, she said on the phone.</p>
</article></body></html>"""


def pdf(pages: list[list[str]]) -> bytes:
    """A PDF file of pages of lines; an empty line parts paragraphs."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    kids = []
    for lines in pages:
        rows = "\n".join(f"({line.translate(_ESCAPED)}) Tj T*" for line in lines)
        stream = f"BT /F1 11 Tf 13 TL 60 760 Td\n{rows}\nET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        page = f"/Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {len(objects)} 0 R"
        objects.append(f"<< {page} /Resources << /Font << /F1 3 0 R >> >> >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _numbered(objects)


_ESCAPED = str.maketrans({"(": "\\(", ")": "\\)", "\\": "\\\\"})


def _numbered(objects: list[str]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    tail = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + (head + tail).encode()


PDF_LINES = [
    TITLE,
    "",
    "The port of Velmouth shut its northern dock on Monday, its direc-",
    "tor said. The director spoke to re-",
    "porters by phone about long-term plans and a long-",
    "term loan.",
    "",
    "About 240 workers were sent home, and ships were turned away for",
    "two days.",
]


def docx(place: str = "Velmouth") -> bytes:
    """A Word document with a title, paragraphs, a table, and inserted and deleted text."""
    from docx import Document
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = Document()
    document.core_properties.author, document.core_properties.title = "Lena Fork", ""
    document.add_heading(TITLE, 0)
    document.add_paragraph(FIRST.replace("Velmouth", place))
    changed = document.add_paragraph("About 240 workers")
    tracked = f"<w:del {nsdecls('w')} w:id='1'><w:r><w:delText> (300)</w:delText></w:r></w:del>"
    changed._p.append(parse_xml(tracked))
    inserted = " were sent home, and ships were turned away for two days."
    run = f"<w:r><w:t xml:space='preserve'>{inserted}</w:t></w:r>"
    changed._p.append(parse_xml(f"<w:ins {nsdecls('w')} w:id='2'>{run}</w:ins>"))
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Dock", "North"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def warc(pages: list[tuple[str, int, str, bytes]]) -> bytes:
    """A web archive of (url, status, content type, body), each record packed alone as crawlers do."""
    out = b""
    for url, status, kind, body in pages:
        about = f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
        http = f"HTTP/1.1 {status} OK\r\n{about}".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
            "WARC-Date: 2026-02-01T00:00:00Z\r\n"
            "WARC-Record-ID: <urn:uuid:12345678-1234-5678-1234-567812345678>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        out += gzip.compress(head.encode() + http + b"\r\n\r\n")
    return out


def packed(files: dict[str, bytes | str]) -> bytes:
    """A ZIP archive of files by name."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file.getvalue()
