"""The language of an article: found where it is sure, nothing said where it isn't."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.core.document import Document
from reader.recognition.article_language import LanguageDetector, is_plain_spanish
from tests.recognition.foreign_articles import ARTICLES

SPANISH = (
    "El alcalde de Toledo presentó ayer un plan de transporte que costará veinte millones. Según "
    "el Ayuntamiento, las obras empezarán en otoño y durarán dos años, y los vecinos del barrio "
    "viejo y una parte de la oposición piden que se haga por fases y sin prisa alguna. "
)


@pytest.fixture(scope="module")
def detector() -> LanguageDetector:
    return LanguageDetector()


@pytest.mark.parametrize("language", ARTICLES)
def test_detector_tells_languages_apart(
    detector: LanguageDetector, make_document: Callable[[str], Document], language: str
) -> None:
    assert detector.detect(make_document(ARTICLES[language])) == language


def test_detector_knows_spanish(
    detector: LanguageDetector, article_path: Path, make_document: Callable[[str], Document]
) -> None:
    assert detector.detect(make_document(article_path.read_text("utf-8"))) == "es"
    assert detector.detect(make_document(SPANISH)) == "es"


@pytest.mark.parametrize("shout", [SPANISH.upper(), ARTICLES["en"].upper()])
def test_detector_reads_capitals(
    detector: LanguageDetector, make_document: Callable[[str], Document], shout: str
) -> None:
    assert detector.detect(make_document(shout)) == ("es" if shout == SPANISH.upper() else "en")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "Talks resume in Brussels today, officials say",
        "12 34 56 78 " * 40,
        "Kim Jong-un, Wang Yi, Lavrov. " * 3,
        f"{SPANISH}\n{ARTICLES['en'][:400]}\n{ARTICLES['fr'][:300]}",
    ],
    ids=["nothing", "blank", "headline", "numbers", "names", "several languages"],
)
def test_detector_is_silent_where_it_is_not_sure(
    detector: LanguageDetector, make_document: Callable[[str], Document], text: str
) -> None:
    assert detector.detect(make_document(text)) == ""


def test_detector_is_not_misled_by_a_quotation(
    detector: LanguageDetector, make_document: Callable[[str], Document]
) -> None:
    quotation = ARTICLES["en"].split("\n")[2]
    text = f"{SPANISH}\n«{quotation}», dijo.\n{SPANISH}\n{SPANISH}\n{SPANISH}"
    assert detector.detect(make_document(text)) == "es"


def test_detector_takes_samples_of_a_long_article(
    detector: LanguageDetector, make_document: Callable[[str], Document]
) -> None:
    text = "\n".join([SPANISH] * 3 + [ARTICLES["en"]] * 200)
    assert detector.detect(make_document(text)) == "en"


@pytest.mark.parametrize("language", ARTICLES)
def test_is_plain_spanish_takes_nothing_else_for_it(language: str) -> None:
    assert not is_plain_spanish([ARTICLES[language]])


def test_is_plain_spanish_minds_every_stretch() -> None:
    assert is_plain_spanish([SPANISH, SPANISH])
    assert not is_plain_spanish([SPANISH, SPANISH, SPANISH, ARTICLES["en"]])


def test_detector_loads_nothing_for_what_is_plainly_spanish() -> None:
    code = (
        "import sys; from reader.recognition.article_language import LanguageDetector;"
        "from tests.lines import document_of_lines;"
        f"assert LanguageDetector().detect(document_of_lines({SPANISH * 2!r})) == 'es';"
        "bad = {'py3langid', 'numpy'} & set(sys.modules); assert not bad, bad"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
