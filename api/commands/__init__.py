"""The command ``jjj``: each command prints what the API would answer."""

import sys
from collections.abc import Callable
from importlib.metadata import version
from typing import Annotated

import typer

from api.commands import (
    asking,
    checking,
    cypher,
    deciding,
    exporting,
    judging,
    keys,
    listing,
    loading,
    neighbours,
    neo4j,
    overview,
    plotting,
    ranking,
    rebuilding,
    reporting,
    reviewing,
    serving,
    suppressing,
)
from api.commands.exits import reported

app = typer.Typer(
    name="jjj",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Who met whom and who signed with whom in the Beijing-Tianjin-Hebei region, and the sentence that says so.",
    epilog="Exit codes: 0 answered, 1 nothing found, 2 usage, 3 some input unusable, 4 the store.",
)


def _tell_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"jjj {version('jingjinji')}")
        raise typer.Exit


@app.callback(help=app.info.help)
def jjj(
    _: Annotated[
        bool,
        typer.Option("--version", help="Print the version and leave.", callback=_tell_version, is_eager=True),
    ] = False,
) -> None:
    """Options of ``jjj`` itself; its help is that of ``app``."""


ARTICLES, QUESTIONS, WHO, GRAPH, SERVERS = "Articles", "Questions", "Who is who", "The whole graph", "Servers"
COMMANDS: dict[Callable[..., None], tuple[str, str]] = {
    loading.load: (ARTICLES, "jjj load articles/ more.jsonl · cat page.html | jjj load -"),
    loading.extract: (ARTICLES, "jjj extract article.txt · jjj extract --explain article.txt | jq .rejects"),
    listing.articles: (ARTICLES, "jjj articles · jjj articles 郭福 --lang zh --json"),
    loading.remove: (ARTICLES, "jjj remove a-0123456789ab · jjj remove news/visit.txt"),
    asking.search: (QUESTIONS, "jjj search BISTU · jjj search 'Xie Jianglin' --kind person"),
    asking.met: (QUESTIONS, "jjj met 郭福 · jjj met 'Guo Fu' --since 2024 --json"),
    asking.path: (QUESTIONS, "jjj path 'Zheng Chao' 吴小杰 · jjj path BISTU 海淀区 --mode all"),
    neighbours.neighbours: (QUESTIONS, "jjj neighbours 昌平区 --depth 2 --edge signed_agreement"),
    asking.timeline: (QUESTIONS, "jjj timeline 北京信息科技大学 --since 2023"),
    listing.agreements: (QUESTIONS, "jjj agreements --status signed · jjj agreements 清华大学 --since 2024"),
    listing.meetings: (QUESTIONS, "jjj meetings BISTU --until 2024-06 · jjj meetings --district 朝阳区"),
    deciding.candidates: (WHO, "jjj candidates · jjj candidates --json | jq -r '[.a, .b, .worth] | @tsv'"),
    deciding.why: (WHO, "jjj why 郭福 · jjj why p-0123456789ab --json"),
    reviewing.review: (WHO, "jjj review · jjj review --kind agreement --by li"),
    judging.same: (WHO, "jjj same p-0123456789ab p-ba9876543210 --reason 'one biography'"),
    judging.different: (WHO, "jjj different p-0123456789ab p-ba9876543210"),
    judging.undo: (WHO, "jjj undo · jjj undo j-0123456789ab"),
    judging.judgements: (WHO, "jjj judgements --standing waiting · jjj judgements --export who.jsonl"),
    suppressing.suppress: (WHO, "jjj suppress p-0123456789ab --reason 'letter of 2 May' · jjj suppress --list"),
    overview.stats: (GRAPH, "jjj stats --json"),
    reporting.report: (GRAPH, "jjj report · jjj report --json | jq .rejects"),
    exporting.export: (GRAPH, "jjj export gexf -o graph.gexf · jjj export parquet -o tables/ --since 2024"),
    ranking.rank: (GRAPH, "jjj rank betweenness · jjj rank brokerage --kind district --since 2023"),
    ranking.communities: (GRAPH, "jjj communities · jjj communities --kind institution --json"),
    plotting.plot: (GRAPH, "jjj plot ego 郭福 -o guofu.svg · jjj plot districts · jjj plot months --since 2024"),
    overview.mentions: (GRAPH, "jjj mentions --json"),
    cypher.cypher: (GRAPH, "jjj cypher 'MATCH (p:Person) WHERE p.name = $name RETURN p.id' -p name=郭福"),
    checking.check: (GRAPH, "jjj check · jjj check --json"),
    rebuilding.rebuild: (GRAPH, "jjj rebuild · jjj rebuild --json"),
    serving.serve: (SERVERS, "jjj serve --port 8080 · jjj serve --store bolt://127.0.0.1:7687"),
}

for command, (panel, example) in COMMANDS.items():
    app.command(rich_help_panel=panel, epilog=f"Example: {example}")(command)
app.add_typer(keys.app, name="keys", rich_help_panel=SERVERS, no_args_is_help=False)
app.add_typer(neo4j.app, name="neo4j", rich_help_panel=SERVERS, no_args_is_help=False)


def main() -> None:
    """Run ``jjj``; exit codes are those of ``api.commands.exits``."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # Names are not ASCII, whatever the locale says; a lone surrogate of a damaged input is shown, not fatal.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    with reported():
        code = app(sys.argv[1:] or ["--help"], standalone_mode=False)
        sys.stdout.flush()
        raise SystemExit(code)
