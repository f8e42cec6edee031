"""Articles on their way into a store, seen by those who were taken out of it: what of each may be kept.

Who is suppressed is known as everybody is known: the records of a suppression are resolved together with those that
come and those that are there. So a namesake whom the rules keep apart stays, and whoever is joined to one who is
suppressed is suppressed too, in whatever order articles come.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast

from graph.article import Article, KeptArticle
from graph.errors import NotFound
from graph.facts import AgreementFact, DistrictFact, Facts, InstitutionFact, MeetingFact, PersonFact
from graph.facts_json import from_json, to_json
from graph.identity.article_records import records_of
from graph.identity.closure import closure, read_ids, read_records
from graph.identity.completion import complete
from graph.identity.intake import Held, origin_id, properties, shown_source
from graph.identity.judgements import JudgedRecord, StoredJudgement
from graph.identity.masking import Names, without
from graph.identity.records import Record
from graph.identity.resolve import resolve
from graph.identity.sealing import Seal
from graph.identity.suppressions import Suppression, suppressions
from graph.identity.withholding import Out, shown_as, withheld
from graph.store import Change, Node, Writer


@dataclass(frozen=True, slots=True)
class Original:
    """An article as it came, with its complete facts; ``sources`` leads from its inputs to what they are called."""

    article: Article
    facts: Facts
    sources: Mapping[str, str] = field(default_factory=dict)

    def content(self) -> dict[str, Any]:
        """As it is sealed."""
        a = self.article
        told = {"id": a.id, "text": a.text, "url": a.url, "title": a.title, "published": a.published}
        return {"article": told, "facts": to_json(self.facts), "sources": dict(self.sources)}

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> "Original":
        """What was sealed."""
        told = content["article"]
        article = KeptArticle("", told["text"], told["url"], told["title"], told["published"], None, told["id"])
        return cls(article, from_json(content["facts"]), content["sources"])


class Screen:
    """The suppressions in force, and what they withhold within one transaction."""

    def __init__(self, writer: Writer, seal: Seal, standing: Sequence[Suppression] | None = None) -> None:
        """Raises StoreError where there are suppressions and no key."""
        self._writer, self.seal = writer, seal
        found = suppressions(writer, seal) if standing is None else standing
        self.any = bool(found)
        self.standing = [s for s in found if s.withdrawn is None]
        self.again: set[str] = set()
        self.members: set[str] = set()
        """The records that are of one who is suppressed."""
        self._sealed: dict[str, list[tuple[str, Original]]] = {}

    def articles(self, batch: Sequence[tuple[Article, Facts]]) -> list[tuple[Article, Facts]]:
        """``batch`` as it may be kept; ``again`` has the articles of the store in which it showed one who is out."""
        if not self.standing:
            return list(batch)
        originals = [_came(article, facts) for article, facts in batch]
        self.again = self._recognise(originals, whole=False) - {article.id for article, _ in batch}
        return [self._kept(original) or came for came, original in zip(batch, originals, strict=True)]

    def stored(self, ids: Iterable[str]) -> dict[str, Held]:
        """The articles ``ids`` of the store as they may be kept, and those in which they showed one who is out."""
        originals = self.originals(ids)
        more = self._recognise(originals) - {o.article.id for o in originals}
        return {o.article.id: self._held(o) for o in (*originals, *self.originals(more))}

    def _kept(self, original: Original) -> tuple[Article, Facts] | None:
        """None where nothing is withheld."""
        article, facts = withheld(original.article, original.facts, self._out(original))
        if article is original.article:
            return None
        self._sealed.setdefault(article.id, []).append((article.sha256, original))
        return article, facts

    def _held(self, original: Original) -> Held:
        article, facts = self._kept(original) or (original.article, original.facts)
        suppressed = [each.called for each in self.standing]
        sources = {origin: shown_as(source, suppressed) for origin, source in original.sources.items()}
        if sources != original.sources and not self._sealed.get(article.id):
            self._sealed[article.id] = [(article.sha256, original)]
        return Held(properties(article, facts), {r.id: r for r in records_of(article, facts)}, sources)

    def finish(self, after: Mapping[str, Held], ids: Iterable[str]) -> None:
        """Seal what was withheld of the articles ``ids``, of which the store now has ``after``."""
        if not self.any:
            return
        before = {row["id"]: row["sealed"] for row in read_ids(self._writer, "sealed", ids)}
        put, drop = [], []
        for id in sorted(set(ids)):
            held = after.get(id)
            sha256 = held.properties["sha256"] if held else None
            original = next((o for kept, o in reversed(self._sealed.get(id, [])) if kept == sha256), None)
            if held is None or original is None:
                drop += [("Sealed", id)] if id in before else []
                continue
            old = self.seal.opened(before[id]) if id in before else {"sources": {}}
            sources = {o: s for o, s in (old["sources"] | dict(original.sources)).items() if o in held.origins}
            content = replace(original, sources=sources).content()
            if content != old:
                put.append(Node("Sealed", {"id": id, "sealed": self.seal.sealed(content, first=True)}))
        if put or drop:
            self._writer.apply(Change(drop_nodes=drop, put_nodes=put))

    def originals(self, ids: Iterable[str]) -> list[Original]:
        """The articles ``ids`` as they came. Raises NotFound."""
        wanted = sorted(set(ids))
        sealed = {row["id"]: row["sealed"] for row in read_ids(self._writer, "sealed", wanted)}
        found = {id: Original.of(self.seal.opened(text)) for id, text in sealed.items()}
        clear = [id for id in wanted if id not in found]
        rows = {row["id"]: row for row in read_ids(self._writer, "ledger_articles", clear)}
        facts: dict[str, list[Any]] = {id: [] for id in clear}
        for stored in read_records(self._writer, "ledger_records_by_article", clear):
            facts[stored.record.article].append(stored.record.fact)
        sources: dict[str, dict[str, str]] = {id: {} for id in clear}
        for row in read_ids(self._writer, "ledger_origins_by_article", clear):
            sources[row["article"]][row["id"]] = row["source"]
        for id in clear:
            if id not in rows:
                raise NotFound(f"no article has the id {id!r}")
            found[id] = _original(rows[id], facts[id], sources[id])
        return [found[id] for id in wanted]

    def _out(self, original: Original) -> dict[Names, set[Out]]:
        """Everyone who is suppressed, with their facts in the article."""
        made = [r for r in records_of(original.article, original.facts) if r.id in self.members]
        out: dict[Names, set[Out]] = {}
        for each in self.standing:
            facts = {r.fact for r in made if r.id in each.record_ids}
            out.setdefault(each.called, set()).update(cast("set[Out]", facts))
        return out

    def _recognise(self, originals: Sequence[Original], *, whole: bool = True) -> set[str]:
        """Find whose records those of ``originals`` are; the articles of the store that have one as well.

        Not ``whole``: nothing is looked for where none of them can be joined with one who is out.
        """
        come = {
            r.id: r for o in originals for r in records_of(o.article, o.facts) if r.kind in ("person", "institution")
        }
        sealed = {r.id: r for s in self.standing for r in s.records}
        blocks = {block for r in sealed.values() for block in r.blocks}
        near = [r for r in come.values() if r.id in sealed or not blocks.isdisjoint(r.blocks)]
        if not (near or whole):
            return set()
        around = closure(self._writer, [*sealed.values(), *near])
        there = {id: s.record for id, s in around.stored.items()}
        everyone: dict[str, Record] = sealed | there | {r.id: r for r in near}
        entities = resolve(everyone.values(), sorted(around.judgements.values()))
        for place, each in enumerate(self.standing):
            mine = {entities[id] for id in each.record_ids}
            found = [r for id, r in everyone.items() if entities[id] in mine]
            self.members |= {r.id for r in found}
            knowing = each.knowing(found)
            if knowing is not each:
                self.standing[place] = knowing
                self._writer.apply(Change(put_nodes=[knowing.node(self.seal)]))
        return {r.article for id, r in there.items() if id in self.members}

    def judgement(self, judgement: StoredJudgement) -> StoredJudgement:
        """A judgement as it may be kept: without what its sides and its reason tell of one who is out."""
        here = {row["id"] for row in read_ids(self._writer, "ledger_entities", judgement.pair)}
        left, right = (self._side(side, side.record in here) for side in (judgement.left, judgement.right))
        shown = [side.name for side in (left, right) if side.name]
        reason = judgement.reason
        for each in self.standing:
            borne = any(True for name in shown for _ in each.called.spans(name))
            if reason and (not borne or judgement.pair & each.record_ids):
                reason = without(reason, each.called.spans(reason))
        return replace(judgement, left=left, right=right, reason=reason)

    def _side(self, side: JudgedRecord, here: bool) -> JudgedRecord:
        called = [each.called for each in self.standing]
        known = {id for each in self.standing for id in each.record_ids}
        named = side.name and any(True for names in called for _ in names.spans(side.name))
        if side.record in known or (named and not here):
            side = replace(side, name=None)
        if side.source and any(names.in_address(side.source) for names in called):
            side = replace(side, source=None)
        return side


def _came(article: Article, facts: Facts) -> Original:
    origin = origin_id(article.origin or f"{article.id} {article.file}")
    whole = complete(replace(facts, rejects=()), article.text)
    return Original(article, whole, {origin: shown_source(article.url, article.file)})


def _original(row: Mapping[str, Any], facts: Sequence[Any], sources: Mapping[str, str]) -> Original:
    told = Facts(
        row["id"],
        row["lang"],
        row["title"],
        row["published"],
        persons=tuple(f for f in facts if isinstance(f, PersonFact)),
        institutions=tuple(f for f in facts if isinstance(f, InstitutionFact)),
        districts=tuple(f for f in facts if isinstance(f, DistrictFact)),
        meetings=tuple(f for f in facts if isinstance(f, MeetingFact)),
        agreements=tuple(f for f in facts if isinstance(f, AgreementFact)),
    )
    article = KeptArticle("", row["text"], row["url"], row["title"], row["published"], None, row["id"])
    return Original(article, told, sources)
