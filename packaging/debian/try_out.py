"""Install the Debian package into a clean Debian and see that it works there. Run as root.

`python packaging/debian/try_out.py PACKAGE.deb [--suite bookworm] [--out dist/tried]`.

A minimal system is made with debootstrap; the package is installed into it with nothing but what
it depends on, and no library may be missing then. Under Xvfb it opens the user's article, as a
user that isn't root; the names in the library and the colours of the highlights on a picture of the
window are checked. The picture stays in the folder given with `--out`.
"""

import argparse
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

MIRROR = "http://deb.debian.org/debian"
SAMPLE = "/usr/lib/reader/_internal/seeds/rusia-corea-del-norte.txt"
HOME = "/home/ana"
ENTITIES = 14  # that the user's article names
WAIT_S = 90
COLOURED = 400  # pixels of highlights, of some 1.2 million
SCREEN = "1400x900x24"


def main() -> None:
    """Make the system, install, start, look; exit with what is wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("package", type=Path)
    parser.add_argument("--suite", default="bookworm")
    parser.add_argument("--mirror", default=MIRROR)
    parser.add_argument("--out", type=Path, default=Path("dist/tried"))
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    with clean_system(options.suite, options.mirror) as root:
        install(root, options.package)
        check_libraries(root)
        picture = options.out / f"{options.suite}.png"
        start(root, picture)
        check_names(root)
        check_picture(picture)
    print(f"works on {options.suite}; see {picture}")


@contextmanager
def clean_system(suite: str, mirror: str) -> Iterator[Path]:
    """Yield the root of a minimal system that is gone afterwards."""
    root = Path(tempfile.mkdtemp(prefix="reader-root-"))
    try:
        root.chmod(0o755)
        run("debootstrap", "--variant=minbase", suite, str(root), mirror)
        shutil.copy("/etc/resolv.conf", root / "etc/resolv.conf")
        for name in ("apt/apt.conf", "apt/apt.conf.d", "apt/sources.list"):  # the proxy, say
            source = Path("/etc", name)
            if source.is_dir():
                shutil.copytree(source, root / "etc" / name, dirs_exist_ok=True)
        run("mount", "--bind", "/proc", str(root / "proc"))
        run("mount", "--bind", "/dev", str(root / "dev"))
        yield root
    finally:
        for name in ("proc", "dev"):
            subprocess.run(["umount", "-l", str(root / name)], check=False, capture_output=True)
        shutil.rmtree(root, ignore_errors=True)


def install(root: Path, package: Path) -> None:
    """Install the package and what it depends on, no more."""
    shutil.copy(package, root / "tmp/reader.deb")
    inside(root, "apt-get", "update", "-qq")
    inside(root, "apt-get", "install", "-y", "-qq", "--no-install-recommends", "/tmp/reader.deb")
    inside(root, "useradd", "--create-home", "ana")


def check_libraries(root: Path) -> None:
    """Fail where a library of the bundle finds not all that it is linked with."""
    script = (
        "find /usr/lib/reader -name '*.so*' -type f | while read f; do "
        "LD_LIBRARY_PATH=/usr/lib/reader/_internal:/usr/lib/reader/_internal/PySide6/Qt/lib "
        "ldd $f 2>/dev/null | grep 'not found' | sed \"s|^|$f:|\"; done"
    )
    missing = [
        line
        for line in inside(root, "sh", "-c", script).splitlines()
        if not any(part in line for part in OPTIONAL)
    ]
    if missing:
        sys.exit("libraries are missing:\n" + "\n".join(missing))


OPTIONAL = ("platformthemes/libqgtk3", "imageformats/libqtiff")
"""Plug-ins that serve where their libraries are there: GTK's file dialogs, pictures in TIFF."""


def start(root: Path, picture: Path) -> None:
    """Open the sample in a window, wait for its names, photograph it, and close it."""
    inside(root, "apt-get", "install", "-y", "-qq", "--no-install-recommends",
           "xvfb", "xdotool", "imagemagick", "fonts-dejavu-core")  # fmt: skip
    screen = subprocess.Popen(
        ["chroot", str(root), "Xvfb", ":77", "-screen", "0", SCREEN, "-nolisten", "tcp"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    command = f"DISPLAY=:77 HOME={HOME} LANG=C.UTF-8 exec reader {SAMPLE}"
    try:
        time.sleep(2)  # until the screen is there
        program = subprocess.Popen(["chroot", "--userspec=ana", str(root), "sh", "-c", command])
        wait_for_names(root, program)
        time.sleep(2)  # until they are painted
        inside(root, "sh", "-c", "DISPLAY=:77 import -window root /tmp/window.png")
        shutil.copy(root / "tmp/window.png", picture)
        program.terminate()
        if program.wait(20) != 0:
            sys.exit(f"the program ended with {program.returncode}")
    finally:
        screen.kill()
        screen.wait()


def wait_for_names(root: Path, program: subprocess.Popen[bytes]) -> None:
    """Wait until the library holds a finished recognition."""
    end = time.monotonic() + WAIT_S
    while time.monotonic() < end:
        if program.poll() is not None:
            sys.exit(f"the program ended by itself with {program.returncode}")
        with suppress(sqlite3.Error):
            if names(root):
                return
        time.sleep(0.5)
    sys.exit("no names were found in time")


def names(root: Path) -> list[str]:
    """Return the entities of the article's recognition, once that is complete."""
    library = root / HOME[1:] / ".local/share/reader/library.sqlite"
    with closing(sqlite3.connect(f"{library.as_uri()}?mode=ro", uri=True)) as db:
        rows = db.execute(
            """
            SELECT e.name FROM recognized_entities r JOIN entities e ON e.id = r.entity_id
            JOIN recognitions c ON c.id = r.recognition_id WHERE c.complete ORDER BY r.ordinal
            """
        )
        return [row[0] for row in rows]


def check_names(root: Path) -> None:
    """Fail where the article's names aren't those that it has."""
    found = names(root)
    if len(found) != ENTITIES or "Kim Jong Un" not in found:
        sys.exit(f"other names than expected: {found}")


def check_picture(picture: Path) -> None:
    """Fail where no highlights are to be seen: pixels of several tints, of which there are many."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QImage

    image = QImage(str(picture))
    tints: dict[int, int] = {}
    for y in range(0, image.height(), 2):
        for x in range(image.width() // 4, image.width() * 3 // 4, 2):
            colour = image.pixelColor(x, y)
            if 10 <= colour.saturation() <= 90 and colour.value() > 200:
                tints[colour.hue() // 30] = tints.get(colour.hue() // 30, 0) + 1
    if sum(tints.values()) < COLOURED or len(tints) < 3:
        sys.exit(f"{picture} shows no highlights: {tints}")


def inside(root: Path, *command: str) -> str:
    """Run a command in the system; return what it prints."""
    environment = {
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive",
        "LANG": "C.UTF-8", **{k: v for k, v in os.environ.items() if k.endswith("_proxy")},
    }  # fmt: skip
    return run("chroot", str(root), *command, environment=environment)


def run(*command: str, environment: dict[str, str] | None = None) -> str:
    """Run a command; fail with its output where it fails."""
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=environment, timeout=900
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)}:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    return done.stdout


if __name__ == "__main__":
    main()
