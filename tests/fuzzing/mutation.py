"""Mutations: of the bytes of any file, and of the structure of those that have one."""

# ruff: noqa: E501 (tokens, one line for many)

import base64
import copy
import io
import random
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lxml import etree

from tests.fuzzing.corpus import ZIPPED, samples

MOST_BYTES = 1_500_000
"""The largest file that is made."""

_NUMBERS = (
    *(b"0", b"-1", b"1", b"255", b"65536", b"2147483647", b"2147483648", b"-2147483649"),
    *(b"4294967296", b"9223372036854775808", b"1e308", b"-1e400", b"0.0000001", b"NaN"),
    *(b"9" * 40, b"9" * 5000, b"-0", b"0x7fffffff", b"\xd9\xa3"),  # the last is a digit elsewhere
)
_STRINGS = (
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc0\xaf"),
    *("\u202e", "\u2028", "\u2029", "\x85", "\x0b\x0c", "\u0301" * 500, "\U0001f1f7", "\ufffe"),
    *("\ufdd0", "\U000e0001", "a\u0000b", "\u200b\u200d", "ﬁ", "İ", "\r", "\r\n\r", "\x1b[2J"),
    *("%s%n{0}{path}", "../../../etc/hostname", "CON", "$(touch x)", "'; DROP TABLE x;--"),
)
_TOKENS: dict[str, tuple[str, ...]] = {
    "txt": ("\n\n", "\n", "\t", "* ", "1. ", "—"),
    "md": (
        *("[", "](", "![", "`", "```", "***", "~~", "> ", "- ", "1. ", "| ", "|-|", "# ", "    "),
        *("<b", "&#0;", "&#xD800;", "&#1114112;", "[^1]", "[^1]: ", "---\n", "---\na: *b\n"),
        *("![x](FILE)", "[x](URL)", "![x](URL)", "<javascript:x>", "[x]: URL\n", "\\", "<!--"),
        *("a: &a [*a]\n", "![x](../x.png)", "![x](/etc/hostname)", "$$", "{{", "\\input{FILE}"),
    ),
    "html": (
        *("<div>", "<p>", "</p>", "<table>", "<tr>", "<td>", "<ul>", "<li>", "<ol start=-9>", "<b>"),
        *("<pre>", "<blockquote>", "<sup>", "<svg>", "<math>", "<template>", "<noscript>", "<!--"),
        *("<script>", "<style>", "<textarea>", "<plaintext>", "<![CDATA[", "&#0;", "&#xD800;"),
        *('<a href="URL">', '<img src="URL">', '<img src="FILE">', '<base href="URL">', "<br>"),
        *('<meta charset="utf-7">', '<meta charset="x">', '<iframe src="URL">', "<article>", "<h1>"),
        *('<img src="data:image/png;base64,AAAA" width=99999999999999999999>', "<?xml?>", "<figure>"),
        *('<link rel=stylesheet href="URL">', "<a href='#x' id=x>", "<td colspan=99999999>", "</"),
        *('<script type="application/ld+json">{"headline":[[[1e999]]]}</script>', "<time datetime="),
        *('<!DOCTYPE html [<!ENTITY x SYSTEM "FILE">]>&x;', "<h9>", "<object data='FILE'>"),
        *('<meta property="og:title" content="\u0000">', "<html>", "<body>", "</html>", "<head>"),
    ),
    "eml": (
        *("Content-Type: multipart/mixed; boundary=\n", "--x\n", "--x--\n", "\n\n", "boundary=x"),
        *("Content-Transfer-Encoding: base64\n", "Content-Transfer-Encoding: uuencode\n", "; "),
        *("charset=utf-7", "charset=punycode", "charset=idna", "charset=rot13", "charset=zlib"),
        *("charset=unicode_escape", "charset=undefined", "charset*=x'y'%FF", "=?utf-8?b?////?="),
        *("=?x?q?=FF?=", "=ED=A0=80", "begin 644 x\n", "Content-Type: message/rfc822\n\n", "=\n"),
        *("Content-Location: URL\n", "Content-Location: FILE\n", "Content-ID: <>\n", "\u0080: x\n"),
        *("Subject: =?utf-8?q?" + "=00" * 20 + "?=\n", "Date: -1\n", "From: <<>>\n", "(" * 50),
        *("Content-Type: text/html\n", "Content-Type: text/plain; format=flowed; delsp=yes\n"),
        *("charset=hex", "charset=bz2", "charset=mbcs", "charset=utf-16", "charset=quopri"),
    ),
    "rtf": (
        *("{", "}", "\\par ", "\\bin99999 ", "\\bin-1 ", "\\u-10179?", "\\uc999 ", "\\'", "\\'zz"),
        *("{\\*\\x ", "{\\field{\\*\\fldinst INCLUDETEXT \"FILE\"}}", "\\trowd\\cell\\row ", "{\\pict "),
        *("{\\field{\\*\\fldinst INCLUDEPICTURE \"URL\"}}", "{\\object\\objdata ff}", "\\ansicpg0 "),
        *("{\\field{\\*\\fldinst HYPERLINK \"javascript:x\"}{\\fldrslt x}}", "{\\info{\\title ", "\\fs-1 "),
        *("{\\footnote ", "\\listtext ", "\\ls999 \\ilvl99 ", "\\outlinelevel99 ", "\\upr ", "\\ucs"),
    ),
    "xml": (
        *('<!DOCTYPE x [<!ENTITY x SYSTEM "FILE">]>', '<!ENTITY % x SYSTEM "URL">', "&x;", "&#0;"),
        *("<![CDATA[", "<!--", "<?x ", "</w:p>", "<w:p>", "<w:tbl><w:tr><w:tc>", "<text:p>", "<x:y>"),
        *('<img src="URL"/>', '<img src="FILE"/>', '<image xlink:href="../../x"/>', "&#xD800;"),
        *('<w:numId w:val="-1"/>', '<w:gridSpan w:val="99999999"/>', "<w:footnoteReference/>"),
        *('<text:h text:outline-level="99999">', "<table:table-cell table:number-columns-repeated='9999999'/>"),
        *('Target="URL" TargetMode="External"', 'Target="FILE"', 'href="URL"', 'href="../../../x"'),
        *("<w:fldSimple w:instr='INCLUDETEXT FILE'/>", "<m:oMath>", "<w:sdt>", "<w:ins>", "<w:del>"),
    ),
    "pdf": (
        *("<<", ">>", "[", "]", "(", ")", "obj", "endobj", "stream\n", "endstream", "xref", "R", "null"),
        *("/Kids[1 0 R]", "/Parent 3 0 R", "/Length 99999999", "/Count -1", "/Filter[/FlateDecode/LZWDecode]"),
        *("/Type/ObjStm", "/Prev 0", "/URI(URL)", "/F(FILE)", "/S/JavaScript/JS(app.alert\\(1\\))"),
        *("/Launch", "/MediaBox[0 0 1e30 1e30]", "/MediaBox[0 0 0 0]", "/Rotate 91", "BT", "ET", "Tj"),
        *("1e30 0 0 1e30 0 0 cm", "0 0 0 0 0 0 Tm", "q " * 300, "/ToUnicode 1 0 R", "/W[0[1e30]]", "Do"),
        *("/OpenAction<</S/URI/URI(URL)>>", "/EmbeddedFiles", "/FontMatrix[0 0 0 0 0 0]", "/Encrypt 1 0 R"),
        *("/StructTreeRoot 1 0 R", "/Title(\\000\\377\\376\\330\\000)", "/Lang()", "/Dest[0/XYZ 1e9 1e9 0]"),
    ),
}  # fmt: skip
_TOKENS["mhtml"] = (*_TOKENS["eml"], *_TOKENS["html"])


