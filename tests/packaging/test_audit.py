"""The audit of the libraries sees what a list of advisories says of them, and tells its age."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

AUDIT = Path(__file__).parents[2] / "packaging" / "audit.py"
USED = {"Jinja2": "3.1.2", "spacy": "3.7.0rc1", "some_thing": "1.10"}


@pytest.fixture(scope="module")
def audit() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reader_audit", AUDIT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look themselves up there
    spec.loader.exec_module(module)
    return module


def advisory(*specs: str) -> dict[str, object]:
    return {"id": "made-up-1", "cve": "CVE-0000-1", "advisory": "It\nbreaks.", "specs": specs}


@pytest.mark.parametrize(
    ("known", "names"),
    [
        ({"jinja2": [advisory("<3.1.3")]}, ["Jinja2"]),
        ({"jinja2": [advisory("<3.1.2")]}, []),
        ({"jinja2": [advisory("<2.0", ">=3,<=3.1.2")]}, ["Jinja2"]),
        ({"jinja2": [advisory(">=3.0,<3.1.2", ">3.1.2")]}, []),
        ({"some-thing": [advisory(">1.9")]}, ["some_thing"]),
        ({"Some.Thing": [advisory("==1.10.0")]}, ["some_thing"]),
        ({"spacy": [advisory("<3.8")]}, ["spacy"]),
        ({"another": [advisory(">0")]}, []),
        ({"$meta": {"timestamp": 0}}, []),
    ],
)
def test_audit_finds_versions_that_are_meant(
    audit: ModuleType, known: dict[str, object], names: list[str]
) -> None:
    found = audit.by_list(known, USED)
    assert [each.name for each in found] == names
    assert all(each.id == "made-up-1 CVE-0000-1" for each in found)
    assert all(each.words == "It breaks." for each in found)


def test_audit_stumbles_over_versions_that_are_none(audit: ModuleType) -> None:
    with pytest.raises(ValueError, match="no set of versions"):
        audit.by_list({"jinja2": [advisory("before 3")]}, USED)


def test_audit_asks_about_what_the_program_needs_and_no_more(audit: ModuleType) -> None:
    used = {name.lower() for name in audit.used_libraries()}
    assert {"spacy", "numpy", "jinja2"} <= used
    assert "pytest" not in used


def test_audit_tells_what_is_known_and_how_old_the_list_is(
    audit: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "list.json"
    path.write_text(json.dumps({"$meta": {"timestamp": 86400}, "numpy": [advisory(">0")]}))
    assert audit.main(["--list", str(path)]) == 1
    said = capsys.readouterr().out
    assert "of 1970-01-02" in said
    assert "days old" in said
    assert "numpy" in said
    path.write_text("{}")
    assert audit.main(["--list", str(path)]) == 0
    assert "of unknown age" in capsys.readouterr().out


def test_audit_says_where_nobody_can_be_asked(
    audit: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit, "by_network", lambda _used: None)
    monkeypatch.setattr(audit.importlib.util, "find_spec", lambda _name: None)
    assert audit.main([]) == 2


@pytest.mark.parametrize("answer", ["", "[]", '{"dependencies": 1}', "no network"])
def test_audit_takes_no_failure_for_an_answer(audit: ModuleType, answer: str) -> None:
    assert audit._of_answer(answer) is None


def test_audit_reads_the_answer_of_the_network(audit: ModuleType) -> None:
    flaw = {"id": "PYSEC-0000-1", "description": "It breaks.", "fix_versions": ["2"]}
    answer = {"dependencies": [{"name": "lxml", "version": "1", "vulns": [flaw]}]}
    (found,) = audit._of_answer(json.dumps(answer))
    assert (found.name, found.version, found.id) == ("lxml", "1", "PYSEC-0000-1")
