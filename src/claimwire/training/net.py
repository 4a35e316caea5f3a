"""The network: BERT's encoder as it was pretrained, and a head for each question."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from claimwire.encoder.labels import ROLES, SCOPES, TAGS
from claimwire.encoder.pieces import SHAPES
from claimwire.encoder.windows import QUOTE_STATES

FRAME_WIDTH = 256
LINK_WIDTH = 128
DISTANCES = 24
NEAREST = 64  # positions beside a cue that have a vector of their own, each side


@dataclass(frozen=True, slots=True)
class Size:
    """The shape of the encoder."""

    width: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    positions: int = 512
    vocabulary: int = 30522


class Layer(nn.Module):
    """One layer of the encoder: attention, then two products, each with its residual (post-norm)."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.heads = size.heads
        self.qkv = nn.Linear(size.width, 3 * size.width)
        self.out = nn.Linear(size.width, size.width)
        self.norm1 = nn.LayerNorm(size.width, eps=1e-12)
        self.up = nn.Linear(size.width, size.inner)
        self.down = nn.Linear(size.inner, size.width)
        self.norm2 = nn.LayerNorm(size.width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """x: windows x pieces x width; mask: added to the attention scores."""
        b, n, w = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        if torch.onnx.is_in_onnx_export():
            score = q @ k.transpose(-1, -2) * (w // self.heads) ** -0.5
            seen = score.softmax(-1) @ v
        else:
            seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.out(seen.transpose(1, 2).reshape(b, n, w)))
        return self.norm2(x + self.down(F.gelu(self.up(x))))


class Encoder(nn.Module):
    """Pieces, their word's case shape and whether it is quoted, to a vector a piece."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.words = nn.Embedding(size.vocabulary, size.width)
        self.positions = nn.Embedding(size.positions, size.width)
        self.norm = nn.LayerNorm(size.width, eps=1e-12)
        self.shapes = nn.Embedding(SHAPES, size.width)
        self.quoted = nn.Embedding(QUOTE_STATES, size.width)
        for added in (self.shapes, self.quoted):
            nn.init.normal_(added.weight, std=0.02)
        self.layers = nn.ModuleList(Layer(size) for _ in range(size.layers))
        self.drop = nn.Dropout(0.1)

    def forward(self, pieces: Tensor, shapes: Tensor, quoted: Tensor, mask: Tensor | None = None) -> Tensor:
        """All arguments windows x pieces; mask: True where there is a piece."""
        place = torch.arange(pieces.shape[1], device=pieces.device)
        x = (
            self.norm(self.words(pieces) + self.positions(place)[None])
            + self.shapes(shapes)
            + self.quoted(quoted)
        )
        x = self.drop(x)
        added = None
        if mask is not None:
            added = torch.zeros(mask.shape, dtype=x.dtype).masked_fill(~mask, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, added)
        return x


class Frames(nn.Module):
    """For a cue, the role of each word of its window: two layers that know where the cue stands."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.down = nn.Linear(width, FRAME_WIDTH)
        self.cue = nn.Linear(width, FRAME_WIDTH)
        self.place = nn.Embedding(2 * NEAREST + 1, FRAME_WIDTH)
        self.at = nn.Embedding(2, FRAME_WIDTH)
        self.scope = nn.Embedding(len(SCOPES), FRAME_WIDTH)
        for e in (self.place, self.at):
            nn.init.normal_(e.weight, std=0.02)
        nn.init.zeros_(self.scope.weight)
        size = Size(FRAME_WIDTH, 2, 4, 512)
        self.layers = nn.ModuleList(Layer(size) for _ in range(size.layers))
        self.norm = nn.LayerNorm(FRAME_WIDTH)
        self.out = nn.Linear(FRAME_WIDTH, len(ROLES))

    def forward(self, words: Tensor, cue: Tensor, scope: Tensor, mask: Tensor | None = None) -> Tensor:
        """words: cues x words x width; cue: the cue's index in each; scope: 0 or 1 each. Logits a word."""
        n = words.shape[1]
        at = words.gather(1, cue[:, None, None].expand(-1, 1, words.shape[-1]))
        away = torch.arange(n, device=words.device)[None] - cue[:, None]
        x = self.down(words) + self.cue(at) + self.place(bucket(away)) + self.at((away == 0).long())
        x = x + self.scope(scope)[:, None]
        added = None
        if mask is not None:
            added = torch.zeros(mask.shape, dtype=x.dtype).masked_fill(~mask, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, added)
        return self.out(self.norm(x))


def bucket(away: Tensor) -> Tensor:
    """Signed distances as indices: each of the nearest its own, farther ones by powers of two."""
    far = 24 + 8 * torch.log2(away.abs().clamp(min=1).float() / 24)
    size = torch.where(away.abs() < 24, away.abs().float(), far).clamp(max=NEAREST)
    return (torch.sign(away) * size.long() + NEAREST).long()


class Net(nn.Module):
    """The encoder and all heads."""

    def __init__(self, size: Size | None = None) -> None:
        super().__init__()
        size = size or Size()
        self.encoder = Encoder(size)
        self.drop = nn.Dropout(0.1)
        self.names = nn.Linear(size.width, len(TAGS))
        self.cue = nn.Linear(size.width, size.width)
        self.cues = nn.Linear(size.width, len(SCOPES))
        self.frames = Frames(size.width)
        self.seeker = nn.Linear(size.width, LINK_WIDTH)
        self.sought = nn.Linear(size.width, LINK_WIDTH)
        self.nobody = nn.Linear(size.width, 1)
        self.distance = nn.Embedding(DISTANCES, 1)  # used in training only
        nn.init.zeros_(self.distance.weight)

    def vectors(
        self, pieces: Tensor, shapes: Tensor, quoted: Tensor, first: Tensor, mask: Tensor | None
    ) -> Tensor:
        """A vector a word: its first piece's. first: windows x words, index of that piece."""
        x = self.encoder(pieces, shapes, quoted, mask)
        return self.drop(x.gather(1, first[..., None].expand(-1, -1, x.shape[-1])))

    def cue_logits(self, words: Tensor) -> Tensor:
        """windows x words x 2: how likely a word begins a cue, in each scope."""
        return self.cues(self.drop(F.gelu(self.cue(words))))


def load_base(net: Net, path: Path) -> None:
    """Fill the encoder with the pretrained weights of a BERT checkpoint (model.safetensors)."""
    held = read_safetensors(path)
    e = net.encoder
    with torch.no_grad():
        e.words.weight.copy_(held["embeddings.word_embeddings.weight"])
        e.positions.weight.copy_(
            held["embeddings.position_embeddings.weight"] + held["embeddings.token_type_embeddings.weight"][0]
        )
        e.norm.weight.copy_(held["embeddings.LayerNorm.weight"])
        e.norm.bias.copy_(held["embeddings.LayerNorm.bias"])
        for k, layer in enumerate(e.layers):
            at = f"encoder.layer.{k}."
            for kind in ("weight", "bias"):
                parts = [held[f"{at}attention.self.{n}.{kind}"] for n in ("query", "key", "value")]
                getattr(layer.qkv, kind).copy_(torch.cat(parts))
                for own, theirs in (
                    (layer.out, "attention.output.dense"),
                    (layer.norm1, "attention.output.LayerNorm"),
                    (layer.up, "intermediate.dense"),
                    (layer.down, "output.dense"),
                    (layer.norm2, "output.LayerNorm"),
                ):
                    getattr(own, kind).copy_(held[f"{at}{theirs}.{kind}"])


def read_safetensors(path: Path) -> dict[str, Tensor]:
    """The float tensors of a safetensors file (a JSON header behind its length, then the numbers)."""
    raw = path.read_bytes()
    size = int.from_bytes(raw[:8], "little")
    header = json.loads(raw[8 : 8 + size])
    out = {}
    for name, about in header.items():
        if name == "__metadata__" or about["dtype"] != "F32":
            continue
        a, b = about["data_offsets"]
        data = bytearray(raw[8 + size + a : 8 + size + b])
        out[name] = torch.frombuffer(data, dtype=torch.float32).view(about["shape"])
    return out
