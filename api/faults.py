"""Why a parameter or a body has no meaning: what the library that checks them found, in the words of this service."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

_NUMBER, _WHOLE, _TEXT = "a number is expected", "a whole number is expected", "text is expected"
_WORDS: Final[Mapping[str, str]] = {
    "missing": "it is missing",
    "extra_forbidden": "no such member",
    "string_type": _TEXT,
    "string_unicode": _TEXT,
    "string_too_short": "at least {min_length} characters are expected",
    "string_too_long": "at most {max_length} characters are expected",
    "string_pattern_mismatch": "it has not the form {pattern}",
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_parsing_size": "a smaller number is expected",
    "int_from_float": _WHOLE,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "finite_number": "a finite number is expected",
    "greater_than": "a number above {gt} is expected",
    "greater_than_equal": "{ge} or more is expected",
    "less_than": "a number below {lt} is expected",
    "less_than_equal": "{le} or less is expected",
    "bool_type": "true or false is expected",
    "bool_parsing": "true or false is expected",
    "literal_error": "one of {expected} is expected",
    "enum": "one of {expected} is expected",
    "list_type": "a list is expected",
    "too_short": "at least {min_length} are expected",
    "too_long": "at most {max_length} are expected",
    "dict_type": "an object is expected",
    "model_type": "an object is expected",
    "model_attributes_type": "an object is expected",
    "value_error": "{error}",
}
"""By pydantic's types of errors, with what these tell beside."""
_ANY: Final = "this has no meaning here"


class WrongType(Exception):
    """A body is of another media type than is read here, which is the text of this."""


def reason(found: Mapping[str, Any]) -> str:
    """Why, for one error of pydantic's, or one of ours, which has its own words."""
    kind: str = found["type"]
    if kind == "unknown_parameter":
        return str(found["msg"])
    told = {name: f"{value:g}" if isinstance(value, float) else value for name, value in found.get("ctx", {}).items()}
    return _WORDS.get(kind, _ANY).format_map(told)


def faults(errors: Iterable[Mapping[str, Any]]) -> list[dict[str, str | None]]:
    """Where each is, what it is called, and why; what was sent is not repeated, as it may be no text that can be sent
    back (a lone surrogate, NaN)."""
    return [{"in": str(each["loc"][0]), "name": path(each["loc"][1:]), "reason": reason(each)} for each in errors]


def told(faults: Iterable[Mapping[str, str | None]]) -> str:
    """All of them on one line."""
    return "; ".join(f"{fault['name'] or fault['in']}: {fault['reason']}" for fault in faults)


def path(place: Sequence[str | int]) -> str | None:
    """``properties[2].pid``; None for the whole."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in place).lstrip(".") or None
