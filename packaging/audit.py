"""Ask whether the libraries that the program is made of have known vulnerabilities.

Run it with the Python of the bundle's environment, `.venv-bundle/bin/python packaging/audit.py`,
after `.venv-bundle/bin/pip install -r packaging/requirements-audit.txt`. It asks `pip-audit`, which
asks PyPI. Where there is no network it looks the libraries up in a list of advisories: that of the
package `safety-db` (CC BY-NC-SA 4.0: for this question alone, it is no part of any package), or one
of the same form given with `--list`. How old the list is gets said, as it knows nothing of what
was found out since.

The exit code is 0 where nothing is known, 1 where something is, 2 where nobody could be asked.
"""

import argparse
import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.utils import canonicalize_name

sys.path.insert(0, str(Path(__file__).parents[1]))
from reader.licences import libraries

NOTHING, SOMETHING, NOBODY = 0, 1, 2

_ABOUT = "$meta"
_LIST = "insecure_full.json"
_WAIT_S = 300
_LONGEST = 200  # characters of an advisory


@dataclass(frozen=True, slots=True)
class Advisory:
    """What is known of a library in a version."""

    name: str
    version: str
    id: str
    words: str


def by_list(known: Mapping[str, Any], used: Mapping[str, str]) -> list[Advisory]:
    """Return what a list of advisories says of libraries, which are versions by name.

    It is an object of lists of objects by the libraries' names, as in `safety-db`: `specs` are
    sets of versions, any of which is meant, beside `id`, `cve` and `advisory`.

    :raises ValueError: where it has another form.
    """
    listed = {canonicalize_name(name): each for name, each in known.items() if name != _ABOUT}
    found: list[Advisory] = []
    for name, version in sorted(used.items()):
        for entry in listed.get(canonicalize_name(name), ()):
            if any(_holds(spec, version) for spec in entry["specs"]):
                known_as = " ".join(filter(None, (entry.get("id"), entry.get("cve"))))
                words = " ".join(str(entry.get("advisory", "")).split())
                found.append(Advisory(name, version, known_as, words[:_LONGEST]))
    return found


def _holds(spec: str, version: str) -> bool:
    try:
        return SpecifierSet(spec).contains(version, prereleases=True)
    except InvalidSpecifier as error:
        raise ValueError(f"no set of versions: {spec!r}") from error


def date_of(known: Mapping[str, Any]) -> date | None:
    """Return the day a list of advisories was made on; None where it doesn't say."""
    about = known.get(_ABOUT)
    stamp = about.get("timestamp") if isinstance(about, dict) else None
    return datetime.fromtimestamp(stamp, UTC).date() if isinstance(stamp, int | float) else None


def by_network(used: Mapping[str, str]) -> list[Advisory] | None:
    """Return what `pip-audit` says of libraries; None where it isn't there or reaches nobody."""
    if importlib.util.find_spec("pip_audit") is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "requirements.txt"
        listed.write_text("".join(f"{name}=={version}\n" for name, version in used.items()))
        asked = subprocess.run(
            [
                *(sys.executable, "-m", "pip_audit", "--no-deps", "--disable-pip", "--strict"),
                *("--progress-spinner=off", "--format=json", f"--requirement={listed}"),
            ],
            capture_output=True, check=False, text=True, timeout=_WAIT_S,
        )  # fmt: skip
    return None if asked.returncode not in (0, 1) else _of_answer(asked.stdout)


def _of_answer(answer: str) -> list[Advisory] | None:
    """Return what is in an answer of `pip-audit`; None where it is none: it failed before."""
    try:
        asked = json.loads(answer)["dependencies"]
        return [
            Advisory(each["name"], each["version"], flaw["id"], flaw["description"][:_LONGEST])
            for each in asked
            for flaw in each["vulns"]
        ]
    except (ValueError, LookupError, TypeError):
        return None


def used_libraries() -> dict[str, str]:
    """Return the versions of the libraries that the program needs to run, by name."""
    return {library.name: library.version for library in libraries()}


def _listed(path: Path | None) -> Mapping[str, Any] | None:
    """Return the list of advisories at `path`, or of the package that has one; None without."""
    if path is None:
        spec = importlib.util.find_spec("safety_db")
        if spec is None or spec.origin is None:
            return None
        path = Path(spec.origin).with_name(_LIST)
    return json.loads(path.read_bytes())


def _tell(found: Iterable[Advisory]) -> Iterator[str]:
    for each in found:
        yield f"{each.name} {each.version}: {each.id}\n    {each.words}"


def main(arguments: list[str] | None = None) -> int:
    """Ask, and print what is known; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--list", type=Path, help="a list of advisories to ask and nobody else")
    options = parser.parse_args(arguments)
    used = used_libraries()
    found = None if options.list else by_network(used)
    asked = "PyPI"
    if found is None:
        known = _listed(options.list)
        if known is None:
            print("PyPI can't be reached, and there is no list: install safety-db.")
            return NOBODY
        made = date_of(known)
        days = f"{(datetime.now(UTC).date() - made).days} days old" if made else "of unknown age"
        asked = f"a list of {len(known)} libraries, of {made or 'no day'} ({days})"
        found = by_list(known, used)
    print(f"asked {asked} about {len(used)} libraries: {len(found)} advisories")
    print("\n".join(_tell(found)), end="\n" if found else "")
    return SOMETHING if found else NOTHING


if __name__ == "__main__":
    sys.exit(main())
