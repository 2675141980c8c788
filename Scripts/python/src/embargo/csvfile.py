"""CSV as the program writes it: empty is missing, and numbers read back to the last digit."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, TextIO

import pandas as pd

# From 3.1 on pandas reads every number to the last digit, and would warn of the option.
_IS_EXACT = tuple(int(part) for part in pd.__version__.split(".")[:2]) >= (3, 1)
_EXACT: dict[str, Any] = {} if _IS_EXACT else {"float_precision": "round_trip"}


def read_csv(
    source: str | os.PathLike[str] | TextIO, dtypes: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    """A CSV file as a data frame: an empty field is missing, and words such as NA are text.

    ``dtypes`` has the pandas types of columns; those of others are found by their values.
    """
    return pd.read_csv(
        source, dtype=dtypes, keep_default_na=False,
        na_values=[""], **_EXACT)
