// GEXF 1.3, which Gephi reads: one edge a tie, with the days of its events, positions and colours.

import { palette } from "../picture/look.js";

const GEXF = "http://gexf.net/1.3";
const VIZ = "http://gexf.net/1.3/viz";
const NODE = ["kind", "name_zh", "name_en", "aliases"];
const EDGE = ["type", "title", "events", "first", "last", "quotes"];

// XML knows no control characters, nor halves of a surrogate pair.
const clean = (text) => String(text ?? "").toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");

export function toGexf({ nodes, pairs }, positions) {
  const xml = document.implementation.createDocument(GEXF, "gexf");
  const make = (tag, attributes = {}, children = [], space = GEXF) => {
    const element = xml.createElementNS(space, tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== undefined) element.setAttribute(name, clean(value));
    element.append(...children);
    return element;
  };
  const declare = (kind, names) => make("attributes", { class: kind }, names.map((name, id) => make("attribute", { id, title: name, type: name === "events" ? "integer" : "string" })));
  const values = (all) => make("attvalues", {}, all.map((value, id) => (value === null || value === undefined || value === "" ? null : make("attvalue", { for: id, value }))).filter(Boolean));
  const colors = palette();
  const node = ({ id, entity, strength }) => {
    const at = positions?.get(id);
    const [r, g, b] = [1, 3, 5].map((place) => parseInt(colors[entity.kind].slice(place, place + 2), 16));
    return make("node", { id, label: entity.name }, [
      values([entity.kind, entity.name_zh, entity.name_en, entity.aliases.join("; ")]),
      make("viz:color", { r, g, b }, [], VIZ),
      ...(at ? [make("viz:position", { x: at.x.toFixed(2), y: (-at.y).toFixed(2), z: 0 }, [], VIZ)] : []),
      make("viz:size", { value: 1 + strength }, [], VIZ)]);
  };
  const edge = (tie, id) => make("edge", { id, source: tie.source, target: tie.target, weight: Math.max(tie.events.length, 1) }, [values([tie.type, tie.title, tie.events.length, tie.events[0]?.earliest, tie.events.at(-1)?.latest,
    tie.events.map((event) => event.quote).filter(Boolean).join("\n")])]);
  xml.documentElement.setAttribute("version", "1.3");
  xml.documentElement.append(
    make("meta", {}, [make("creator", {}, ["Jingjinji"])]),
    // All of one kind, as networkx reads no graph with edges of both; what a post or a place leads to is the target.
    make("graph", { defaultedgetype: "undirected", mode: "static" }, [declare("node", NODE), declare("edge", EDGE),
      make("nodes", {}, nodes.map(node)), make("edges", {}, pairs.flatMap(({ ties }) => ties).map(edge))]));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(xml)}\n`;
}
