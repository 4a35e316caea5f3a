"""An ONNX graph put together node by node, with onnxruntime's fused operators and weights in 8 bits.

Written by hand, the graph has a third of the nodes that a traced one has; for windows as short as a
paragraph the time of a pass is in the number of nodes as much as in the products.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

FUSED = "com.microsoft"
# Weights keep to 7 bits, so that sums of 8-bit products do not saturate on processors without VNNI.
_MOST = 64
_OPSET = 17
Axes = Sequence[str | int]  # a name where the size is free


class Graph:
    """Nodes and constants in the order they are added. Values are known by name.

    quantise: products with 8-bit weights, one scale a column, and of the values, one scale a call;
    tables have one a row.
    """

    def __init__(self, quantise: bool = True) -> None:
        self.quantise = quantise
        self._nodes: list[onnx.NodeProto] = []
        self._constants: dict[str, onnx.TensorProto] = {}

    def add(
        self, op: str, *inputs: str, fused: bool = False, out: Sequence[str] = (), **about: object
    ) -> str:
        """Add a node; the name of its first output. fused: an operator of onnxruntime's own."""
        names = list(out) or [f"v{len(self._nodes)}"]
        domain = FUSED if fused else ""
        self._nodes.append(helper.make_node(op, inputs, names, domain=domain, **about))
        return names[0]

    def constant(self, values: object, dtype: type = np.float32) -> str:
        """Add a constant; its name."""
        array: NDArray[Any] = np.ascontiguousarray(_array(values), dtype=dtype)
        name = f"c{len(self._constants)}"
        self._constants[name] = numpy_helper.from_array(array, name)
        return name

    def linear(self, x: str, layer: nn.Linear, out: Sequence[str] = ()) -> str:
        """x @ weight + bias."""
        weight, bias = _array(layer.weight).T, self.constant(layer.bias)
        if not self.quantise:
            return self.add("Add", self.add("MatMul", x, self.constant(weight)), bias, out=out)
        w, scale = _in_8_bits(weight, axis=0, most=_MOST)
        given = (self.constant(w, np.int8), self.constant(scale), "", bias)
        return self.add("DynamicQuantizeMatMul", x, *given, fused=True, out=out)

    def norm(self, x: str, layer: nn.LayerNorm) -> str:
        """Layer normalisation."""
        given = (self.constant(layer.weight), self.constant(layer.bias))
        return self.add("LayerNormalization", x, *given, axis=-1, epsilon=layer.eps)

    def rows(self, table: Tensor, index: str) -> str:
        """Rows of a table of vectors."""
        if not self.quantise:
            return self.add("Gather", self.constant(table), index)
        values, scale = _in_8_bits(_array(table), axis=1, most=127)
        found = self.add("Gather", self.constant(values, np.int8), index)
        scales = self.add("Gather", self.constant(scale[:, None]), index)
        return self.add("Mul", self.add("Cast", found, to=TensorProto.FLOAT), scales)

    def write(self, path: Path, inputs: Mapping[str, Axes], outputs: Mapping[str, Axes]) -> None:
        """Write the graph, checked. An input of one axis holds whole numbers, all else floats."""
        kinds = {n: TensorProto.INT64 if len(axes) == 1 else TensorProto.FLOAT for n, axes in inputs.items()}
        info = helper.make_tensor_value_info
        graph = helper.make_graph(
            self._nodes, path.stem,
            [info(n, kinds[n], axes) for n, axes in inputs.items()],
            [info(n, TensorProto.FLOAT, axes) for n, axes in outputs.items()],
            list(self._constants.values()),
        )  # fmt: skip
        opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(FUSED, 1)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=8)
        onnx.checker.check_model(model)
        path.write_bytes(model.SerializeToString())


def _array(values: object) -> NDArray[np.generic]:
    return values.detach().numpy() if isinstance(values, Tensor) else np.asarray(values)


def _in_8_bits(
    weight: NDArray[np.generic], axis: int, most: int
) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Whole numbers of -most..most and the scale of each row or column, one for all along the axis."""
    scale = np.maximum(np.abs(weight).max(axis=axis, keepdims=True), 1e-12) / most
    values = np.round(weight / scale).astype(np.int8)
    return values, scale.squeeze(axis).astype(np.float32)
