"""Vaults: pages that link to each other, brought up to date around what the user wrote."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.document import Document
from reader.core.entities import Entity, Note
from reader.core.errors import ExportError
from reader.core.export import Export, ExportedArticle, ExportedEntity, ScopeKind
from reader.core.mentions import Kind
from reader.exporting.page_names import LONGEST, PageNames, key_of, page_name
from reader.exporting.registry import ExportOptions, ExportReport
from reader.exporting.vault import write_vault
from tests.exporting.samples import LAVROV, NOW, RUSSIA, crlf_article, dossier, export_of

REFERENCE = Path(__file__).parent.parent / "reference"
MINE = "\nLo que yo pienso: [[Rusia]] **miente**.\n"


def whole(*, note: str = "Ver [[Rusia]].", tag: str = "ministros") -> Export:
    """Return a library of one article and two entities."""
    article = crlf_article()
    lavrov = replace(dossier(article), note=Note(LAVROV.id, note, NOW), tags=(tag,))
    russia = ExportedEntity(RUSSIA)
    return export_of(article, entities=(lavrov, russia), scope=ScopeKind.LIBRARY)


def written(export: Export, folder: Path) -> ExportReport:
    return write_vault(export, folder, ExportOptions())


def page(folder: Path, name: str) -> Path:
    (found,) = folder.rglob(f"{name}.md")
    return found


def test_vault_has_a_page_for_each_entity_and_article(tmp_path: Path) -> None:
    written(whole(), tmp_path)
    assert sorted(str(each.relative_to(tmp_path)) for each in tmp_path.rglob("*.md")) == [
        "Artículos/«Respeto» Rusia.md",
        "Entidades/Rusia.md",
        "Entidades/Serguéi Lavrov.md",
        "Reader – Biblioteca.md",
    ]


@pytest.mark.parametrize(
    ("name", "reference"),
    [("Serguéi Lavrov", "page-entity"), ("«Respeto» Rusia", "page-article")],
)
def test_vault_pages_are_the_reference(tmp_path: Path, name: str, reference: str) -> None:
    written(whole(), tmp_path)
    assert page(tmp_path, name).read_bytes() == (REFERENCE / f"{reference}.md").read_bytes()


def test_vault_links_lead_to_pages(tmp_path: Path) -> None:
    written(whole(), tmp_path)
    names = {each.stem for each in tmp_path.rglob("*.md")}
    links = {
        link.partition("]]")[0]
        for each in tmp_path.rglob("*.md")
        for link in each.read_text().split("[[")[1:]
    }
    assert links <= names
    assert {"Rusia", "Serguéi Lavrov", "«Respeto» Rusia"} <= links


def test_vault_written_again_is_unchanged(tmp_path: Path) -> None:
    written(whole(), tmp_path)
    again = written(whole(), tmp_path)
    assert (again.written, len(again.unchanged), again.doubts) == ((), 4, ())


def test_vault_keeps_what_the_user_wrote_around(tmp_path: Path) -> None:
    written(whole(), tmp_path)
    file = page(tmp_path, "Serguéi Lavrov")
    own = file.read_text().replace("kind:", "rating: 5\nkind:") + MINE
    file.write_text(own)
    report = written(whole(note="Otra cosa."), tmp_path)
    assert file in report.written
    now = file.read_text()
    assert now == own.replace("Ver [[Rusia]].", "Otra cosa.").replace(
        own.split("reader:begin ")[1][:12], now.split("reader:begin ")[1][:12]
    )
    assert now.count("reader:begin") == now.count(MINE) == now.count("## Nota") == 1


def test_vault_finds_a_page_that_was_renamed_and_moved(tmp_path: Path) -> None:
    written(whole(), tmp_path)
    moved = tmp_path / "Personas" / "El ministro.md"
    moved.parent.mkdir()
    page(tmp_path, "Serguéi Lavrov").rename(moved)
    report = written(whole(note="Otra cosa."), tmp_path)
    assert moved in report.written
    assert "Otra cosa." in moved.read_text()
    assert not list(tmp_path.rglob("Serguéi Lavrov.md"))
    assert "[[El ministro]]" in page(tmp_path, "«Respeto» Rusia").read_text()
    assert "Serguéi Lavrov" in yaml.safe_load(moved.read_text().split("---")[1])["aliases"]


def test_vault_front_matter_keeps_what_the_user_added(tmp_path: Path) -> None:
    written(whole(), tmp_path)
    file = page(tmp_path, "Serguéi Lavrov")
    text = file.read_text().replace(
        'tags: ["ministros"]', "# mío\ntags:\n  - ministros\n  - mía\ncssclass: ancho"
    )
    file.write_text(text)
    written(whole(tag="otra"), tmp_path)
    front = yaml.safe_load(file.read_text().split("---\n")[1])
    assert front["tags"] == ["ministros", "mía", "otra"]
    assert front["cssclass"] == "ancho"
    assert front["reader"] == "reader://entity/person%3Alavrov"
    assert "# mío" in file.read_text()


def test_vault_leaves_a_block_that_the_user_changed(tmp_path: Path) -> None:
    written(whole(), tmp_path)
    file = page(tmp_path, "Serguéi Lavrov")
    file.write_text(file.read_text().replace("Ver [[Rusia]].", "Ver [[Rusia]]. ¡Ojo!"))
    before = file.read_text()
    report = written(whole(note="Otra cosa."), tmp_path)
    assert file.read_text() == before
    assert [str(doubt) for doubt in report.doubts if "changed inside Reader's part" in str(doubt)]


def test_vault_takes_what_logseq_makes_of_a_page(tmp_path: Path) -> None:
    written(whole(), tmp_path)
    file = page(tmp_path, "Serguéi Lavrov")
    lines = file.read_text().split("\n")
    body = lines.index("---", 1) + 1
    listed = [f"- {line}" if line.startswith(("#", "<!--")) else line for line in lines[body:]]
    file.write_text("\n".join([*lines[:body], *listed, "- mío", "  collapsed:: true"]))
    report = written(whole(note="Otra cosa."), tmp_path)
    assert report.doubts == ()
    assert "Otra cosa." in file.read_text()
    assert file.read_text().endswith("- mío\n  collapsed:: true")


@pytest.mark.parametrize("gone", ["<!-- reader:end -->", "<!-- reader:begin"])
def test_vault_leaves_a_page_without_its_marks(tmp_path: Path, gone: str) -> None:
    written(whole(), tmp_path)
    file = page(tmp_path, "Serguéi Lavrov")
    file.write_text(file.read_text().replace(gone, "", 1))
    before = file.read_text()
    report = written(whole(note="Otra cosa."), tmp_path)
    assert file.read_text() == before
    assert len(report.doubts) == 1


def test_vault_reports_and_keeps_pages_that_are_in_it_no_more(tmp_path: Path) -> None:
    written(whole(), tmp_path)
    file = page(tmp_path, "Rusia")
    rest = export_of(crlf_article(), entities=whole().entities[:1], scope=ScopeKind.LIBRARY)  # type: ignore[index]
    report = written(rest, tmp_path)
    assert report.kept == (file,)
    assert file.exists()


def test_vault_keeps_line_breaks_as_they_are(tmp_path: Path) -> None:
    written(whole(), tmp_path)
    file = page(tmp_path, "Serguéi Lavrov")
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n") + b"m\xc3\xado\r\n")
    assert written(whole(), tmp_path).doubts == ()
    written(whole(note="Otra cosa."), tmp_path)
    data = file.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert data.endswith(b"m\xc3\xado\r\n")


def test_vault_never_touches_the_users_own_notes(tmp_path: Path) -> None:
    (tmp_path / "rusia.md").write_text("mi nota")
    (tmp_path / "latin.md").write_bytes(b"\xf1")
    written(whole(), tmp_path)
    assert (tmp_path / "rusia.md").read_text() == "mi nota"
    assert page(tmp_path, "Rusia (país)").exists()
    assert "[[Rusia (país)]]" in page(tmp_path, "Serguéi Lavrov").read_text()


def test_vault_a_note_cannot_end_the_block(tmp_path: Path) -> None:
    note = "a\n<!-- reader:end -->\nb"
    written(whole(note=note), tmp_path)
    text = page(tmp_path, "Serguéi Lavrov").read_text()
    assert text.count("<!-- reader:end -->") == 1
    assert written(whole(note=note), tmp_path).written == ()


def test_vault_is_not_written_through_a_link_that_leads_out(tmp_path: Path) -> None:
    vault, outside = tmp_path / "vault", tmp_path / "fuera"
    vault.mkdir()
    outside.mkdir()
    (vault / "Entidades").symlink_to(outside)
    with pytest.raises(ExportError, match="leads out of the folder"):
        written(whole(), vault)
    assert list(outside.iterdir()) == []


def test_vault_does_not_follow_a_page_that_is_a_link(tmp_path: Path) -> None:
    vault, victim = tmp_path / "vault", tmp_path / "víctima.md"
    written(whole(), vault)
    real = page(vault, "Rusia")
    victim.write_bytes(real.read_bytes())
    real.unlink()
    real.symlink_to(victim)
    before = victim.read_bytes()
    written(whole(), vault)
    assert victim.read_bytes() == before


def test_vault_over_a_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "biblioteca.sqlite"
    file.write_bytes(b"x")
    with pytest.raises(ExportError, match="can't be used as a folder"):
        written(whole(), file)
    assert file.read_bytes() == b"x"


def test_vault_two_of_one_name_are_two_pages(tmp_path: Path) -> None:
    names = ("Córdoba", "córdoba", "CÓRDOBA")
    kinds = (Kind.PLACE, Kind.ORGANIZATION, Kind.PLACE)
    entities = tuple(
        ExportedEntity(Entity(f"e{n}", name, kind))
        for n, (name, kind) in enumerate(zip(names, kinds, strict=True))
    )
    written(export_of(entities=entities, scope=ScopeKind.LIBRARY), tmp_path)
    pages = {each.stem for each in (tmp_path / "Entidades").iterdir()}
    assert pages == {"Córdoba", "córdoba (organización)", "CÓRDOBA (lugar)"}


@pytest.mark.parametrize(
    "title",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "..",
        ".",
        "C:\\a",
        "CON",
        "nul.txt",
        "a\0b",
        "\u202eab",
        "",
    ],
)
def test_vault_hostile_titles_stay_inside(tmp_path: Path, title: str) -> None:
    article = ExportedArticle(Document("d", title, "", ()))
    written(export_of(article), tmp_path / "vault")
    assert [each.name for each in tmp_path.iterdir()] == ["vault"]
    (only,) = (tmp_path / "vault").rglob("*.md")
    assert only.parent.name == "Artículos"
    assert only.stem.partition(".")[0].strip().casefold() not in {"con", "nul"}


@settings(deadline=None)
@given(
    titles=st.lists(st.text(max_size=60) | st.sampled_from(["a", "A", "á", "a\u0301"]), max_size=8)
)
def test_vault_names_are_safe_and_unlike(titles: list[str]) -> None:
    names = PageNames()
    given_out = [names.take(each, apart_by=("país",), otherwise="Sin título") for each in titles]
    assert len({key_of(each) for each in given_out}) == len(titles)
    for each in given_out:
        assert 0 < len(f"{each}.md".encode()) <= 100
        assert not set(each) & set('<>:"/\\|?*[]#^')
        assert each == each.strip().strip(".")


def test_vault_name_is_cut_between_characters() -> None:
    assert len(page_name("ñ" * 200, otherwise="").encode()) <= LONGEST
    assert os.fsencode(page_name("😀" * 99, otherwise="")).decode() == "😀" * 24
