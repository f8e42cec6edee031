// What may be taken along of a picture: image, data, a link to this very view, paper.

import { el } from "../elements.js";
import { words } from "../language.js";
import { toCsv } from "./csv.js";
import { toPng, toSvg } from "./drawing.js";
import { toGexf } from "./gexf.js";

function save(content, type, ending, title) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const name = `${title.replace(/[^\p{L}\p{N} -]/gu, "").trim().slice(0, 60) || "jingjinji"}.${ending}`;
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return words.saved(name);
}

export const toJson = ({ nodes, pairs }, state) => `${JSON.stringify({ state, nodes: nodes.map(({ entity }) => entity), edges: pairs.flatMap(({ ties }) => ties) }, null, 2)}\n`;

// taken() gives { scene, state, positions }, with positions null where there is no picture to draw.
export function menu(taken) {
  const said = el("span", { role: "status", class: "quiet" });
  const title = () => document.title.replace(/ · Jingjinji$/, "");
  const drawing = ({ scene, state, positions }) => toSvg(scene, positions, new Set([...(state.centre ?? []), state.from, state.to]), title());
  const ways = {
    png: async (all) => save(await toPng(drawing(all)), "image/png", "png", title()),
    svg: (all) => save(drawing(all), "image/svg+xml", "svg", title()),
    csv: ({ scene }) => save(toCsv(scene), "text/csv", "csv", title()),
    json: ({ scene, state }) => save(toJson(scene, state), "application/json", "json", title()),
    gexf: ({ scene, positions }) => save(toGexf(scene, positions), "application/xml", "gexf", title()),
    link: async () => {
      await navigator.clipboard.writeText(location.href);
      return words.linkCopied;
    },
    print: () => print(),
  };
  const take = (way) => async () => {
    const all = taken();
    if (!all.positions && (way === "png" || way === "svg")) said.textContent = words.pictureFirst;
    else said.textContent = await Promise.resolve(ways[way](all)).catch(() => words.wrong) ?? "";
  };
  return el("details", { class: "menu", onkeydown: (event) => {
    if (event.key !== "Escape") return;
    event.currentTarget.open = false;
    event.currentTarget.firstChild.focus();
  } },
  el("summary", { "data-tool": "take" }, words.takeAway),
  el("div", {}, Object.keys(ways).map((way) => el("button", { type: "button", "data-way": way, onclick: take(way) }, words.ways[way])), said));
}
