"""NumPy's BLAS: the same numbers and names as without it."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from thinc.api import NumpyOps, get_current_ops, set_current_ops, use_ops

from reader.recognition.blas import numpy_blas
from reader.recognition.model import BUILT_IN, find_model, import_spacy, load


@pytest.mark.parametrize("transposed", [(False, False), (True, False), (False, True)])
def test_numpy_blas_multiplies_as_blis_does(transposed: tuple[bool, bool]) -> None:
    random = np.random.default_rng(7)
    for rows, inner, columns in ((1, 96, 128), (40, 128, 3), (333, 64, 200)):
        x = random.normal(size=(rows, inner)).astype("float32")
        y = random.normal(size=(inner, columns)).astype("float32")
        x, y = (x.T if transposed[0] else x), (y.T if transposed[1] else y)
        options = {"trans1": transposed[0], "trans2": transposed[1]}
        blis: Any = NumpyOps(use_blis=True)
        with numpy_blas():
            ops: Any = get_current_ops()
        assert not ops.use_blis
        wanted = blis.gemm(x, y, **options)
        np.testing.assert_allclose(ops.gemm(x, y, **options), wanted, rtol=1e-4, atol=1e-4)


def test_numpy_blas_leaves_the_backend_as_it_was() -> None:
    before = get_current_ops()
    with numpy_blas():
        assert get_current_ops() is not before
    assert get_current_ops() is before


def test_numpy_blas_leaves_another_backend_alone() -> None:
    class Other(NumpyOps):
        """As Apple's is."""

    before = get_current_ops()
    try:
        set_current_ops(other := Other())
        with numpy_blas():
            assert get_current_ops() is other
    finally:
        set_current_ops(before)


@pytest.mark.model
def test_numpy_blas_finds_the_same_names(article_path: Path) -> None:
    info = find_model(BUILT_IN)
    with use_ops("numpy", use_blis=True):
        plain = import_spacy().load(info.folder)
    text = article_path.read_text("utf-8")
    wanted = [(e.start_char, e.end_char, e.label_) for e in plain(text).ents]
    found = [(e.start_char, e.end_char, e.label_) for e in load(info)(text).ents]
    assert found == wanted
    assert len(found) > 5


@pytest.mark.parametrize(("given", "wanted"), [(None, "1"), ("3", "3")])
def test_limit_threads_leaves_a_choice_to_the_user(given: str | None, wanted: str) -> None:
    environment = {k: v for k, v in os.environ.items() if not k.endswith("_NUM_THREADS")}
    if given:
        environment["OPENBLAS_NUM_THREADS"] = given
    code = (
        "import os; from reader.recognition.blas import limit_threads; limit_threads();"
        "print(os.environ['OPENBLAS_NUM_THREADS'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.strip() == wanted
