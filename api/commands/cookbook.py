"""What the cookbook has, for ``jjj cypher --list``."""

from dataclasses import asdict

from api.commands.output import print_json, print_table, table
from graph.stores.cookbook import Parameter, recipes


def print_cookbook(*, json: bool) -> None:
    """All questions with their parameters; as JSON also columns, sample answers and texts."""
    if json:
        print_json([asdict(each) for each in recipes()])
        return
    rows = table("name", "question", "问题", "parameters")
    for each in recipes():
        rows.add_row(each.name, each.question, each.question_zh, " ".join(map(_told, each.parameters)))
    print_table(rows)


def _told(parameter: Parameter) -> str:
    default = "" if parameter.default is None else f"={parameter.default}"
    return f"{parameter.name}{default}"
