"""Recognition models: where they are, whether they can be used, and loading one.

Everything but `load` works without spaCy.
"""

import importlib
import importlib.metadata
import importlib.util
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from reader.core.errors import QT_TRANSLATE_NOOP, ModelError

if TYPE_CHECKING:
    from spacy.language import Language

LANGUAGE = "es"
BUILT_IN = "es_reader_news"
OFFICIAL = "es_core_news_md"
"""The package of the extra `md`: explosion's own Spanish pipeline, used once it is installed."""

_LEAN_TOKENIZER = "reader.lean_tokenizer.v1"


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """A model's folder and what its `meta.json` says of it."""

    folder: Path
    name: str
    version: str

    @property
    def label(self) -> str:
        """Return name and version, as `es_reader_news-1.0.0`."""
        return f"{self.name}-{self.version}" if self.version else self.name


def default_model() -> str | None:
    """Return the model that serves unless the user picks one: the official one if it is installed.

    None means the built-in one, which is always there.
    """
    try:
        return OFFICIAL if importlib.util.find_spec(OFFICIAL) is not None else None
    except ValueError:  # a module of that name without a spec: nothing that was installed
        return None


def find_model(model: str) -> ModelInfo:
    """Return what is known of the model at a folder's path or of an installed package's name.

    :raises ModelError: where there is none, or where it isn't one that recognizes Spanish names.
    """
    folder = _folder(model)
    try:
        meta: Any = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        if not isinstance(meta, dict) or not (folder / "config.cfg").is_file():
            raise ValueError(model)
    except (OSError, ValueError) as error:
        raise ModelError(_NO_MODEL, model=model) from error
    _check(meta, model)
    language, name = str(meta.get("lang", "")), str(meta.get("name", "") or folder.name)
    full = name if name.startswith(f"{language}_") else f"{language}_{name}"
    return ModelInfo(folder, full, str(meta.get("version", "")))


def _check(meta: dict[str, Any], model: str) -> None:
    language = str(meta.get("lang", ""))
    if language != LANGUAGE:
        raise ModelError(_WRONG_LANGUAGE, model=model, language=language or "?")
    pipeline = [str(part) for part in meta.get("pipeline", ())]
    if not {"ner", "entity_ruler"} & set(pipeline):
        raise ModelError(_NO_NAMES, model=model, parts=", ".join(pipeline) or "–")
    wanted = str(meta.get("spacy_version", ""))
    installed = importlib.metadata.version("spacy")
    if not _fits(installed, wanted):
        raise ModelError(_WRONG_VERSION, model=model, wanted=wanted, installed=installed)


def _fits(installed: str, wanted: str) -> bool:
    """Return whether a version meets a specifier such as ">=3.8.0,<3.9.0"; odd ones do."""
    have = _numbers(installed)
    for part in wanted.replace(" ", "").split(","):
        sign = part.rstrip("0123456789.abcdevr*")
        need = _numbers(part[len(sign) :])
        if not need:
            continue
        size = len(need)
        meets = {">=": have >= need, "<": have < need, "==": have[:size] == need,
                 "<=": have[:size] <= need, ">": have > need, "!=": have[:size] != need,
                 "~=": have >= need and have[: size - 1] == need[:-1]}  # fmt: skip
        if not meets.get(sign, True):
            return False
    return True


def _numbers(version: str) -> tuple[int, ...]:
    numbers: list[int] = []
    for part in version.split("."):
        if not part.isdigit():
            break
        numbers.append(int(part))
    return tuple(numbers)


def _folder(model: str) -> Path:
    """Return the folder that holds the model's own files."""
    path = Path(model)
    if model and path.is_dir():
        # An unpacked package keeps the model one or two folders down.
        inner = sorted(path.glob("*/config.cfg")) + sorted(path.glob("*/*/config.cfg"))
        return path if (path / "config.cfg").is_file() or not inner else inner[0].parent
    if model.isidentifier():
        spec = importlib.util.find_spec(model)
        if spec is not None and spec.origin is not None:
            package = Path(spec.origin).parent
            inner = sorted(package.glob("*/config.cfg"))
            return inner[0].parent if inner else package
    raise ModelError(_NO_MODEL, model=model)


