"""What the user types in a search, as words and phrases, and as FTS5 understands it.

https://sqlite.org/fts5.html#full_text_query_syntax: every word is quoted, so nothing that is typed
is taken for syntax.
"""

import re
from dataclasses import dataclass

from reader.core.folding import Folder

_QUOTES = re.compile(r'["“”„«»]')


@dataclass(frozen=True, slots=True)
class Term:
    """Folded words in a row; the last of them may go on where it is a prefix."""

    words: tuple[str, ...]
    is_prefix: bool = False


def terms_of(text: str) -> list[Term]:
    """Return the words and phrases that a search asks for, all of them."""
    folder = Folder()
    terms: list[Term] = []
    parts = _QUOTES.split(text)
    for number, part in enumerate(parts):
        is_phrase = number % 2 == 1 and number < len(parts) - 1
        is_last = number == len(parts) - 1
        for piece in [part] if is_phrase else part.split():
            words = tuple(folder.words(piece))
            if words:
                terms.append(Term(words))
        # A quote that isn't closed yet is still being typed.
        if is_last and terms and part and not part[-1].isspace() and folder.words(part):
            terms[-1] = Term(terms[-1].words, is_prefix=True)
    return list(dict.fromkeys(terms))


def match_of(terms: list[Term], *, shortest_prefix: int = 1) -> str:
    """Return terms as an expression of FTS5.

    The beginning of a word that is shorter than `shortest_prefix` stands for itself alone.
    """
    return " AND ".join(
        f'"{" ".join(term.words)}"'
        + (" *" if term.is_prefix and len(term.words[-1]) >= shortest_prefix else "")
        for term in terms
    )


def article_match(text: str) -> str:
    """Return what the user typed as an expression of FTS5 for articles; "" for no word in it."""
    return match_of(terms_of(text), shortest_prefix=2)
