"""The command line's one road to the user: a sentence on stderr."""

import sys

from reader.core.errors import ReaderError


def tell(error: ReaderError) -> None:
    """Print an error's sentence on stderr, in the user's language."""
    from reader.ui.translation import error_sentence, load_translator, system_language

    sentence = error_sentence(error, load_translator(system_language()))
    print(f"reader: {sentence}", file=sys.stderr)
