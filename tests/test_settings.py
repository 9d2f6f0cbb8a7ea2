from dataclasses import replace
from pathlib import Path

import pytest

from reader.settings import Settings, load_settings, save_settings


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    settings = replace(
        Settings(), theme="dark", font_size_pt=15.5, hidden_kinds=("place",), font_family="Ñandú"
    )
    path = tmp_path / "folder" / "that is new" / "settings.toml"
    save_settings(path, settings)
    assert load_settings(path) == settings


def test_settings_without_a_file_are_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.toml") == Settings()


@pytest.mark.parametrize(
    "text",
    [
        "theme = 3\nfont_size_pt = 'large'\nunknown = 1",
        "theme = 'mauve'",
        "not toml at all [",
        "language = ['es']",
    ],
)
def test_settings_broken_by_hand_are_the_defaults(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.toml").write_text(text)
    assert load_settings(tmp_path / "settings.toml") == Settings()


def test_settings_numbers_stay_inside_their_limits(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("font_size_pt = 400\nline_width = 1\nleading = 2")
    loaded = load_settings(tmp_path / "settings.toml")
    assert (loaded.font_size_pt, loaded.line_width, loaded.leading) == (36.0, 40, 2.0)


def test_settings_in_latin_1_are_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_bytes("font_family = 'Ñ'".encode("latin-1"))
    assert load_settings(tmp_path / "settings.toml") == Settings()
