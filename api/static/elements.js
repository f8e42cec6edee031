// Elements made of text: nothing here or elsewhere reads a string as HTML.

// el("a", { href, class, … }, "text", child, …); null children are left out; on… properties are listeners.
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

// The same for drawings.
export function svg(tag, properties = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(properties)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// A link to another site, only for addresses of the web; text otherwise.
export function external(address, text) {
  return /^https?:\/\//i.test(address ?? "")
    ? el("a", { href: address, rel: "noopener noreferrer nofollow", target: "_blank" }, text)
    : null;
}

// The text with the code points [start, end) marked; offsets count code points, JavaScript counts UTF-16 units.
export function marked(text, start, end) {
  const points = Array.from(text);
  const cut = (from, to) => points.slice(from, to).join("");
  return [cut(0, start), el("mark", { id: "quote", tabindex: "-1" }, cut(start, end)), cut(end)];
}