def load(info: ModelInfo) -> "Language":
    """Return the model's pipeline with nothing but what finds names.

    :raises ModelError: where its files can't be read.
    """
    spacy = import_spacy()
    try:
        config = spacy.util.load_config(info.folder / "config.cfg")
        nlp = spacy.load(
            info.folder, exclude=_superfluous(config), config=_lean_tokenizer(spacy, config)
        )
    except Exception as error:
        # Broken files surface as anything from a KeyError to a msgpack exception.
        raise ModelError(_BROKEN, model=info.label, folder=info.folder, reason=error) from error
    return nlp


def _lean_tokenizer(spacy: Any, config: Any) -> dict[str, Any]:
    """Return settings under which the tokenizer starts without the language's rules.

    It gets the model's own from disk in any case; building the others first takes 40 ms.
    """
    if config["nlp"]["tokenizer"].get("@tokenizers") != "spacy.Tokenizer.v1":
        return {}
    tokenizer = importlib.import_module("spacy.tokenizer").Tokenizer

    def create() -> Any:
        return lambda nlp: tokenizer(nlp.vocab)

    spacy.registry.tokenizers(_LEAN_TOKENIZER, func=create)
    return {"nlp": {"tokenizer": {"@tokenizers": _LEAN_TOKENIZER}}}


def import_spacy() -> Any:
    """Return spaCy without its command line, whose import takes a fourth of the whole.

    `spacy/__init__.py` wants `info` from there, which nothing here calls.
    """
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    stand_ins = {name: ModuleType(name) for name in ("spacy.cli", "spacy.cli.info")}
    for module in stand_ins.values():
        module.__dict__.update(info=None, __path__=[])
    sys.modules.update(stand_ins)
    try:
        return importlib.import_module("spacy")
    except ImportError:
        # A later spaCy may want more from there; then all of it is imported.
        _forget(stand_ins)
        return importlib.import_module("spacy")
    finally:
        _forget(stand_ins)


def _forget(stand_ins: dict[str, ModuleType]) -> None:
    for name, module in stand_ins.items():
        if sys.modules.get(name) is module:
            del sys.modules[name]


def _superfluous(config: Any) -> list[str]:
    """Return the pipes that finding names doesn't need."""
    pipeline: list[str] = list(config["nlp"]["pipeline"])
    kept = {"ner", "entity_ruler"}
    listens = "Listener" in str(config["components"].get("ner", ""))
    if listens:
        kept |= {"tok2vec", "transformer"}
    return [pipe for pipe in pipeline if pipe not in kept]


_NO_MODEL = QT_TRANSLATE_NOOP(
    "errors",
    "“{model}” is no recognition model: a spaCy pipeline's folder (with meta.json and config.cfg) "
    "or an installed package's name was expected. Choose another one in the settings.",
)
_WRONG_LANGUAGE = QT_TRANSLATE_NOOP(
    "errors",
    "The model “{model}” is for the language “{language}”, but articles are read in Spanish "
    "(“es”). Choose a Spanish one in the settings.",
)
_NO_NAMES = QT_TRANSLATE_NOOP(
    "errors",
    "The model “{model}” finds no names: its parts are {parts}, and “ner” was expected among "
    "them. Choose another one in the settings.",
)
_WRONG_VERSION = QT_TRANSLATE_NOOP(
    "errors",
    "The model “{model}” is made for spaCy {wanted}, but {installed} is installed. Choose a model "
    "for this version in the settings.",
)
_BROKEN = QT_TRANSLATE_NOOP(
    "errors",
    "The model “{model}” in {folder} can't be loaded ({reason}). Install it again or choose "
    "another one in the settings.",
)
