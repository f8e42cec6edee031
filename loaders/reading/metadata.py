"""The day of publication as metadata state it."""

import re
from email.utils import parsedate

from graph.dates import event_date

_DAY = re.compile(
    r"\s*(?P<year>(?:19|20)\d\d)(?P<separator>[-/.年]?)(?P<month>\d\d?)(?:(?P=separator)|月)(?P<day>\d\d?)(?!\d)"
)
_MONTH = re.compile(r"\s*(?P<year>(?:19|20)\d\d)[-/.年](?P<month>\d\d?)月?\s*")


def stated_day(value: str) -> str | None:
    """The EDTF day (or month, where no more is stated) that begins ``value``: ISO 8601, RFC 2822, 2024年4月19日.

    The time of day is dropped and no time zone is applied, since the day is what the publisher wrote. None if there is
    no such date.
    """
    if match := _DAY.match(value):
        stated = f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
    elif match := _MONTH.fullmatch(value):
        stated = f"{match['year']}-{int(match['month']):02}"
    elif mail := parsedate(value):
        stated = f"{mail[0]:04}-{mail[1]:02}-{mail[2]:02}"
    else:
        return None
    try:
        event_date(stated)
    except ValueError:
        return None
    return stated
