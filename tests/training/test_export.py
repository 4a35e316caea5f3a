"""The graph that is written beside the network that was fitted: the same numbers, without 8 bits."""

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

import onnxruntime  # noqa: E402

from claimwire.training import export as exporting  # noqa: E402
from claimwire.training.net import Net, Size  # noqa: E402

PIECES, FIRST = [5, 9, 9, 40, 7, 31, 6], [1, 3, 4, 5]
SHAPES, QUOTED = [0, 2, 2, 1, 4, 7, 0], [0, 0, 0, 1, 1, 2, 0]


@pytest.fixture(scope="module")
def net():
    torch.manual_seed(1)
    made = Net(Size(width=24, layers=2, heads=2, inner=32, positions=300, vocabulary=50)).eval()
    with torch.no_grad():
        for p in made.parameters():
            p += 0.1 * torch.randn_like(p)
    return made


@pytest.fixture(scope="module", params=[False, True], ids=["float", "8 bits"])
def written(net, request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("weights")
    exporting.export(net, folder, quantise=request.param)
    encoder, frames = (onnxruntime.InferenceSession(folder / n) for n in ("encoder.onnx", "frames.onnx"))
    return encoder, frames, 0.2 if request.param else 1e-4  # of the standard deviation


def test_words_have_the_vectors_and_answers_of_the_network(net, written):
    encoder, _, tolerance = written
    given = {"pieces": PIECES, "shapes": SHAPES, "quoted": QUOTED, "first": FIRST}
    found = encoder.run(None, {k: np.array(v) for k, v in given.items()})
    with torch.no_grad():
        x = net.vectors(*(torch.tensor(v)[None] for v in given.values()), None)[0]
        wanted = [x, net.names(x), net.cue_logits(x)]
    for a, b in zip(found, wanted, strict=True):
        assert a.shape == b.shape
        assert np.abs(a - b.numpy()).mean() < tolerance * b.std()


@pytest.mark.parametrize("scope", [0, 1])
def test_cues_of_a_window_have_the_roles_of_the_network(net, written, scope):
    _, frames, tolerance = written
    words, cues = torch.randn(130, 24), [0, 129, 64]
    given = {"words": words.numpy(), "cue": np.array(cues), "scope": np.array([scope])}
    (found,) = frames.run(None, given)
    with torch.no_grad():
        wanted = net.frames(words.expand(3, -1, -1), torch.tensor(cues), torch.tensor([scope] * 3))
    assert found.shape == wanted.shape
    assert np.abs(found - wanted.numpy()).mean() < tolerance * wanted.std()
