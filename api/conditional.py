"""Whether a client has an answer already (RFC 9110, section 13.1.2)."""


def has_already(if_none_match: str, tag: str) -> bool:
    """Whether the header If-None-Match names this entity tag, or any."""
    asked = {each.strip().removeprefix("W/") for each in if_none_match.split(",")}
    return tag.removeprefix("W/") in asked or "*" in asked
