"""Wheels: a sound one is unpacked, anything else is refused in a sentence."""

import os
import threading
from pathlib import Path

import pytest

from reader.core.errors import ModelError
from reader.recognition.model import find_model, load
from reader.recognition.progress import InstallCancelledError
from reader.recognition.wheel import read_wheel, unpack
from tests.recognition.wheels import LABEL, files_of, record_of, write_wheel

ROOT = f"es_prueba/{LABEL}"


@pytest.fixture
def files(ruler_model: Path) -> dict[str, bytes]:
    return files_of(ruler_model)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / f"{LABEL}-py3-none-any.whl"


def test_wheel_says_what_it_holds(files: dict[str, bytes], path: Path) -> None:
    wheel = read_wheel(write_wheel(path, files))
    assert (wheel.label, wheel.language, wheel.licence) == (LABEL, "es", "MIT")
    assert wheel.size_bytes == path.stat().st_size
    data = {name: text for name, text in files.items() if name.startswith(ROOT)}
    assert wheel.unpacked_bytes == sum(map(len, data.values()))


def test_wheel_unpacks_the_models_data_alone(
    files: dict[str, bytes], path: Path, tmp_path: Path
) -> None:
    told: list[tuple[int, int | None]] = []
    wheel = read_wheel(write_wheel(path, files))
    written = unpack(wheel, tmp_path / "out", progress=lambda *step: told.append(step))
    there = {p.relative_to(tmp_path / "out").as_posix() for p in (tmp_path / "out").rglob("*.*")}
    assert {"meta.json", "config.cfg"} <= there
    assert "__init__.py" not in there
    assert {f"{ROOT}/{name}" for name in written} == {n for n in files if n.startswith(ROOT)}
    assert told[-1] == (wheel.unpacked_bytes, wheel.unpacked_bytes)
    assert load(find_model(str(tmp_path / "out"))).pipe_names == ["entity_ruler"]


@pytest.mark.parametrize(
    "name",
    [
        "../escaped",
        "/absolute",
        "es_prueba/../../escaped",
        "es_prueba/./here",
        "es_prueba//empty",
        "C:/windows",
        "es_prueba\\..\\escaped",
        "es_prueba/with\nline",
        f"{ROOT}/META.json",  # the same file on Windows and macOS
        f"{ROOT}/meta.json/inside",  # a file that is also a folder
    ],
)
def test_wheel_with_a_bad_path_is_refused(files: dict[str, bytes], path: Path, name: str) -> None:
    with pytest.raises(ModelError, match="leads elsewhere, is a link, clashes"):
        read_wheel(write_wheel(path, {**files, name: b"x"}))


@pytest.mark.parametrize("target", ["/etc/passwd", "meta.json"])
def test_wheel_with_a_link_is_refused(files: dict[str, bytes], path: Path, target: str) -> None:
    with pytest.raises(ModelError, match="is a link"):
        read_wheel(write_wheel(path, files, links={f"{ROOT}/link": target}))


def test_wheel_that_is_a_bomb_is_refused(files: dict[str, bytes], path: Path) -> None:
    with pytest.raises(ModelError, match="would unpack to 50 MB"):
        read_wheel(write_wheel(path, {**files, f"{ROOT}/bomb": bytes(50_000_000)}))


