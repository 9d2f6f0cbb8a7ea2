"""Write resources/map/countries.tsv: outlines of the countries, for the map on an entity's page.

`pip install --no-deps -r packaging/map/requirements.txt`, then `python packaging/map/build.py`.

The outlines are Natural Earth's at 1:110 million (public domain), as geopandas carried them. A line
a country: its ISO 3166-1 code and its rings, parted by ";", each "longitude,latitude" a point in
degrees. What is too small for an outline there has one point: its largest city in the gazetteer.
"""

import importlib.util
import itertools
from pathlib import Path

import shapefile  # pyshp

ROOT = Path(__file__).resolve().parent.parent.parent
GAZETTEER = ROOT / "resources" / "gazetteer"
TARGET = ROOT / "resources" / "map" / "countries.tsv"

# Natural Earth draws who governs; a map by ISO 3166 has these within the state of that code.
WITHIN = {"CYN": "CY", "SOL": "SO"}
BY_NAME = {"Kosovo": "XK"}


def main() -> None:
    """Write the file."""
    countries = outlines()
    for code, point in capitals().items():
        countries.setdefault(code, [[point]])
    lines = [
        code + "\t" + ";".join(" ".join(f"{x:.6g},{y:.6g}" for x, y in ring) for ring in rings)
        for code, rings in sorted(countries.items())
    ]
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(countries)} countries, {TARGET.stat().st_size:,} bytes")


def outlines() -> dict[str, list[list[tuple[float, float]]]]:
    """Return the rings of each country of Natural Earth, in hundredths of degrees."""
    package = importlib.util.find_spec("geopandas")  # not imported: it needs far more
    assert package is not None
    assert package.origin is not None
    source = Path(package.origin).parent / "datasets/naturalearth_lowres/naturalearth_lowres"
    two_letters = codes()
    countries: dict[str, list[list[tuple[float, float]]]] = {}
    with shapefile.Reader(str(source)) as reader:
        for found in reader.iterShapeRecords():
            code = found.record["iso_a3"]
            code = WITHIN.get(code) or BY_NAME.get(found.record["name"]) or two_letters[code]
            rings = countries.setdefault(code, [])
            parts = [*found.shape.parts, len(found.shape.points)]
            for start, end in itertools.pairwise(parts):
                ring = thinned(found.shape.points[start:end])
                if len(ring) > 3:  # else it is no area any more
                    rings.append(ring)
    return countries


def thinned(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return points rounded to hundredths of degrees, none twice in a row."""
    ring: list[tuple[float, float]] = []
    for x, y in points:
        point = (round(x, 2), round(y, 2))
        if not ring or ring[-1] != point:
            ring.append(point)
    return ring


def codes() -> dict[str, str]:
    """Return the codes of two letters by those of three."""
    lines = (GAZETTEER / "codes.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t")[:2] for line in lines)


def capitals() -> dict[str, tuple[float, float]]:
    """Return where the largest city of each country lies, longitude first."""
    largest: dict[str, tuple[float, tuple[float, float]]] = {}
    for line in (GAZETTEER / "entities.tsv").read_text("utf-8").splitlines():
        _, kind, _, code, place, size, *_ = [*line.split("\t"), "", "", ""]
        if not kind and code and place and size:
            latitude, longitude = map(float, place.split(","))
            found = (float(size), (longitude, latitude))
            largest[code] = max(largest.get(code, found), found)
    return {code: point for code, (_, point) in largest.items()}


if __name__ == "__main__":
    main()
