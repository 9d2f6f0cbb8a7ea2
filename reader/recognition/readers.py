"""Each article to the model of its language; where there is none, to the chosen Spanish one."""

from collections.abc import Callable
from typing import NamedTuple

from reader.core.document import Document
from reader.core.errors import ModelError
from reader.recognition.article_language import LanguageDetector
from reader.recognition.choice import Models, find_foreign
from reader.recognition.foreign import ForeignWords, states_in
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.model import LANGUAGE
from reader.recognition.pipeline import Recognizer, gazetteer_folder


class Reader(NamedTuple):
    """An article's recognizer, and the code of the article's language; "" where that is unsure."""

    recognizer: Recognizer
    language: str


class Readers:
    """The recognizers of all languages that a model is installed for, loaded as articles need them.

    `tell` gets what is wrong with a model that can't be loaded; `spanish` reads in its stead.
    """

    def __init__(self, spanish: Recognizer, *, tell: Callable[[ModelError], object]) -> None:
        self.spanish = spanish
        self._tell = tell
        self._detector = LanguageDetector()
        self._foreign: dict[str, Recognizer | None] = {}
        self._gazetteers: dict[str, Gazetteer] = {}

    def reader_of(self, document: Document) -> Reader:
        """Return the recognizer of an article.

        Where its text leaves its language open, it is the one that the document itself names.
        """
        language = self._detector.detect(document)
        language = language or document.language.partition("-")[0].casefold()
        if language in ("", LANGUAGE):
            return Reader(self.spanish, language)
        if language not in self._foreign:
            self._foreign[language] = self._load(language)
        recognizer = self._foreign[language]
        if recognizer is None:
            words = ForeignWords(language, document)
            recognizer = self.spanish.reading(words, self._gazetteer_of(language))
        return Reader(recognizer, language)

    def _load(self, language: str) -> Recognizer | None:
        info = find_foreign(language)
        if info is None:
            return None
        try:
            return Recognizer.from_models(Models(info), lambda: self._gazetteer_of(language))
        except ModelError as error:
            self._tell(error)
            return None

    def _gazetteer_of(self, language: str) -> Gazetteer:
        if language not in self._gazetteers:
            names = states_in(language, gazetteer_folder())
            self._gazetteers[language] = self.spanish.gazetteer.with_names(names)
        return self._gazetteers[language]
