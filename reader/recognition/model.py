"""Recognition models: where they are, whether they can be used, and loading one.

Everything but `load` works without spaCy.
"""

import importlib
import importlib.metadata
import importlib.util
import json
import re
import sys
import warnings
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from reader import paths
from reader.core.errors import QT_TRANSLATE_NOOP, ModelError
from reader.recognition.blas import limit_threads, numpy_blas

if TYPE_CHECKING:
    from spacy.language import Language

LANGUAGE = "es"
BUILT_IN = "es_reader_news"
"""The built-in model's name, by which it can be chosen whatever else is installed."""
OFFICIAL = "es_core_news_md"
"""explosion's own Spanish pipeline: once installed, it helps where the built-in one is unsure."""
AUTOMATIC = ""
"""What the setting `model` holds where the user has picked none: the built-in model, together with
the official one once that is installed."""

_LONGEST_REASON = 160  # characters
_LEAN_TOKENIZER = "reader.lean_tokenizer.v1"


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """A model's folder and what its `meta.json` says of it."""

    folder: Path
    name: str
    version: str
    language: str = ""
    licence: str = ""

    @property
    def label(self) -> str:
        """Return name and version, as `es_reader_news-1.0.0`."""
        return f"{self.name}-{self.version}" if self.version else self.name


def models_folder() -> Path:
    """Return the folder of the models that the user installed, which need not exist."""
    return paths.data_folder() / "models"


def find_official(*, installed: Path | None = None) -> str | None:
    """Return the official model's name if it is installed, else None.

    `installed` is the folder of the models that the user installed, None for the usual one.
    """
    if installed_folder(OFFICIAL, models_folder() if installed is None else installed) is not None:
        return OFFICIAL
    try:
        return OFFICIAL if importlib.util.find_spec(OFFICIAL) is not None else None
    except ValueError:  # a module of that name without a spec: nothing that was installed
        return None


def find_model(
    model: str, *, language: str | None = LANGUAGE, installed: Path | None = None
) -> ModelInfo:
    """Return what is known of a model, by its folder's path or its name.

    A name is that of the built-in model, of a model in the folder `installed` (None: the user's;
    of several versions the highest), or of an installed package, in this order. `language` is the
    one that it must be for, None for any.

    :raises ModelError: where there is none, or several in the folder, or where it isn't one that
        recognizes names in it.
    """
    folder = _folder(model, models_folder() if installed is None else installed)
    meta = read_meta(folder, model)
    check_meta(meta, model, language=language)
    return info_of(folder, meta)


def read_meta(folder: Path, model: str) -> dict[str, Any]:
    """Return what the `meta.json` of a model's folder says; `model` is what the user calls it.

    :raises ModelError: where the folder is not a spaCy pipeline's.
    """
    try:
        meta: Any = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        if not isinstance(meta, dict) or not (folder / "config.cfg").is_file():
            raise ValueError(model)
    except (OSError, ValueError) as error:
        raise ModelError(_NO_MODEL, model=model) from error
    return meta


def info_of(folder: Path, meta: dict[str, Any]) -> ModelInfo:
    """Return a model's name, version, language and licence as its `meta.json` has them."""
    language, name = str(meta.get("lang") or ""), str(meta.get("name") or folder.name)
    full = name if name.startswith(f"{language}_") else f"{language}_{name}"
    version, licence = str(meta.get("version", "")), str(meta.get("license", ""))
    return ModelInfo(folder, full, version, language, licence)


def check_meta(meta: dict[str, Any], model: str, *, language: str | None = LANGUAGE) -> None:
    """Check that a model of this `meta.json` can serve here, for `language` (None: for any).

    :raises ModelError: where its language, its parts or its version of spaCy doesn't fit.
    """
    parts = meta.get("pipeline")
    pipeline = [str(part) for part in parts] if isinstance(parts, list) else []
    if not {"ner", "entity_ruler"} & set(pipeline):
        raise ModelError(_NO_NAMES, model=model, parts=", ".join(pipeline) or "–")
    own = str(meta.get("lang") or "")
    if language is not None and own != language:
        raise ModelError(_WRONG_LANGUAGE, model=model, language=own or "?")
    wanted = str(meta.get("spacy_version", ""))
    installed = importlib.metadata.version("spacy")
    if not _fits(installed, wanted):
        raise ModelError(_WRONG_VERSION, model=model, wanted=wanted, installed=installed)


