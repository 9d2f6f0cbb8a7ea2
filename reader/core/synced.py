"""Notice a folder that a cloud service copies elsewhere while the program writes in it.

Such a service may carry off a library and its log at two different moments, and put back a file
that is in use: both damage it (https://sqlite.org/howtocorrupt.html, 1.2 to 1.4).
"""

from pathlib import Path

_MARKERS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".sync_": "Nextcloud",  # `.sync_0123456789ab.db`
    "._sync_": "ownCloud",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".megadesktop": "MEGA",
    ".insync": "Insync",
    ".849c9593-d756-4e56-8d6e-42412f2a707b": "OneDrive",
}
"""How the names of the files begin that each service leaves in its folder."""

_NAMES = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mi unidad": "Google Drive",
    "icloud drive": "iCloud",
    "icloud~": "iCloud",
    "mobile documents": "iCloud",
    "cloudstorage": "a cloud service",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud drive": "pCloud",
    "pclouddrive": "pCloud",
    "megasync": "MEGA",
    "yandex.disk": "Yandex Disk",
    "proton drive": "Proton Drive",
    "tresorit": "Tresorit",
    "seafile": "Seafile",
}
"""How the services call their folders, folded."""


def sync_service(path: Path) -> str:
    """Return the name of the service that copies the folder of a file; "" for none that is known.

    Known are those whose folder has its usual name, or holds the files that they leave there.
    """
    for folder in path.absolute().parents:
        name = folder.name.casefold()
        for known, service in _NAMES.items():
            # «OneDrive - Diario», «Dropbox (Personal)», «GoogleDrive-ana@example.org»
            if name == known or (name.startswith(known) and not name[len(known)].isalnum()):
                return service
        service = _marked(folder)
        if service:
            return service
    return ""


def _marked(folder: Path) -> str:
    try:
        names = [each.name for each in folder.iterdir() if each.name.startswith(".")]
    except OSError:
        return ""
    for name in names:
        for marker, service in _MARKERS.items():
            if name == marker or (marker.endswith("_") and name.startswith(marker)):
                return service
    return ""
