"""Make the samples of office documents, e-books, e-mail and plain text from the sample article.

Run from the project's folder: `python packaging/seeds/make.py`. The same input and the same pandoc
give the same bytes. Needs what the program needs.
"""

import os
import re
import subprocess
import tempfile
from email import policy
from email.message import EmailMessage
from pathlib import Path

from book import AUTHOR, TITLE, compose

from reader.formats.pandoc import executable

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
ARTICLE = SEEDS / "muestra.md"
EPOCH = "1773619200"  # 2026-03-16, the article's day, as the time at which everything was made
BOOK = "cuaderno-del-faro.epub"

_RTF = r"""{\rtf1\ansi\deff0{\fonttbl{\f0 \fswiss Helvetica;}{\f1 \fmodern Courier;}}
{\colortbl;\red255\green0\blue0;\red0\green0\blue255;}
{\info{\title $title$}{\author $author$}{\company $outlet$}{\hlinkbase $url$}
{\creatim\yr2026\mo3\dy16}}
\widowctrl\hyphauto
$body$
}
"""


def make_samples() -> None:
    """Write all samples into the folder of the samples."""
    text = ARTICLE.read_text("utf-8")
    # These two say the title once, in a style of its own, as their programs do.
    untitled = re.sub(r"(?m)^# .*\n+", "", text, count=1)
    pandoc(untitled, SEEDS / "muestra.docx")
    template = re.sub(
        r"\$for\(author\)\$.*?\$endif\$",
        "",
        run("--print-default-template=opendocument"),
        flags=re.S,
    )
    pandoc(untitled, SEEDS / "muestra.odt", template=template)
    pandoc(text, SEEDS / "muestra.rtf", template=_RTF)
    identifier = "--metadata=identifier:urn:uuid:5e1b7a52-6f0c-4b43-9d35-3d0f6a0c1988"
    outlet, address = field(text, "outlet"), field(text, "url")
    pandoc(
        text,
        SEEDS / "muestra.epub",
        identifier,
        f"--metadata=publisher:{outlet}",
        f"--metadata=source:{address}",
    )
    pandoc(text, SEEDS / "muestra.txt", "--to=plain", template="$body$\n")
    write_mail(text, SEEDS / "muestra.eml")
    pandoc(
        compose(Path(__file__).with_name("book.txt")),
        SEEDS / BOOK,
        f"--metadata=title:{TITLE}",
        f"--metadata=author:{AUTHOR}",
        "--metadata=lang:es",
        "--metadata=date:1927",
        "--metadata=identifier:urn:uuid:0f4a4b0e-7d1a-4a7e-8a5d-1926c0a1de26",
        "--toc-depth=1",
    )


def pandoc(markdown: str, target: Path, *options: str, template: str = "") -> None:
    """Write Markdown as what the target's suffix says."""
    with tempfile.TemporaryDirectory() as folder:
        if template:
            file = Path(folder, "template")
            file.write_text(template, "utf-8")
            options = (*options, f"--template={file}")
        run("--standalone", f"--output={target}", *options, text=markdown)


def run(*options: str, text: str = "") -> str:
    """Return what pandoc makes of Markdown."""
    return subprocess.run(  # noqa: S603 (our own program, and no shell)
        [executable(), "--from=markdown", "--wrap=none", f"--resource-path={SEEDS}", *options],
        input=text.encode(),
        stdout=subprocess.PIPE,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH},
        check=True,
    ).stdout.decode()


def field(text: str, name: str) -> str:
    """Return a field of the article's front matter."""
    found = re.search(rf'(?m)^{name}:\s*"?(.*?)"?$', text)
    assert found is not None
    return found[1]


def write_mail(text: str, target: Path) -> None:
    """Write the article as a newsletter would send it: in HTML and in plain text."""
    html = run("--to=html", text=text)
    message = EmailMessage(policy=policy.SMTP.clone(max_line_length=76))
    message["Subject"] = field(text, "title")
    message["From"] = f"{field(text, 'author')} <lucia.ferrer@diario-del-estrecho.example>"
    message["To"] = "Lectores <lectores@diario-del-estrecho.example>"
    message["Date"] = "Mon, 16 Mar 2026 08:00:00 +0100"
    message["Message-ID"] = "<faro-punta-lindero@diario-del-estrecho.example>"
    message["Organization"] = field(text, "outlet")
    message.set_content((SEEDS / "muestra.txt").read_text("utf-8"), cte="quoted-printable")
    page = f"<!DOCTYPE html>\n<html><body>\n{html}</body></html>\n"
    page = page.replace("muestra_files/faro.png", "cid:faro")
    message.add_alternative(page, subtype="html", cte="quoted-printable")
    related = message.get_payload()[1]  # type: ignore[index]
    assert isinstance(related, EmailMessage)
    picture = (SEEDS / "muestra_files" / "faro.png").read_bytes()
    related.add_related(picture, "image", "png", cid="<faro>")
    message["Content-Language"] = field(text, "language")
    message.set_boundary("lindero-1")
    related.set_boundary("lindero-2")
    target.write_bytes(message.as_bytes())


if __name__ == "__main__":
    make_samples()
