"""A value of a typed table → the text of its cell."""

import json
from datetime import date, datetime, time
from decimal import Decimal


def say_cell(value: object) -> str:
    """The text that stands for a value in a case: days as ISO dates, whole numbers without a point.

    Nothing is `""`; what is neither text, number, day nor time is written as JSON.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, datetime):
        return value.isoformat() if value.time() != time.min else value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float | Decimal):
        return str(int(value)) if value == value and value % 1 == 0 else str(value)
    return json.dumps(value, ensure_ascii=False, default=str)
