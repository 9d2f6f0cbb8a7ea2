"""Build the Debian package from the self-contained folder.

`python packaging/debian/build.py [--bundle dist/reader] [--out dist]`, with PySide6 to draw the
icons and `dpkg-deb`; `packaging/bundle/build.py` makes the folder. Run as root or under `fakeroot`,
so that the files belong to root.
"""

import argparse
import gzip
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1] / "desktop"))
from icons import DRAWING, SIZES, png

from reader import __version__

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
DESKTOP = PROJECT / "packaging" / "desktop"

APP_ID = "org.reader_project.Reader"
MAINTAINER = "The Reader project <maintainers@reader-project.invalid>"  # there is no address yet
# What Qt's platform plug-ins want from the system; all else is in the bundle.
DEPENDS = (
    "libc6 (>= 2.34)", "libdbus-1-3", "libegl1", "libfontconfig1", "libfreetype6", "libgcc-s1",
    "libgl1", "libglib2.0-0 | libglib2.0-0t64", "libgssapi-krb5-2", "libstdc++6",
    "libwayland-client0", "libwayland-cursor0", "libwayland-egl1", "libx11-6", "libx11-xcb1",
    "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-render-util0",
    "libxcb-shape0", "libxkbcommon-x11-0", "libxext6", "libxrender1",
)  # fmt: skip
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}


def build(bundle: Path, out: Path, *, compression: str = "xz") -> Path:
    """Return the package made of the bundle, in `out`."""
    architecture = ARCHITECTURES[os.uname().machine]
    root = out / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(bundle, root / "usr/lib/reader", symlinks=True)
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin/reader").symlink_to("../lib/reader/reader")
    now = datetime.now(UTC)
    place_desktop_files(root, now)
    place_documents(root, now)
    place_icons(root / "usr/share/icons/hicolor")
    set_modes(root)
    size = sum(path.lstat().st_size for path in root.rglob("*")) // 1024
    control = root / "DEBIAN" / "control"
    control.parent.mkdir(mode=0o755)
    control.write_text(
        f"Package: reader-news\nVersion: {__version__}\nArchitecture: {architecture}\n"
        f"Maintainer: {MAINTAINER}\nInstalled-Size: {size}\nDepends: {', '.join(DEPENDS)}\n"
        "Recommends: fonts-dejavu-core | fonts-freefont-ttf\nSection: text\nPriority: optional\n"
        "Description: read the news with your own notes\n"
        " Reader is for people who read the news for a living, in Spanish first. The\n"
        " people, countries, places and organizations of an article light up; beside it\n"
        " stand your own notes on each of them. Passages can be annotated, and everything\n"
        " can be taken out again as Markdown and in other formats. It works offline.\n",
        encoding="utf-8",
    )
    control.chmod(0o644)
    package = out / f"reader-news_{__version__}_{architecture}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", f"-Z{compression}", "--build", str(root), str(package)],
        check=True,
    )
    shutil.rmtree(root)
    return package


def place_desktop_files(root: Path, now: datetime) -> None:
    """Copy what tells a desktop about the program; version and date are filled in."""
    applications, metainfo = root / "usr/share/applications", root / "usr/share/metainfo"
    applications.mkdir(parents=True)
    metainfo.mkdir(parents=True)
    shutil.copy(DESKTOP / f"{APP_ID}.desktop", applications)
    text = filled((DESKTOP / f"{APP_ID}.metainfo.xml").read_text("utf-8"), now)
    (metainfo / f"{APP_ID}.metainfo.xml").write_text(text, encoding="utf-8")


def place_documents(root: Path, now: datetime) -> None:
    """Write the manual page, the licences and the changes."""
    manual, documents = root / "usr/share/man/man1", root / "usr/share/doc/reader-news"
    manual.mkdir(parents=True)
    documents.mkdir(parents=True)
    page = filled((DESKTOP / "reader.1").read_text("utf-8"), now)
    _gzip(manual / "reader.1.gz", page)
    _gzip(
        documents / "changelog.gz",
        f"reader-news ({__version__}) unstable; urgency=medium\n\n"
        f"  * See CHANGELOG.md.\n\n -- {MAINTAINER}  {format_datetime(now)}\n",
    )
    _gzip(documents / "CHANGELOG.md.gz", (PROJECT / "CHANGELOG.md").read_text("utf-8"))
    (documents / "copyright").write_text(
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        "Upstream-Name: Reader\n\n"
        "Files: *\nCopyright: 2026 The Reader project\nLicense: GPL-3+\n\n"
        "License: GPL-3+\n"
        " The full text is in /usr/share/common-licenses/GPL-3. The licences of the libraries in\n"
        " /usr/lib/reader are in their folders there (*.dist-info), and in the window under\n"
        " Help > About.\n",
        encoding="utf-8",
    )
    overrides = root / "usr/share/lintian/overrides"
    overrides.mkdir(parents=True)
    shutil.copy(HERE / "lintian-overrides", overrides / "reader-news")


def filled(text: str, now: datetime) -> str:
    """Return a file with the version and the day of its making."""
    return text.replace("@VERSION@", __version__).replace("@DATE@", f"{now:%Y-%m-%d}")


def place_icons(folder: Path) -> None:
    """Draw the program's icon in every size."""
    for size in SIZES:
        path = folder / f"{size}x{size}/apps/{APP_ID}.png"
        path.parent.mkdir(parents=True)
        path.write_bytes(png(size))
    scalable = folder / f"scalable/apps/{APP_ID}.svg"
    scalable.parent.mkdir(parents=True)
    shutil.copy(DRAWING, scalable)


def set_modes(root: Path) -> None:
    """Let everyone read, and run what is a program; only libraries aren't."""
    for path in [root, *root.rglob("*")]:
        if path.is_symlink():
            continue
        is_program = path.is_dir() or path.name in ("reader", "pandoc")
        path.chmod(0o755 if is_program else 0o644)


def _gzip(path: Path, text: str) -> None:
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def main() -> None:
    """Build and print where."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--bundle", type=Path, default=PROJECT / "dist" / "reader")
    parser.add_argument("--out", type=Path, default=PROJECT / "dist")
    parser.add_argument("--compression", default="xz", help="zstd is quicker and a third larger")
    options = parser.parse_args()
    package = build(
        options.bundle.absolute(), options.out.absolute(), compression=options.compression
    )
    print(f"{package}: {package.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
