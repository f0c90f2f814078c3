"""Units of one dimension: what a value is in the same unit as another, by the exact factors of the units."""

from __future__ import annotations

from typing import NamedTuple

# Factors to the first unit of each dimension. Foot, pound and gallon as agreed internationally in 1959 (imperial
# gallon: Units of Measurement Regulations 1995); a ton and a barrel are left out: they differ by country and trade.
_DIMENSIONS: dict[str, dict[str, float]] = {
    "distance": {
        "metre": 1.0, "kilometre": 1e3, "centimetre": 1e-2, "millimetre": 1e-3, "micrometre": 1e-6, "nanometre": 1e-9,
        "mile": 1609.344, "nautical mile": 1852.0, "foot": 0.3048, "inch": 0.0254, "yard": 0.9144, "furlong": 201.168,
    },
    "weight": {
        "kilogram": 1.0, "gram": 1e-3, "milligram": 1e-6, "microgram": 1e-9, "tonne": 1e3, "megatonne": 1e9,
        "pound-mass": 0.45359237, "ounce": 0.028349523125, "stone": 6.35029318,
    },
    "area": {"hectare": 1e4, "acre": 4046.8564224},
    "volume": {"litre": 1.0, "millilitre": 1e-3, "centilitre": 1e-2},
    "time": {
        "second": 1.0, "millisecond": 1e-3, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "week": 604800.0,
        "fortnight": 1209600.0,
    },
    "years": {"month": 1.0, "quarter": 3.0, "year": 12.0, "decade": 120.0, "century": 1200.0, "millennium": 12000.0},
    "speed": {"kilometre per hour": 1.0, "mile per hour": 1.609344, "knot": 1.852, "metre per second": 3.6},
    "power": {"watt": 1.0, "kilowatt": 1e3, "megawatt": 1e6, "gigawatt": 1e9, "terawatt": 1e12},
    "energy": {"kilowatt-hour": 1.0, "megawatt-hour": 1e3, "gigawatt-hour": 1e6, "terawatt-hour": 1e9},
    "data": {"kilobyte": 1.0, "megabyte": 1e3, "gigabyte": 1e6, "terabyte": 1e9},
}  # fmt: skip
_POWERS = {"square ": (2, "area"), "cubic ": (3, "volume")}
_LITRES = 1e3  # a cubic metre
_SHIFTED = {"fahrenheit": (5 / 9, -160 / 9), "kelvin": (1.0, -273.15), "celsius": (1.0, 0.0)}


class Measure(NamedTuple):
    """A dimension, and what a value in the unit is in the dimension's first unit: ``factor * value + shift``."""

    dimension: str
    factor: float
    shift: float = 0.0

    def of(self, value: float) -> float:
        """The value in the first unit of the dimension."""
        return self.factor * value + self.shift


def measure(unit: str) -> Measure | None:
    """The dimension of a unit of measurement, or None where it has none here.

    >>> measure("mile").of(12) / 1000, measure("square foot").dimension, measure("dollar")
    (19.312128, 'area', None)
    """
    if unit in _SHIFTED:
        return Measure("temperature", *_SHIFTED[unit])
    for power, (exponent, dimension) in _POWERS.items():
        side = _DIMENSIONS["distance"].get(unit.removeprefix(power)) if unit.startswith(power) else None
        if side is not None:
            return Measure(dimension, side**exponent * (_LITRES if exponent > 2 else 1.0))
    for dimension, units in _DIMENSIONS.items():
        if unit in units:
            return Measure(dimension, units[unit])
    return None
