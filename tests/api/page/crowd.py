"""A neighbourhood of any size as the API would answer it, made up: meetings among groups, with sentences."""

from random import Random
from typing import Any

_SURNAMES, _GIVEN = "赵钱孙李周吴郑王冯陈褚卫", "安博川达恩方光海嘉凯明宁"
ARTICLE = {"id": "a-crowd", "title": "A made-up report", "url": "http://127.0.0.1/report", "lang": "en",
           "published": "2024-05-01", "source": "made up"}  # fmt: skip


def crowd(nodes: int, degree: int = 4) -> dict[str, Any]:
    """An answer of ``/v1/entities/p-000000/neighbourhood`` with ``nodes`` of ``degree`` ties on average."""
    random = Random(nodes)
    entities = [_person(number, random) for number in range(nodes)]
    pairs = {(0, number) for number in range(1, min(nodes, 40))}
    while len(pairs) < nodes * degree // 2:
        one = random.randrange(nodes)
        pairs.add((one, (one + int(random.expovariate(1 / 12)) + 1) % nodes))
    edges = [_tie(entities[one]["id"], entities[other]["id"], random) for one, other in sorted(pairs)]
    return {"centre": entities[0], "nodes": entities[1:], "edges": edges, "truncated": False, "cut": [0]}


def _person(number: int, random: Random) -> dict[str, Any]:
    kind = "person" if number == 0 else random.choice(["person", "person", "institution", "district"])
    name = random.choice(_SURNAMES) + random.choice(_GIVEN) + random.choice(_GIVEN)
    english = f"Name {number}"
    return {
        "id": f"p-{number:06}",
        "kind": kind,
        "name": name,
        "name_zh": name,
        "name_en": english,
        "aliases": [english],
    }


def _tie(source: str, target: str, random: Random) -> dict[str, Any]:
    day = f"20{random.randrange(18, 26)}-{random.randrange(1, 13):02}-{random.randrange(1, 29):02}"
    sentence = f"On {day} the two met to talk about a laboratory, a park and what both want to do together next year."
    quote = {"quote": sentence, "start": 0, "end": len(sentence), "article": ARTICLE}
    event = {"id": f"m-{source}-{target}", "kind": "meeting", "date": day, "earliest": day, "latest": day,
             "grade": random.choice(["across", "same_side", "co_listed"]), "status": None, "subject": None,
             "confidence": 0.9, "quote": sentence, "article": ARTICLE, "quotes": [quote], "reports": 1}  # fmt: skip
    kind = random.choice(["met", "met", "met", "signed_agreement"])
    return {"source": source, "target": target, "type": kind, "title": None, "events": [event]}
