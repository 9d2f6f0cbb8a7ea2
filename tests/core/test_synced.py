from pathlib import Path

import pytest

from reader.core.synced import sync_service


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox/reader", "Dropbox"),
        ("Dropbox (Personal)/notas", "Dropbox"),
        ("OneDrive - El Diario/reader", "OneDrive"),
        ("Library/CloudStorage/GoogleDrive-ana@example.org/Mi unidad", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("Nextcloud", "Nextcloud"),
        ("Documentos/reader", ""),
        ("Dropboxes/reader", ""),
        ("onedriver", ""),
    ],
)
def test_synced_folders_are_known_by_their_names(tmp_path: Path, folder: str, service: str) -> None:
    path = tmp_path / folder / "library.sqlite"
    path.parent.mkdir(parents=True)
    assert sync_service(path) == service


@pytest.mark.parametrize(
    ("marker", "service"),
    [(".stfolder", "Syncthing"), (".sync_0a1b2c.db", "Nextcloud"), (".dropbox", "Dropbox")],
)
def test_synced_folders_are_known_by_what_is_left_there(
    tmp_path: Path, marker: str, service: str
) -> None:
    path = tmp_path / "nube" / "reader" / "library.sqlite"
    path.parent.mkdir(parents=True)
    (tmp_path / "nube" / marker).touch()
    assert sync_service(path) == service


def test_synced_folders_need_not_exist(tmp_path: Path) -> None:
    assert sync_service(tmp_path / "no" / "library.sqlite") == ""