@dataclass(frozen=True, slots=True)
class Bait:
    """What a reader must not touch: an address that listens, and a file that holds `secret`."""

    url: str
    file: str
    secret: str

    def put(self, token: str) -> bytes:
        """Return a token with the address and the file in their places."""
        return token.replace("URL", self.url).replace("FILE", self.file).encode("utf-8", "replace")


class Mutator:
    """Makes files from the samples, the same ones for the same seed."""

    def __init__(self, kind: str, chance: random.Random, bait: Bait) -> None:
        self._kind = kind
        self._chance = chance
        self._bait = bait

    def file(self) -> bytes:
        """Return the next file."""
        pool = samples(self._kind)
        data = pool[0] if self._chance.random() < 0.6 else self._chance.choice(pool)
        for _ in range(self._chance.choice((1, 1, 1, 2, 2, 3, 5, 12))):
            data = self._mutated(data)
        return data[:MOST_BYTES]

    def _mutated(self, data: bytes) -> bytes:
        structured = _STRUCTURED.get(self._kind)
        if structured and self._chance.random() < 0.75:
            try:
                return structured(self, data)
            except (zipfile.BadZipFile, ValueError, KeyError, OSError, RuntimeError,
                    NotImplementedError, zlib.error, EOFError, IndexError):  # fmt: skip
                pass  # what it was is broken already: its bytes go on
        return self.change(data, _TOKENS.get(self._kind, ()))

    # Of bytes

    def change(self, data: bytes, tokens: Sequence[str]) -> bytes:
        """Return data with one change of its bytes or of tokens of its language."""
        if not data:
            return b"x"
        kinds: list[Callable[[bytes], bytes]] = [
            *(self._flip, self._cut, self._drop, self._double, self._swap, self._number),
            *(self._insert, self._repeat, self._splice),
        ]
        if tokens and self._chance.random() < 0.6:
            return self._token(data, tokens)
        return self._chance.choice(kinds)(data)

    def _place(self, data: bytes) -> int:
        return self._chance.randrange(len(data) + 1)

    def _span(self, data: bytes, most: int = 4000) -> tuple[int, int]:
        start = self._chance.randrange(len(data))
        return start, min(len(data), start + self._chance.randrange(1, most))

    def _flip(self, data: bytes) -> bytes:
        changed = bytearray(data)
        for _ in range(self._chance.choice((1, 1, 4, 32))):
            place = self._chance.randrange(len(changed))
            changed[place] ^= 1 << self._chance.randrange(8)
        return bytes(changed)

    def _cut(self, data: bytes) -> bytes:
        return (
            data[: self._place(data)] if self._chance.random() < 0.8 else data[self._place(data) :]
        )

    def _drop(self, data: bytes) -> bytes:
        start, end = self._span(data)
        return data[:start] + data[end:]

    def _double(self, data: bytes) -> bytes:
        start, end = self._span(data)
        place = self._place(data)
        return data[:place] + data[start:end] + data[place:]

    def _swap(self, data: bytes) -> bytes:
        start, end = self._span(data)
        middle = (start + end) // 2
        return data[:start] + data[middle:end] + data[start:middle] + data[end:]

    def _repeat(self, data: bytes) -> bytes:
        start, end = self._span(data, 60)
        times = self._chance.choice((3, 50, 1000, 10_000))
        return data[:start] + data[start:end] * min(times, 300_000 // (end - start)) + data[end:]

    def _number(self, data: bytes) -> bytes:
        found = list(re.finditer(rb"-?\d+(?:\.\d+)?", data[:400_000]))
        if not found:
            return self._insert(data)
        one = self._chance.choice(found)
        return data[: one.start()] + self._chance.choice(_NUMBERS) + data[one.end() :]

    def _insert(self, data: bytes) -> bytes:
        made = self._chance.choice(_STRINGS)
        text = made if isinstance(made, bytes) else made.encode()
        text *= self._chance.choice((1, 1, 1, 2, 100))
        place = self._place(data)
        return data[:place] + text + data[place:]

    def _splice(self, data: bytes) -> bytes:
        other = self._chance.choice(samples(self._kind))
        return data[: self._place(data)] + other[self._place(other) :]

    def _token(self, data: bytes, tokens: Sequence[str]) -> bytes:
        times = self._chance.choice((1, 1, 1, 1, 3, 40, 2000))
        token = self._bait.put(self._chance.choice(tokens))
        made = token * times
        if self._chance.random() < 0.15:  # opened deep and never closed in order
            made = b"".join(self._bait.put(self._chance.choice(tokens)) for _ in range(times))
        place = self._place(data)
        if self._chance.random() < 0.5:  # where such things stand: at the start of a tag or line
            starts = [match.start() for match in re.finditer(rb"[<\n]", data[:400_000])]
            place = self._chance.choice(starts) if starts else place
        return data[:place] + made[:300_000] + data[place:]

    # Of structures

    def zip_member(self, data: bytes) -> bytes:
        """Change what a zip holds: a member's content, its name, its being there at all."""
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [(info, archive.read(info)) for info in archive.infolist()[:50]]
        place = self._chance.randrange(len(members))
        info, content = members[place]
        what = self._chance.random()
        if what < 0.8:
            is_tree = self._chance.random() < 0.75 and info.filename.endswith(_XML)
            changed = self.tree(content) if is_tree else self.change(content, _TOKENS["xml"])
            members[place] = (info, changed)
        elif what < 0.86:
            del members[place]
        elif what < 0.9:
            members.append((info, content))
        elif what < 0.95:
            other = self._chance.choice(members)[1]
            members[place] = (info, other)
        else:
            renamed = zipfile.ZipInfo(self._chance.choice(_NAMES))
            renamed.external_attr = self._chance.choice((0, 0o120777 << 16, 0o20666 << 16))
            members.append((renamed, content))
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as archive, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # names that are there twice
            for each, its_content in members:
                each.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(each, its_content)
        return made.getvalue()

    def tree(self, data: bytes) -> bytes:
        """Change the tree of an XML file, so that it stays one."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            return self.change(data, _TOKENS["xml"])
        elements = [each for each in root.iter() if isinstance(each.tag, str)]
        for _ in range(self._chance.choice((1, 2, 5))):
            self._change_element(self._chance.choice(elements), elements)
        return etree.tostring(root, xml_declaration=True, encoding="utf-8")

    def _change_element(self, one: etree._Element, elements: list[etree._Element]) -> None:
        other, parent = self._chance.choice(elements), one.getparent()
        what = self._chance.randrange(6)
        if what == 0 and parent is not None:
            parent.remove(one)
        elif what == 1:
            made = copy.deepcopy(one)
            times = self._chance.choice((1, 1, 3, 200)) if len(made) < 10 else 1
            for _ in range(times):
                other.append(copy.deepcopy(made))
        elif what == 2:
            deep = one
            for _ in range(self._chance.choice((2, 50, 200))):
                deep = etree.SubElement(deep, one.tag)
        elif what == 3 and one.attrib:
            name = self._chance.choice(sorted(map(str, one.attrib)))
            one.set(name, self._legal(name))
        elif what == 4:
            one.tag = other.tag
        else:
            one.text = self._legal("")

    def _legal(self, name: str) -> str:
        """Return a value that XML can hold."""
        bait = [self._bait.url, self._bait.file, "javascript:x", "../../x", "#", name]
        made = self._chance.choice((*_NUMBERS, *_STRINGS, *bait))
        text = made.decode("utf-8", "replace") if isinstance(made, bytes) else made
        return re.sub("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]", "", text)

    def pdf_object(self, data: bytes) -> bytes:
        """Change an object of a PDF, packed streams in their unpacked form."""
        found = list(re.finditer(rb"\d+ \d+ obj\b.*?endobj", data, re.DOTALL))
        if not found:
            return self.change(data, _TOKENS["pdf"])
        one = self._chance.choice(found)
        body = one[0]
        what = self._chance.random()
        if what < 0.35 and b"stream" in body:
            body = self._pdf_stream(body)
        elif what < 0.75:
            body = self.change(body, _TOKENS["pdf"])
        elif what < 0.85:
            body = re.sub(rb"(\d+) 0 R", lambda match: self._reference(len(found)), body, count=3)
        elif what < 0.93:
            body = (
                body.split(b"obj", 1)[0]
                + b"obj"
                + self._chance.choice(found)[0].split(b"obj", 1)[1]
            )
        else:
            body = b""
        return data[: one.start()] + body + data[one.end() :]

    def _reference(self, count: int) -> bytes:
        return b"%d 0 R" % self._chance.randrange(count + 2)

    def _pdf_stream(self, body: bytes) -> bytes:
        head, _, rest = body.partition(b"stream")
        content = rest.lstrip(b"\r\n").rpartition(b"endstream")[0].rstrip(b"\r\n")
        is_ascii = b"ASCII85" in head
        packed = base64.a85decode(content.removesuffix(b"~>")) if is_ascii else content
        changed = self.change(zlib.decompress(packed), _TOKENS["pdf"])
        packed = zlib.compress(changed)
        content = base64.a85encode(packed) + b"~>" if is_ascii else packed
        head = re.sub(rb"/Length \d+", b"/Length %d" % len(content), head)
        return head + b"stream\n" + content + b"\nendstream\nendobj"

    def mime_part(self, data: bytes) -> bytes:
        """Change one line of a message's headers, or the decoded content of one of its parts."""
        lines = data.split(b"\n")
        headers = [n for n, line in enumerate(lines) if re.match(rb"[\w-]+: ", line)]
        what = self._chance.random()
        if what < 0.5 and headers:
            place = self._chance.choice(headers)
            lines[place] = self.change(lines[place], _TOKENS["eml"])
        elif what < 0.7 and headers:
            place = self._chance.choice(headers)
            name, _, value = lines[place].partition(b": ")
            other = lines[self._chance.choice(headers)].partition(b": ")[2]
            lines[place] = (
                name + b": " + self._chance.choice((value * 2, other, b"", other + value))
            )
        else:
            return self._mime_content(data)
        return b"\n".join(lines)

    def _mime_content(self, data: bytes) -> bytes:
        found = list(re.finditer(rb"(?:^[A-Za-z0-9+/=]{40,}\r?\n)+", data, re.MULTILINE))
        if not found:
            return self.change(data, _TOKENS[self._kind])
        one = self._chance.choice(found)
        content = base64.b64decode(one[0])
        changed = self.change(content, _TOKENS["html"])
        return data[: one.start()] + base64.encodebytes(changed) + data[one.end() :]


_XML = (".xml", ".rels", ".opf", ".ncx", ".xhtml", ".html")
_NAMES = (
    *("../x", "/etc/x", "word/../../x", "a\\..\\b", "C:\\x", "\x00", "x" * 5000, "mimetype"),
    *("word/document.xml", "content.xml", "META-INF/container.xml", "META-INF/encryption.xml"),
    *("word/media/x.png", "Pictures/x.png", "meta.xml", "docProps/core.xml", "\udcff.xml"[1:], "ñ"),
)
_STRUCTURED: dict[str, Callable[[Mutator, bytes], bytes]] = {
    **dict.fromkeys(ZIPPED, Mutator.zip_member),
    "pdf": Mutator.pdf_object,
    "eml": Mutator.mime_part,
    "mhtml": Mutator.mime_part,
}
