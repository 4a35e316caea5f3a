"""The fitted network as two ONNX files in 8 bits: the encoder with its heads, and the frames of a cue."""

from __future__ import annotations

import tempfile
from pathlib import Path

import torch
from torch import Tensor, nn

from claimwire.training.net import Net

ENCODER, FRAMES = "encoder.onnx", "frames.onnx"
ENCODER_OUTPUTS = ("vectors", "names", "cues", "seeker", "sought", "nobody")


class _Reader(nn.Module):
    """One window through the encoder and the heads that look at each word alone."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(self, pieces: Tensor, shapes: Tensor, quoted: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """pieces, shapes, quoted: one a piece; first: the first piece of each word. Outputs: a row a word."""
        net = self.net
        x = net.encoder(pieces[None], shapes[None], quoted[None])[0].index_select(0, first)
        return x, net.names(x), net.cue_logits(x), net.seeker(x), net.sought(x), net.nobody(x)[:, 0]


class _Frame(nn.Module):
    """The roles of a window's words for one cue."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.frames = net.frames

    def forward(self, words: Tensor, cue: Tensor, scope: Tensor) -> Tensor:
        """words: words x width; cue, scope: one number each. Logits: words x roles."""
        return self.frames(words[None], cue, scope)[0]


def export(net: Net, folder: Path, quantise: bool = True) -> None:
    """Write both files to the folder; with quantise=False in floats, to compare with."""
    net.eval()
    folder.mkdir(parents=True, exist_ok=True)
    n, words = 9, 7
    ids = torch.arange(n) + 1000
    zeros = torch.zeros(n, dtype=torch.long)
    width = net.encoder.positions.weight.shape[1]
    todo = (
        (
            ENCODER, _Reader(net), (ids, zeros, zeros, torch.arange(words) + 1),
            ("pieces", "shapes", "quoted", "first"), ENCODER_OUTPUTS,
            {"pieces": {0: "n"}, "shapes": {0: "n"}, "quoted": {0: "n"}, "first": {0: "w"}},
        ),
        (
            FRAMES, _Frame(net), (torch.randn(words, width), torch.tensor([2]), torch.tensor([0])),
            ("words", "cue", "scope"), ("roles",), {"words": {0: "w"}},
        ),
    )  # fmt: skip
    for name, module, arguments, inputs, outputs, axes in todo:
        with tempfile.TemporaryDirectory() as work:
            whole = Path(work, "float.onnx")
            torch.onnx.export(
                module.eval(), arguments, str(whole), input_names=list(inputs), output_names=list(outputs),
                dynamic_axes=axes | {o: {0: "w"} for o in outputs}, opset_version=17, dynamo=False,
            )  # fmt: skip
            _write(whole, folder / name, quantise)


def _write(whole: Path, to: Path, quantise: bool) -> None:
    if not quantise:
        to.write_bytes(whole.read_bytes())
        return
    from onnxruntime.quantization import QuantType, quantize_dynamic

    # Per channel keeps a cosine of 0.99 with the floats (per tensor: 0.95); a reduced range keeps sums of
    # 8-bit products from saturating on processors without VNNI.
    quantize_dynamic(
        str(whole), str(to), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8,
        extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip
