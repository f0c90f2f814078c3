"""Quantities: what is counted, measured, paid or shared, as values with their units."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from tellings.read import _relations
from tellings.read._amounts import Amount
from tellings.read._document import Document
from tellings.read._rows import table


class Quantity(NamedTuple):
    """One number with what it measures."""

    start: int
    end: int
    value: float
    unit: str
    change: str
    kind: str
    counted: str | None
    counted_start: int | None
    counted_end: int | None
    restates: int | None
    out_of: int | None
    bound: str | None


class Range(NamedTuple):
    """Two numbers that are the ends of one quantity."""

    start: int
    end: int
    value: float
    to: float
    unit: str
    change: str
    kind: str
    counted: str | None
    counted_start: int | None
    counted_end: int | None
    bound: str | None


def find(document: Document) -> list[Quantity]:
    """The quantities of a document that have one value."""
    return [
        Quantity(
            amount.start,
            amount.end,
            amount.value,
            *_told(document, amount),
            amount.restates,
            amount.out_of,
            _bound(document, amount),
        )
        for amount in document(_relations.find)
        if amount.high is None
    ]


def find_ranges(document: Document) -> list[Range]:
    """The quantities of a document that have two ends."""
    return [
        Range(
            amount.start,
            amount.end,
            amount.value,
            amount.high,
            *_told(document, amount),
            _bound(document, amount),
        )
        for amount in document(_relations.find)
        if amount.high is not None
    ]


def _told(document: Document, amount: Amount) -> tuple[str, str, str, str | None, int | None, int | None]:
    span = amount.counted
    counted = document.text[span[0] : span[1]] if span else None
    return amount.unit or "-", amount.change, amount.kind, counted, *(span or (None, None))


def _bound(document: Document, amount: Amount) -> str | None:
    return " ".join(document.text[slice(*amount.bound)].split()) if amount.bound else None


def quantities(text: str) -> pd.DataFrame:
    """The quantities of a text: counts, shares, sums of money, durations, ages and measures.

    Returns a DataFrame with a row a quantity, in the order of the text:

    ``start``, ``end``, ``text``
        the number with its sign, magnitude and unit; of a count the number alone.
    ``value``
        the number, magnitude included; of a share the number before ``per cent`` (0-100), of a fraction 0-1.
    ``unit``
        one name a unit (``percentage``, ``pound sterling``, ``square metre``, ``dollar per barrel``,
        ``year of age``); of a count the noun phrase counted, its noun in the singular; ``-`` if none is told.
    ``change``
        ``=`` exactly, ``~`` about, ``>`` more than or at least, ``<`` less than or up to, ``up`` and ``down``
        by so much. A bound hides a direction: ``rose by more than 5%`` is ``>``.
    ``kind``
        ``count``, ``percent``, ``money``, ``duration``, ``age``, ``measure`` or ``fraction``; ``member`` is the
        one in ``one of the pupils``, ``one of the best schools``: one of a group, a figure only in form. Leave
        members out wherever figures are lined up.
    ``counted``, ``counted_start``, ``counted_end``
        what is counted: the noun phrase after the number or after its ``of``, else the one before it.
    ``restates``
        the ``start`` of the quantity that this one gives again in another unit: ``€100 (£84)``.
    ``out_of``
        the ``start`` of the quantity that this one is a part of: ``two of its last five inspections``.
    ``bound``
        the words that bound the number, as written (``at least``, ``more than``, ``up to``, ``about``); missing
        where nothing does. They say whether the number itself is within (``at least``) or not (``more than``).

    Not quantities: dates and times (:func:`dates`), ordinals, ranges (:func:`ranges`, since they have two
    values), numbers in names (``No 10``, ``Article 8``), list and telephone numbers, scores of games, and
    idioms (``one-in one-out``, ``one of several``). Units are named after Almasian, Kazakova and Gertz (2023).
    What is counted is told by rule; it misleads most where the noun is far from the number.

    >>> quantities("More than 150 people paid £1.2bn.")[["text", "value", "unit", "change"]].values.tolist()
    [['150', 150.0, 'people', '>'], ['£1.2bn', 1200000000.0, 'pound sterling', '=']]
    """
    return table(text, Document(text)(find), Quantity)


def ranges(text: str) -> pd.DataFrame:
    """The quantities of a text that are told by two ends: ``between 5 and 7 per cent``, ``dozens of people``.

    Returns a DataFrame as :func:`quantities` does, with ``value`` the end named first and ``to`` the other;
    a fall (``from 4.8 to 4.7 per cent``) keeps that order. A loose plural reaches up to ten times itself:
    ``dozens`` is 12 to 120, ``tens of thousands`` 10,000 to 100,000.

    >>> ranges("It takes three or four years.")[["text", "value", "to", "unit"]].values.tolist()
    [['three or four years', 3.0, 4.0, 'year']]
    """
    return table(text, Document(text)(find_ranges), Range)
