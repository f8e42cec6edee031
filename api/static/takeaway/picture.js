// What may be taken along of a picture: images, tables and data of all that the filters let through.

import { words } from "../language.js";
import { toCsv } from "./csv.js";
import { toPng, toSvg } from "./drawing.js";
import { toGexf } from "./gexf.js";
import { menu, save } from "./menu.js";

export const toJson = ({ nodes, pairs }, state) => `${JSON.stringify({ state, nodes: nodes.map(({ entity }) => entity), edges: pairs.flatMap(({ ties }) => ties) }, null, 2)}\n`;

// taken() gives { scene, state, positions }, with positions null where there is no picture to draw.
export function pictureMenu(taken) {
  const drawn = (use) => async () => {
    const { scene, state, positions } = taken();
    if (!positions) return words.pictureFirst;
    return use(toSvg(scene, positions, new Set([...(state.centre ?? []), state.from, state.to]), document.title.replace(/ · Jingjinji$/, "")));
  };
  return menu({
    png: drawn(async (drawing) => save(await toPng(drawing), "image/png", "png")),
    svg: drawn((drawing) => save(drawing, "image/svg+xml", "svg")),
    csv: () => save(toCsv(taken().scene), "text/csv", "csv"),
    json: () => save(toJson(taken().scene, taken().state), "application/json", "json"),
    gexf: () => save(toGexf(taken().scene, taken().positions), "application/xml", "gexf"),
  });
}
