"""The Wilson score interval of a share (Wilson 1927, JASA 22, p. 209): sound for small samples and shares near 0 or 1."""

from __future__ import annotations

from math import nan, sqrt
from statistics import NormalDist


def wilson(good: int, n: int, confidence: float = 0.95) -> tuple[float, float]:
    """Lower and upper bound of the share `good / n`, each in 0–1; (NaN, NaN) when there are no observations."""
    if n == 0:
        return nan, nan
    z = NormalDist().inv_cdf(0.5 + confidence / 2)
    p = good / n
    middle = p + z * z / (2 * n)
    reach = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    scale = 1 + z * z / n
    return max(0.0, (middle - reach) / scale), min(1.0, (middle + reach) / scale)
