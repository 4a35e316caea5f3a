"""Calibration error, AUC and the upper half, by hand."""

import pytest

from claimwire.score.reliability import auc, bands, calibration_error, upper_half


def test_bands_count_and_share():
    rated = [(0.92, True), (0.98, False), (0.15, False)]
    assert [(b.low, b.size, round(b.mean, 2), b.right) for b in bands(rated)] == [
        (0.1, 1, 0.15, 0.0),
        (0.9, 2, 0.95, 0.5),
    ]


def test_the_error_is_the_mean_distance_over_claims():
    # two claims 0.45 above their share, one 0.15 above
    assert calibration_error([(0.92, True), (0.98, False), (0.15, False)]) == pytest.approx(35.0)
    assert calibration_error([]) == 0.0


@pytest.mark.parametrize(
    ("rated", "area"),
    [
        ([(0.9, True), (0.1, False)], 1.0),
        ([(0.1, True), (0.9, False)], 0.0),
        ([(0.5, True), (0.5, False)], 0.5),
        ([(0.9, True), (0.5, True), (0.7, False)], 0.5),
        ([(0.9, True)], None),
    ],
)
def test_auc(rated, area):
    assert auc(rated) == area


def test_the_upper_half():
    assert upper_half([(0.9, True), (0.8, False), (0.2, False), (0.1, True)]) == 0.5
    assert upper_half([(0.9, True)]) is None
