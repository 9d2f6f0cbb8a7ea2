"""What mutation starts from: the samples, and small files that hold what the samples don't."""

from collections.abc import Callable
from functools import cache

from tests.conftest import SEEDS
from tests.formats import bad_documents as bad
from tests.formats import test_bad_pdf as bad_pdf
from tests.formats.pdf_samples import written
from tests.pdf_press import print_front_page

FORMATS = ("txt", "md", "html", "mhtml", "eml", "pdf", "rtf", "docx", "odt", "epub")
ZIPPED = ("docx", "odt", "epub")

_MARKDOWN = """---
title: "Nota: sobre todo"
date: 2026-02-29
tags: [uno, {dos: tres}]
---
# Título *con* `código`

> Cita[^1] con ~~tachado~~ y **[enlace](https://diario.example/a?b=c "t")**
>
> 1. uno
>    - dos
>      | a | b |
>      |---|:-:|
>      | 1 | x\\|y |

![pie](muestra_files/faro.png "rótulo") <b>negrita</b> &amp; &#0; &#xD800;

    sangrado

```py
código
```

[^1]: La nota.
"""

_PAGE = """<!DOCTYPE html><html lang="es-ES"><head><meta charset="utf-8"><title>Título</title>
<meta property="og:title" content="Otro"><meta name="author" content="Ana Gil">
<meta property="article:published_time" content="2026-02-30T25:61:00+99:00">
<link rel="canonical" href="https://diario.example/a"><base href="//otro.example/">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"H","author":[{"name":"A"}],
"datePublished":"2026-01-01","articleBody":"x"}</script></head><body><article><h1>Título</h1>
<p>Párrafo <a href="javascript:alert(1)">uno</a> <a href="#n">dos</a><sup><a href="#f1">1</a></sup>.
<ul><li>a<ol start="-5"><li value="99">b</ol></ul><table><tr><th colspan="3">a<td rowspan="0">b
<tr><td>c</table><pre>uno
 dos</pre><blockquote>cita<br>más</blockquote><figure>
<img src="data:image/png;base64,iVBORw0KGgo=" srcset="a.png 1x, b.png 2x" width="1e9" alt="x">
<figcaption>pie</figcaption></figure><dl><dt>q<dd>r</dl><p id="f1">nota</p><iframe srcdoc="x">
</iframe><svg><text>no</text></svg><math><mi>x</mi></math><template><p>oculto</template></article>
"""

_MAIL = """From: =?utf-8?q?Ana_Gil=C3=A9?= <ana@diario.example>
To: undisclosed-recipients:;
Subject: =?iso-8859-1?b?Um90dWxv?= =?utf-8?q?=ED=A0=80?=
Date: Mon, 99 Foo 2026 25:61:61 +9999
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="x"

--x
Content-Type: multipart/alternative; boundary*0=y; boundary*1=z

--yz
Content-Type: text/plain; charset=utf-7; format=flowed

+AEg-ola a todos, sigue una línea larga que se parte aquí~
y sigue.
> cita
--yz
Content-Type: text/html; charset="nada"
Content-Transfer-Encoding: base64

PHA+SG9sYTxpbWcgc3JjPSJjaWQ6YSI+PC9wPg==
--yz--
--x
Content-Type: message/rfc822

From: b@b.example
Subject: dentro

Texto de dentro.
--x
Content-Type: image/png
Content-ID: <a>
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--x--
"""

_RTF = rb"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\info{\title T\'edtulo}}
{\*\generator x}\pard\u-10179?\u-8704? \uc2\u233xx\b negrita\b0\par
{\field{\*\fldinst HYPERLINK "https://a.example"}{\fldrslt enlace}}\par
\trowd\cellx100\cellx200\intbl a\cell b\cell\row
{\pict\pngblip\picw10\pich10 89504e470d0a1a0a}{\footnote nota}\bin5 abcde\'zz\par}"""


def _text_samples() -> list[bytes]:
    text = (SEEDS / "muestra.txt").read_text(encoding="utf-8")
    plain = [(SEEDS / "rusia-corea-del-norte.txt").read_bytes(), text.encode()]
    coded = [text.encode(name, "replace") for name in ("utf-16", "utf-32", "cp1252", "utf-8-sig")]
    return [*plain, *coded, b"\xff\xfe\x00\xd8a\x00 hola", b"From: a\nhola"]


def _pdf_samples() -> list[bytes]:
    return [
        bad.sample("pdf"),
        print_front_page().data,
        written("Hola a todos", "los que leen"),
        bad_pdf.encrypted(),
        bad_pdf.without_pages(),
    ]


def _zipped_samples(kind: str) -> list[bytes]:
    return [
        bad.sample(kind),
        bad.encrypted_zip(kind),
        bad.with_many_members(kind)[:200_000],
        bad.lying_zip(kind, "x.xml"),
    ]


_SAMPLES: dict[str, Callable[[], list[bytes]]] = {
    "txt": _text_samples,
    "md": lambda: [bad.sample("md"), _MARKDOWN.encode(), bad.without_text("md")],
    "html": lambda: [bad.sample("html"), _PAGE.encode(), _PAGE.encode("utf-16")],
    "mhtml": lambda: [bad.sample("mhtml")],
    "eml": lambda: [bad.sample("eml"), _MAIL.replace("~", " ").encode(), bad.without_text("eml")],
    "pdf": _pdf_samples,
    "rtf": lambda: [bad.sample("rtf"), _RTF, bad.without_text("rtf")],
    "docx": lambda: [*_zipped_samples("docx"), bad.with_link("docx"), bad.OLE],
    "odt": lambda: _zipped_samples("odt"),
    "epub": lambda: [
        *_zipped_samples("epub"),
        bad.with_member("epub", "META-INF/encryption.xml", bad.DRM % bad.AES),
    ],
}


@cache
def samples(kind: str) -> list[bytes]:
    """Return the files that mutations of a format start from; the first is the most telling."""
    return _SAMPLES[kind]()