def test_wheel_of_too_many_files_is_refused(
    files: dict[str, bytes], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.recognition.wheel.MOST_FILES", 3)
    with pytest.raises(ModelError, match=f"its {len(files) + 1} files"):
        read_wheel(write_wheel(path, files))


def test_wheel_that_is_encrypted_is_refused(files: dict[str, bytes], path: Path) -> None:
    data = bytearray(write_wheel(path, files).read_bytes())
    directory = data.rindex(b"PK\x01\x02")  # the last entry of the directory; its flags follow
    data[directory + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(ModelError, match="sealed"):
        read_wheel(path)


@pytest.mark.parametrize("number", [0, 2])
def test_wheel_holds_exactly_one_pipeline(
    files: dict[str, bytes], ruler_model: Path, path: Path, number: int
) -> None:
    if number == 0:
        del files[f"{ROOT}/config.cfg"]
    else:
        files = {**files_of(ruler_model, name="es_otra"), **files}
    with pytest.raises(ModelError, match=f"there are {number} spaCy pipelines"):
        read_wheel(write_wheel(path, files))


@pytest.mark.parametrize(
    ("meta", "words"),
    [
        ({"pipeline": ["tok2vec", "parser"]}, "finds no names"),
        ({"pipeline": None}, "finds no names"),
        ({"spacy_version": ">=2.3.0,<2.4.0"}, "made for spaCy >=2.3.0"),
    ],
)
def test_wheel_of_an_unfit_model_is_refused(
    ruler_model: Path, path: Path, meta: dict[str, object], words: str
) -> None:
    with pytest.raises(ModelError, match=words):
        read_wheel(write_wheel(path, files_of(ruler_model, meta=meta)))


def test_wheel_of_another_language_is_taken_to_read_that(ruler_model: Path, path: Path) -> None:
    wheel = read_wheel(write_wheel(path, files_of(ruler_model, name="en_prueba")))
    assert wheel.label == "en_prueba-1.2.0"


@pytest.mark.parametrize(
    "meta",
    [{"name": "otra"}, {"version": "9"}, {"version": "../../x"}, {"name": "../x"}, {"name": 3}],
)
def test_wheel_whose_model_calls_itself_otherwise_is_refused(
    ruler_model: Path, path: Path, meta: dict[str, object]
) -> None:
    with pytest.raises(ModelError, match=r"but the package calls itself es-prueba 1\.2\.0"):
        read_wheel(write_wheel(path, files_of(ruler_model, meta=meta)))


@pytest.mark.parametrize("version", ["..", "1/2", "1.0 beta", "", "v1"])
def test_wheel_whose_version_is_no_folders_name_is_refused(
    ruler_model: Path, path: Path, version: str
) -> None:
    files = files_of(ruler_model, meta={"version": version})
    about = f"Name: es-prueba\nVersion: {version}\n"
    files[f"{LABEL}.dist-info/METADATA"] = about.encode()
    with pytest.raises(ModelError, match="but the package calls itself"):
        read_wheel(write_wheel(path, files))


@pytest.mark.parametrize("text", [b"", b"[]", b"{", b"\xff", b"[" * 200_000])
def test_wheel_with_a_broken_meta_file_is_refused(
    files: dict[str, bytes], path: Path, text: bytes
) -> None:
    files[f"{ROOT}/meta.json"] = text
    with pytest.raises(ModelError, match="is damaged"):
        read_wheel(write_wheel(path, files, stored=True))


@pytest.mark.parametrize("data", [b"", b"PK", b"<!DOCTYPE html>" * 500, b"\x1f\x8b" * 99])
def test_wheel_that_is_no_zip_file_is_refused(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    with pytest.raises(ModelError, match="is no model's file"):
        read_wheel(path)


@pytest.mark.parametrize("part", ["METADATA", "RECORD"])
def test_wheel_without_its_papers_is_refused(
    files: dict[str, bytes], path: Path, part: str
) -> None:
    if part == "METADATA":
        del files[f"{LABEL}.dist-info/METADATA"]
        files[f"{LABEL}.dist-info/WHEEL"] = b""
    else:
        files = {name.replace(".dist-info", ".info"): data for name, data in files.items()}
    with pytest.raises(ModelError, match="is no model's file"):
        read_wheel(write_wheel(path, files))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_wheel_that_is_cut_off_is_refused(
    files: dict[str, bytes], path: Path, share: float
) -> None:
    data = write_wheel(path, files).read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(ModelError, match="is no model's file"):
        read_wheel(path)


def test_wheel_with_a_flipped_bit_is_refused(
    files: dict[str, bytes], path: Path, tmp_path: Path
) -> None:
    data = bytearray(write_wheel(path, files, stored=True).read_bytes())
    data[data.index(files[f"{ROOT}/tokenizer"]) + 20] ^= 1
    path.write_bytes(data)
    with pytest.raises(ModelError, match="is damaged"):
        unpack(read_wheel(path), tmp_path / "out")


@pytest.mark.parametrize("what", ["changed", "missing", "md5", "rubbish"])
def test_wheel_whose_record_says_otherwise_is_refused(
    files: dict[str, bytes], path: Path, tmp_path: Path, what: str
) -> None:
    name = f"{ROOT}/config.cfg"
    listed = {
        "changed": record_of({**files, name: b"x"}),
        "missing": record_of({n: d for n, d in files.items() if n != name}),
        "md5": record_of(files).replace(f"{name},sha256".encode(), f"{name},md5".encode()),
        "rubbish": b'"' + b"\x00,=,\n" * 9,
    }[what]
    wheel = read_wheel(write_wheel(path, files, record=listed))
    with pytest.raises(ModelError, match="is damaged"):
        unpack(wheel, tmp_path / "out")


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe"])
def test_wheel_that_is_no_file_is_refused(path: Path, kind: str) -> None:
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    with pytest.raises(ModelError, match="can't be opened" if kind == "missing" else "is no model"):
        read_wheel(path)


def test_wheel_can_be_called_off(files: dict[str, bytes], path: Path, tmp_path: Path) -> None:
    wheel = read_wheel(write_wheel(path, files))
    event = threading.Event()
    with pytest.raises(InstallCancelledError, match="called off"):
        unpack(wheel, tmp_path / "out", progress=lambda *_: event.set(), cancel=event)
    with pytest.raises(InstallCancelledError):
        read_wheel(path, cancel=event)
