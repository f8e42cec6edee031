"""Numbers with what they count, as English has it."""


def counted(number: int, one: str, many: str | None = None) -> str:
    """``1 article``, ``2 articles``; ``many`` where an s does not do."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"
