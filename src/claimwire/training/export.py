"""The fitted network as two ONNX files in 8 bits: the encoder with its heads, and the frames of cues."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import nn

from claimwire.encoder.windows import MOST_PIECES
from claimwire.training.graph import Graph
from claimwire.training.net import NEAREST, Encoder, Frames, Layer, Net, bucket

ENCODER, FRAMES = "encoder.onnx", "frames.onnx"
OUTPUTS = ("vectors", "names", "cues")
# Pieces of the longest window, with the two at its ends
_LONGEST = MOST_PIECES + 2


def export(net: Net, folder: Path, quantise: bool = True) -> None:
    """Write both files to the folder; with quantise=False in floats, to compare with."""
    net.eval()
    folder.mkdir(parents=True, exist_ok=True)
    with torch.no_grad():
        _write_encoder(net, folder / ENCODER, quantise)
        _write_frames(net.frames, folder / FRAMES, quantise)


def _write_encoder(net: Net, to: Path, quantise: bool) -> None:
    """One window through the encoder and the heads that look at each word alone.

    Inputs pieces, shapes, quoted: one a piece; first: the first piece of each word. Outputs: a row a word.
    """
    g = Graph(quantise)
    first_axis = g.constant([0], np.int64)
    x = g.add("Unsqueeze", _embedded(g, net.encoder), first_axis)
    *lower, last = net.encoder.layers
    for layer in lower:
        x = _layer(g, x, layer)
    x = g.add("Squeeze", _layer(g, x, last, only="first"), first_axis, out=["vectors"])
    _heads(g, net, x)
    inputs = {"pieces": ["n"], "shapes": ["n"], "quoted": ["n"], "first": ["w"]}
    sizes = (last.out.out_features, net.names.out_features, net.cues.out_features)
    g.write(to, inputs, {n: ["w", size] for n, size in zip(OUTPUTS, sizes, strict=True)})


def _embedded(g: Graph, e: Encoder) -> str:
    """A vector a piece, before the layers."""
    zero = g.constant([0], np.int64)
    place = g.add("Slice", g.constant(e.positions.weight[:_LONGEST]), zero, g.add("Shape", "pieces"))
    x = g.norm(g.add("Add", g.rows(e.words.weight, "pieces"), place), e.norm)
    # one row for each pair of a shape and a state of quotation
    states = e.quoted.num_embeddings
    pairs = (e.shapes.weight[:, None] + e.quoted.weight[None]).flatten(0, 1)
    which = g.add("Add", g.add("Mul", "shapes", g.constant(states, np.int64)), "quoted")
    return g.add("Add", x, g.rows(pairs, which))


def _layer(g: Graph, x: str, layer: Layer, only: str | None = None) -> str:
    """A layer; only: indices of the rows whose answer is wanted."""
    parts = [f"{x}.{n}" for n in ("query", "key", "value")]
    width = g.constant([layer.out.out_features] * 3, np.int64)
    query, key, value = parts
    g.add("Split", g.linear(x, layer.qkv), width, axis=-1, out=parts)
    if only:
        query, x = (g.add("Gather", rows, only, axis=1) for rows in (query, x))
    seen = g.add("MultiHeadAttention", query, key, value, fused=True, num_heads=layer.heads)
    x = g.norm(g.add("Add", x, g.linear(seen, layer.out)), layer.norm1)
    inner = g.add("Gelu", g.linear(x, layer.up), fused=True)
    return g.norm(g.add("Add", x, g.linear(inner, layer.down)), layer.norm2)


def _heads(g: Graph, net: Net, x: str) -> None:
    """The heads, whose products with the vectors are made as one."""
    heads = (net.cue, net.names)
    sizes = g.constant([h.out_features for h in heads], np.int64)
    g.add("Split", g.linear(x, _joined(heads)), sizes, axis=-1, out=["cue", "names"])
    g.linear(g.add("Gelu", "cue", fused=True), net.cues, out=["cues"])


def _joined(layers: tuple[nn.Linear, ...]) -> nn.Linear:
    """Products of the same vectors as one product."""
    out = nn.Linear(layers[0].in_features, sum(layer.out_features for layer in layers))
    out.weight.copy_(torch.cat([layer.weight for layer in layers]))
    out.bias.copy_(torch.cat([layer.bias for layer in layers]))
    return out


def _write_frames(f: Frames, to: Path, quantise: bool) -> None:
    """The roles of one window's words for each of some cues.

    Inputs words: a vector each; cue: indices of words; scope: one number. Output: cues x words x roles.
    """
    g = Graph(quantise)
    one = g.constant([1], np.int64)
    cue = g.linear(g.add("Gather", "words", "cue"), f.cue)
    # whether a word is the cue is part of its place: only the cue is 0 words away
    scope = g.add("Gather", g.constant(f.scope.weight + f.at.weight[0]), "scope")
    cue = g.add("Unsqueeze", g.add("Add", cue, scope), one)
    place = f.place.weight.clone()
    place[NEAREST] += f.at.weight[1] - f.at.weight[0]
    x = g.add("Add", g.linear("words", f.down), cue)
    x = g.add("Add", x, g.rows(place, _buckets(g)))
    for layer in f.layers:
        x = _layer(g, x, layer)
    g.linear(g.norm(x, f.norm), f.out, out=["roles"])
    inputs = {"words": ["w", f.down.in_features], "cue": ["c"], "scope": [1]}
    g.write(to, inputs, {"roles": ["c", "w", f.out.out_features]})


def _buckets(g: Graph) -> str:
    """For each cue and word how far the word is behind the cue, as an index of `Frames.place`."""
    known = g.constant(bucket(torch.arange(-_LONGEST, _LONGEST)), np.int64)
    count = g.add("Squeeze", g.add("Shape", "words", end=1))
    begin = g.constant(_LONGEST, np.int64)
    words = g.add("Range", begin, g.add("Add", count, begin), g.constant(1, np.int64))
    away = g.add("Sub", words, g.add("Unsqueeze", "cue", g.constant([1], np.int64)))
    return g.add("Gather", known, away)
