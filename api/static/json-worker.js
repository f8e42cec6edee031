// Told the bytes of a JSON object, it answers the lists in it, as { name, part }, and then { value }: the object without them.

const AT_ONCE = 1000; // items of a message, each of which the page takes in one go

self.addEventListener("message", ({ data }) => {
  const value = JSON.parse(new TextDecoder().decode(data));
  for (const [name, list] of Object.entries(value)) {
    if (!Array.isArray(list)) continue;
    delete value[name];
    let start = 0;
    do postMessage({ name, part: list.slice(start, start += AT_ONCE) });
    while (start < list.length);
  }
  postMessage({ value });
});
