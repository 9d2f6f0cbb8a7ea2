"""Build the blank Spanish pipeline: a tokenizer for press text, tok2vec and ner."""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

DASHES = "-–—"


def set_tokenizer(nlp: Language) -> None:
    """Split what Spanish press text glues together: pairs, datelines and footnote figures."""
    tokenizer: Any = nlp.tokenizer
    defaults: Any = nlp.Defaults
    letter = r"[^\W\d_]"
    infixes = [
        rf"(?<={letter})[{DASHES}](?={letter})",
        rf"(?<={letter})[{DASHES}](?=\d)",
        rf"[)(\]\[\"“”«»:;…][.,]?[{DASHES}]*",
        rf"(?<={letter})[.,](?=[A-ZÁÉÍÓÚÑ][a-záéíóúñ])",
        r"(?<=[a-záéíóúñ])\.(?=\d)",
        r"(?<=\.)[-–—]+",
        *defaults.infixes,
    ]
    suffixes = [
        rf"[.,]?[{DASHES}]+",
        r"(?<=[a-záéíóúñ])\.\d{1,3}",
        r"(?<=[a-z][A-Z])\.",
        r"(?<=^[VIX])\.",
        *defaults.suffixes,
    ]
    prefixes = [r"[=*_~#]{2,}", rf"[{DASHES}](?={letter})", *defaults.prefixes]
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search


def add_ner(nlp: Language, width: int = 128, depth: int = 4) -> Any:
    """Add and return the entity recogniser over a tok2vec of `width` units and `depth` layers."""
    tok2vec: dict[str, Any] = {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": width,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
            "rows": [8000, 1000, 3000, 1500],
            "include_static_vectors": True,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": width,
            "depth": depth,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }
    parser = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": True,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": tok2vec,
    }
    return nlp.add_pipe("ner", config={"model": parser})
