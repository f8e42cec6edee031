// The routes of /openapi.json as a page; the API's own examples stand beside them.

import { el } from "./elements.js";

const section = document.getElementById("routes");

function parameterRow({ name, in: place, required, description, schema }) {
  const types = schema.anyOf ?? [schema.items ?? schema];
  const values = types.flatMap((type) => type.enum ?? []);
  const told = [description, values.length ? `One of ${values.join(", ")}.` : null,
    schema.default !== undefined && !Array.isArray(schema.default) ? `Default ${schema.default}.` : null];
  return el("tr", {}, el("th", { scope: "row" }, el("code", {}, name), required ? "" : " ?"), el("td", {}, place),
    el("td", {}, told.filter(Boolean).join(" ")));
}

const firstSentence = (text) => text?.replaceAll("\n", " ").match(/^.*?[.;:](?= |$)/)?.[0].slice(0, -1) ?? text;

function route(path, method, operation) {
  const example = operation.responses["200"]?.content?.["application/json"]?.example;
  const problems = Object.keys(operation.responses).filter((code) => code !== "200");
  return el("details", {},
    el("summary", {}, el("code", {}, `${method.toUpperCase()} ${path}`), " ", el("span", { class: "quiet" }, firstSentence(operation.description))),
    el("p", {}, operation.description ?? operation.summary),
    operation.parameters?.length ? el("table", {}, el("tbody", {}, operation.parameters.map(parameterRow))) : null,
    problems.length ? el("p", { class: "quiet" }, `Other answers: ${problems.join(", ")}`) : null,
    example ? el("pre", {}, JSON.stringify(example, null, 2)) : null);
}

try {
  const { paths } = await (await fetch("/openapi.json")).json();
  section.append(...Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => route(path, method, operation))));
} catch {
  section.append(el("p", { class: "error" }, "openapi.json could not be read."));
}
section.removeAttribute("aria-busy");
