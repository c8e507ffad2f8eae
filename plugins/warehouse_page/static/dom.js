// Elements from data. Data becomes text nodes only: nothing here, or in any other file, parses HTML.

// Characters that reorder or hide what stands around them: shown by name. The marks that Arabic typing
// needs (LRM, RLM, ALM, ZWJ, ZWNJ) change nothing outside their isolate and stay as they are.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]/gu;
const NAMES = {
  "\u00ad": "SHY", "\u200b": "ZWSP", "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO",
  "\u202e": "RLO", "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI", "\ufeff": "BOM",
};

function nameOf(character) {
  return NAMES[character] ?? `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

// A text as nodes, its control characters as small labels.
export function shown(text) {
  const fragment = document.createDocumentFragment();
  let from = 0;
  for (const found of String(text).matchAll(CONTROLS)) {
    fragment.append(text.slice(from, found.index));
    const label = document.createElement("span");
    label.className = "control";
    label.textContent = nameOf(found[0]);
    label.title = `U+${found[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    fragment.append(label);
    from = found.index + found[0].length;
  }
  fragment.append(String(text).slice(from));
  return fragment;
}

// el("a", { class: "title", href: "#/", on: { click } }, "text", node, …)
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") for (const [event, act] of Object.entries(value)) node.addEventListener(event, act);
    else if (name === "value" || name === "disabled" || name === "hidden") node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  put(node, ...children);
  return node;
}

export function put(node, ...children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : shown(String(child)));
  }
  return node;
}

export function replace(node, ...children) {
  node.replaceChildren();
  return put(node, ...children);
}

// Words of others, in a direction of their own that nothing around them takes part in.
export function own(text, attributes = {}) {
  return el("bdi", attributes, text ?? "");
}

// A table of rows, for data that people read: columns are [heading, row → node or text].
export function table(columns, rows, attributes = {}) {
  return el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": attributes.label },
    el("table", {},
      el("thead", {}, el("tr", {}, columns.map(([heading]) => el("th", { scope: "col" }, heading)))),
      el("tbody", {}, rows.map((row) => el("tr", {}, columns.map(([, cell]) => el("td", {}, cell(row))))))));
}

export function section(heading, ...children) {
  return el("section", { class: "card" }, heading && el("h2", {}, heading), ...children);
}