def _fits(installed: str, wanted: str) -> bool:
    """Return whether a version meets a specifier such as ">=3.8.0,<3.9.0"; odd ones do.

    An upper limit inside the installed major version is not held against the model: every spaCy
    model names the next minor version as its limit, and those of 3.1 still load in 3.8.
    """
    have = _numbers(installed)
    for part in wanted.replace(" ", "").split(","):
        sign = part.rstrip("0123456789.abcdevr*")
        need = _numbers(part[len(sign) :])
        if not need:
            continue
        size = len(need)
        same_major = have[0] == need[0] and any(need[1:])
        meets = {">=": have >= need, "<": have < need or same_major, "==": have[:size] == need,
                 "<=": have[:size] <= need or same_major, ">": have > need,
                 "!=": have[:size] != need,
                 "~=": have >= need and have[0] == need[0]}  # fmt: skip
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


def installed_folder(model: str, installed: Path) -> Path | None:
    """Return the folder of an installed model's name, or name and version; None if there is none.

    Of several versions it is the highest.
    """
    if not model or "/" in model or "\\" in model or model.startswith("."):
        return None
    # What stands before the last hyphen of a folder's name is the model's name.
    versions = [f for f in installed.glob("*-*") if f.name.rpartition("-")[0] == model]
    versions += [f for f in installed.glob("*-*") if f.name == model]
    found = [f for f in versions if (f / "config.cfg").is_file()]
    return max(found, key=lambda f: _numbers(f.name.rpartition("-")[2]), default=None)


def _folder(model: str, installed: Path) -> Path:
    """Return the folder that holds the model's own files."""
    if model == BUILT_IN:
        return paths.resources() / "models" / BUILT_IN
    for folder in (installed_folder(model, installed), package_folder(model)):
        if folder is not None:
            return folder
    path = Path(model)
    if not model or not path.is_dir():
        raise ModelError(_NO_MODEL, model=model)
    if (path / "config.cfg").is_file():
        return path
    # An unpacked package keeps the model one or two folders down.
    inner = sorted({f.parent for g in ("*/config.cfg", "*/*/config.cfg") for f in path.glob(g)})
    if len(inner) > 1:
        names = ", ".join(folder.relative_to(path).as_posix() for folder in inner)
        raise ModelError(_SEVERAL, model=model, names=names)
    return inner[0] if inner else path


def package_folder(name: str) -> Path | None:
    """Return the model's folder inside an installed package, nothing of which is imported.

    None where there is no such package, or no model in it.
    """
    if not name.isidentifier():
        return None
    try:
        spec = importlib.util.find_spec(name)
    except ValueError:  # a module of that name without a spec: nothing that was installed
        return None
    if spec is None or spec.origin is None:
        return None
    package = Path(spec.origin).parent
    inner = [package / "config.cfg", *sorted(package.glob("*/config.cfg"))]
    return next((config.parent for config in inner if config.is_file()), None)


def load(info: ModelInfo) -> "Language":
    """Return the model's pipeline with nothing but what finds names.

    :raises ModelError: where its files can't be read.
    """
    limit_threads()
    spacy = import_spacy()
    try:
        config = spacy.util.load_config(info.folder / "config.cfg")
        with warnings.catch_warnings(), numpy_blas():
            # That the model is of another 3.x, as `check_meta` has judged; that a ruler is empty.
            warnings.filterwarnings("ignore", message=r"\[W(?:036|09[45])\]")
            nlp = spacy.load(
                info.folder, exclude=_superfluous(config), config=_lean_tokenizer(spacy, config)
            )
            nlp("Fue en Madrid.")  # parts that don't fit each other show only now
    except Exception as error:
        # Broken files surface as anything from a KeyError to a msgpack exception.
        reason = _in_short(error)
        raise ModelError(_BROKEN, model=info.label, folder=info.folder, reason=reason) from error
    return nlp


def _in_short(error: Exception) -> str:
    """Return an error's first sentence without spaCy's number; the others are for programmers."""
    said = re.sub(r"^\[[EW]\d+\]\s*", "", str(error)).partition("\n")[0].partition(". ")[0]
    said = said.rstrip(".") or type(error).__name__
    return said if len(said) <= _LONGEST_REASON else f"{said[:_LONGEST_REASON]}…"


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
_SEVERAL = QT_TRANSLATE_NOOP(
    "errors",
    "The folder “{model}” holds several recognition models: {names}. Choose one of these folders.",
)
_WRONG_LANGUAGE = QT_TRANSLATE_NOOP(
    "errors",
    "The model “{model}” is for the language “{language}”: it reads the articles in that language "
    "by itself. Choose a Spanish one (“es”) in the settings for the others.",
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
