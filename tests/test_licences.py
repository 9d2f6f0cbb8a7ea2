from reader.licences import libraries


def test_licences_of_all_that_the_program_needs_are_known() -> None:
    found = {library.name.lower().replace("_", "-"): library for library in libraries()}
    for name in ("pyside6-essentials", "shiboken6", "spacy", "thinc", "numpy", "sqlite-utils"):
        assert name in found
    assert "reader" not in found
    assert "pytest" not in found
    assert [name for name, library in found.items() if not library.licence] == []
    without_text = {name for name, library in found.items() if not library.text}
    assert len(without_text) < len(found) / 3
    assert "Permission is hereby granted" in found["spacy"].text


def test_licences_are_free_ones() -> None:
    """Each may be part of a program under the GPL, version 3."""
    known = (
        *("mit", "bsd", "apache", "lgpl", "gpl", "mozilla", "mpl", "isc", "python software", "psf"),
        *("unlicense", "public domain", "zlib", "0bsd", "historical permission"),
    )
    for library in libraries():
        assert any(word in library.licence.lower() for word in known), library


def test_licences_of_nothing_are_none() -> None:
    assert libraries("no-such-package-at-all") == []
