"""Write rows as CSV (RFC 4180) that spreadsheets open as it is: accents, and no formula.

A cell that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises
(https://owasp.org/www-community/attacks/CSV_Injection), and so does one that looks as if it had
got one. So `plain` gives back every cell as it was. Where a spreadsheet takes semicolons for the
ends of cells, as it does in Spanish, a cell would end within a text, or a line of it be a row: what
comes next is looked at too. A list's dash or plus with a space is no formula.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

_START = r"^(?='*[=+\-@\t\r\n＝＋－＠])"
_WITHIN = r"(?<=[;\t\r\n])(?='*(?:[=@＝＠]|[+\-＋－](?! )))"
_FORMULA = re.compile(f"{_START}|{_WITHIN}")
_KEPT = re.compile(_START.replace("^", "^'") + "|" + _WITHIN.replace("(?='", "'(?='"))
_BETWEEN = "; "


def to_csv(rows: Iterable[dict[str, Any]], columns: Sequence[str]) -> bytes:
    """Return rows in UTF-8, with the mark at the start by which spreadsheets know it.

    Several values in a cell are parted by "; "; a semicolon or backslash in one of them has a
    backslash before it. Half an emoji, which UTF-8 can't hold, becomes a replacement character.
    """
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row[name]) for name in columns])
    written = text.getvalue().encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return written.encode("utf-8-sig")


def from_csv(data: bytes) -> list[dict[str, str]]:
    """Return the rows of such a file, each cell as it was before."""
    reader = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return [{name: plain(value or "") for name, value in row.items()} for row in reader]


def plain(cell: str) -> str:
    """Return a cell without the apostrophes that kept it from being a formula."""
    return _KEPT.sub("", cell)


def several(cell: str) -> list[str]:
    """Return the values of a cell that has several."""
    parts = re.findall(r"(?:[^\\;]|\\.)+", cell, re.DOTALL)
    return [re.sub(r"\\(.)", r"\1", part.removeprefix(" "), flags=re.DOTALL) for part in parts]


def _cell(value: Any) -> str | int:
    if isinstance(value, int):
        return int(value)  # yes and no as 1 and 0, in whatever language
    if isinstance(value, list):
        value = _BETWEEN.join(re.sub(r"([\\;])", r"\\\1", each) for each in value)
    return _FORMULA.sub("'", value)
