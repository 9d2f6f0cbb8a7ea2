import pytest

from reader.core.document import BlockKind, Document
from reader.core.errors import DocumentError
from reader.formats.from_email import read_email

PNG = (
    "iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAEElEQVR4nGMQUTeCIwaSOQDlJAnBSu5QbgAAAABJRU5E"
    "rkJggg=="
)


def read(*lines: str, encoding: str = "utf-8") -> Document:
    return read_email("\r\n".join(lines).encode(encoding), source="/tmp/correo.eml").document


def test_from_email_plain_text_has_the_subject_as_its_title() -> None:
    document = read(
        "From: =?utf-8?q?Luc=C3=ADa?= <l@a.example>",
        "Subject: =?iso-8859-1?q?Ma=F1ana?=",
        "Date: Mon, 16 Mar 2026 23:30:00 -0500",
        "",
        "Habrá temporal en toda la costa.",
    )
    assert (document.title, document.author, document.date) == ("Mañana", "Lucía", "2026-03-16")
    assert document.text == "Mañana\n\nHabrá temporal en toda la costa."
    assert document.blocks[0].kind is BlockKind.HEADING


def test_from_email_flowed_text_has_whole_paragraphs() -> None:
    document = read(
        "Subject: S",
        "Content-Type: text/plain; format=flowed",
        "",
        "Una línea que ",
        "sigue.",
        "Otra.",
        "",
        "-- ",
        "Lucía",
    )
    assert document.text.split("\n")[2:] == ["Una línea que sigue.", "Otra.", "", "-- ", "Lucía"]


def test_from_email_html_counts_for_more_than_text() -> None:
    document = read(
        "Subject: S",
        "Content-Type: multipart/alternative; boundary=b",
        "",
        "--b",
        "",
        "plano",
        "--b",
        "Content-Type: text/html; charset=utf-8",
        "",
        "<h1>Título</h1><p>rico<script>malo()</script><span style='display:none'>oculto</span>",
        "--b--",
    )
    assert document.text == "Título\n\nrico"
    assert document.title == "S"


def test_from_email_html_without_text_gives_way_to_plain() -> None:
    document = read(
        "Subject: S",
        "Content-Type: multipart/alternative; boundary=b",
        "",
        "--b",
        "",
        "plano",
        "--b",
        "Content-Type: text/html",
        "",
        "<img src='https://a.example/x.png'>",
        "--b--",
    )
    assert document.text == "S\n\nplano"


def test_from_email_attachments_are_neither_read_nor_named() -> None:
    document = read(
        "Subject: S",
        "Content-Type: multipart/mixed; boundary=b",
        "",
        "--b",
        "Content-Type: text/plain",
        "Content-Disposition: attachment; filename=secreto.txt",
        "",
        "adjunto",
        "--b",
        "",
        "cuerpo",
        "--b--",
    )
    assert document.text == "S\n\ncuerpo"


def test_from_email_pictures_are_the_message_s_own_or_addresses() -> None:
    data = "\r\n".join(
        [
            "Subject: S",
            "Content-Type: multipart/related; boundary=b",
            "",
            "--b",
            "Content-Type: text/html",
            "",
            "<p>a<img src='cid:uno'><img src='https://a.example/x.png'><img src='cid:nada'>",
            "<img src='https://a.example/pixel.gif' width=1 height=1><p>b",
            "--b",
            "Content-Type: image/png",
            "Content-ID: <uno>",
            "Content-Transfer-Encoding: base64",
            "",
            PNG,
            "--b--",
        ]
    )
    parsed = read_email(data.encode())
    (resource,) = parsed.resources
    assert [picture.source for picture in parsed.document.pictures] == [
        f"resource:{resource.key}",
        "https://a.example/x.png",
    ]


def test_from_email_a_message_that_was_forwarded_whole_is_read() -> None:
    document = read(
        "Subject: Fwd",
        "Content-Type: message/rfc822",
        "",
        "Subject: Original",
        "",
        "cuerpo",
    )
    assert document.text == "Fwd\n\ncuerpo"


def test_from_email_a_list_s_name_is_the_outlet() -> None:
    document = read("List-Id: =?utf-8?q?Bolet=C3=ADn?= <b.a.example>", "Subject: S", "", "x y")
    assert document.outlet == "Boletín"


@pytest.mark.parametrize("charset", ["windows-1252", "unknown-8bit", ""])
def test_from_email_the_encoding_is_found_out(charset: str) -> None:
    kind = f"Content-Type: text/plain{f'; charset={charset}' if charset else ''}"
    lines = ("Subject: S", kind, "", "El niño cantó en la mañana de agosto.")
    assert read(*lines, encoding="cp1252").text.endswith("El niño cantó en la mañana de agosto.")


@pytest.mark.parametrize(
    "kind",
    [
        "multipart/encrypted; boundary=b",
        "application/pkcs7-mime; smime-type=enveloped-data",
        "application/x-pkcs7-mime",
    ],
)
def test_from_email_encrypted_messages_are_told(kind: str) -> None:
    with pytest.raises(DocumentError, match="is an encrypted message"):
        read("Subject: S", f"Content-Type: {kind}", "", "x")


@pytest.mark.parametrize(
    "header",
    [
        "From: <<<>>",
        "From: =?utf-8?b?////?=",
        "Date: 99 Foo",
        "From: a@[",
        "Content-Type: ;;;",
        "X",
    ],
)
def test_from_email_broken_headers_do_no_harm(header: str) -> None:
    assert read("Subject: S", header, "", "cuerpo").text.endswith("cuerpo")
