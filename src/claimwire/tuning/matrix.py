"""Matrix products of the model's convolution layers by numpy's BLAS.

thinc multiplies with blis, whose wheels lack kernels for newer vector units: numpy's own OpenBLAS was 2.3
to 2.7 times as fast on the processor measured, and these products are a third of a pass.
A row's result must not depend on the rows beside it, else the output would depend on how articles are
gathered into batches. BLAS libraries keep that except for few rows, for which they have other kernels; so
few rows are filled up with zeros.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from spacy.language import Language
from thinc.backends import NumpyOps

MIN_ROWS = 64


class NumpyProducts(NumpyOps):  # type: ignore[misc]
    """thinc's operations on the CPU, with single-precision products by numpy."""

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """x · y, either transposed where told."""
        if x.dtype != np.float32 or y.dtype != np.float32:
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        left, right = x.T if trans1 else x, y.T if trans2 else y
        rows = left.shape[0]
        if rows < MIN_ROWS:
            filled = np.zeros((MIN_ROWS, left.shape[1]), dtype=np.float32)
            filled[:rows] = left
            product = np.ascontiguousarray(np.dot(filled, right)[:rows])
        else:
            product = np.dot(left, right)
        if out is None:
            return product
        out[...] = product
        return out


def use_numpy_products(nlp: Language) -> None:
    """Let the maxout layers of all components multiply by numpy; what runs on a GPU is left as it is."""
    ops = NumpyProducts()
    for _, pipe in nlp.pipeline:
        model: Any = getattr(pipe, "model", None)
        for node in model.walk() if hasattr(model, "walk") else ():
            if node.name == "maxout" and type(node.ops) is NumpyOps:
                node.ops = ops
