// Tables for spreadsheets: one line an event of a tie. The mark at the beginning lets them read Chinese, and a cell that they would
// take for a formula begins with an apostrophe.

const COLUMNS = ["source", "source_name", "source_kind", "type", "title", "target", "target_name", "target_kind", "event", "date", "earliest",
  "latest", "grade", "status", "subject", "confidence", "quote", "article", "url"];

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

export function cell(value) {
  const text = value === null || value === undefined ? "" : String(value);
  const safe = FORMULA.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const lines = (rows) => `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;

export function toCsv({ nodes, pairs }) {
  const entities = new Map(nodes.map(({ id, entity }) => [id, entity]));
  const rows = pairs.flatMap(({ ties }) => ties).flatMap((tie) => {
    const [source, target] = [entities.get(tie.source), entities.get(tie.target)];
    const ends = { source: source.id, source_name: source.name, source_kind: source.kind, type: tie.type, title: tie.title,
      target: target.id, target_name: target.name, target_kind: target.kind };
    return (tie.events.length ? tie.events : [{}]).map((event) => ({ ...ends, ...event, event: event.id, article: event.article?.id, url: event.article?.url, title: tie.title }));
  });
  return lines([COLUMNS, ...rows.map((row) => COLUMNS.map((name) => row[name]))]);
}
