"""Build the self-contained folder and its archive: `python packaging/bundle/build.py [--out dist]`.

Run it in an environment that has the program and PyInstaller:
`python3 -m venv .venv-bundle`, then
`.venv-bundle/bin/pip install . -r packaging/bundle/requirements.txt`.
Printed are the sizes of the folder, of what is largest in it, and of the archive.
"""

import argparse
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from reader import __version__

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]

LARGEST = 12
FEWEST_NAMES = 4  # that are found in a sample


def build(out: Path) -> Path:
    """Build the folder `reader` in `out`, and return it."""
    work = out / "work"
    if sys.platform != "linux":
        drawing = PROJECT / "packaging" / "desktop" / "icons.py"
        subprocess.run([sys.executable, str(drawing), str(work / "icons")], check=True)
    command = [
        sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN",
        f"--distpath={out}", f"--workpath={work}", str(HERE / "reader.spec"),
    ]  # fmt: skip
    subprocess.run(command, check=True, cwd=PROJECT)
    shutil.rmtree(work)
    return out / "reader"


def strip(folder: Path) -> None:
    """Take the tables for debuggers out of compiled modules; nothing where there is no `strip`.

    The libraries that wheels bring in folders `*.libs` don't survive that, nor may they need it.
    """
    if shutil.which("strip") is None or sys.platform != "linux":
        return
    for path in folder.rglob("*.so*"):
        if path.is_symlink() or any(part.endswith(".libs") for part in path.parts):
            continue
        subprocess.run(["strip", "--strip-debug", str(path)], check=False, capture_output=True)


def try_out(folder: Path) -> None:
    """Have the bundle find the names in the sample, in every format; fail where it doesn't."""
    program = folder / ("reader.exe" if sys.platform == "win32" else "reader")
    samples = sorted((PROJECT / "seeds").glob("muestra.*"))
    with tempfile.TemporaryDirectory() as home:
        environment = {"HOME": home, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
        for sample in samples:
            found = subprocess.run(
                [str(program), "entities", str(sample)],
                capture_output=True, check=False, env=environment, text=True, timeout=120,
            )  # fmt: skip
            if found.returncode or len(found.stdout.splitlines()) < FEWEST_NAMES:
                sys.exit(f"{sample.name}: {found.stdout}{found.stderr}")
    print(f"tried on {len(samples)} samples")


def archive(folder: Path) -> Path:
    """Pack the folder as `reader-VERSION-SYSTEM-MACHINE.tar.gz` beside it, and return that."""
    name = f"reader-{__version__}-{platform.system().lower()}-{platform.machine().lower()}"
    path = folder.parent / f"{name}.tar.gz"
    with tarfile.open(path, "w:gz", compresslevel=9) as packed:
        packed.add(folder, name)
    return path


def sizes(folder: Path) -> Counter[str]:
    """Return how many bytes each part of the bundle has, by the first two folders of its files."""
    found: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            parts = path.relative_to(folder).parts
            found["/".join(parts[1:3] if parts[0] == "_internal" else parts[:1])] += (
                path.stat().st_size
            )
    return found


def main() -> None:
    """Build, pack and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--out", type=Path, default=PROJECT / "dist")
    out = parser.parse_args().out.absolute()
    folder = build(out)
    strip(folder)
    try_out(folder)
    counted = sizes(folder)
    print(f"{folder}: {sum(counted.values()) / 1e6:.0f} MB")
    for name, size in counted.most_common(LARGEST):
        print(f"  {size / 1e6:6.1f} MB  {name}")
    path = archive(folder)
    print(f"{path}: {path.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
