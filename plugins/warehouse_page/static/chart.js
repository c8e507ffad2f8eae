// Vega-Lite without evaluated code: the policy of this page forbids it, so expressions are interpreted.

import { el, put, table } from "./dom.js";
import { language, t } from "./words.js";

export const COLOURS = ["#4c78a8", "#f58518", "#54a24b", "#e45756", "#72b7b2", "#b279a2", "#d1a43b", "#9d755d", "#6b9bd1", "#7f6ab0", "#2f8f83", "#c26b8f"];

let engine = null;

function script(address) {
  return new Promise((done, failed) => {
    const node = el("script", { src: address });
    node.addEventListener("load", done);
    node.addEventListener("error", () => failed(new Error(address)));
    document.head.append(node);
  });
}

function load() {
  engine ??= script("vendor/vega.min.js").then(() => Promise.all([
    import("./vendor/vega-interpreter.js"), script("vendor/vega-lite.min.js"),
  ])).then(([interpreter]) => interpreter.expressionInterpreter);
  return engine;
}

function css(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function config() {
  const text = css("--text"), soft = css("--soft"), line = css("--line"), font = getComputedStyle(document.body).fontFamily;
  const words = { labelColor: soft, titleColor: text, labelFont: font, titleFont: font, labelFontSize: 12 };
  return {
    background: null, font, view: { stroke: null },
    axis: { ...words, gridColor: line, domainColor: line, tickColor: line, labelLimit: 150 },
    legend: { ...words, labelLimit: 180 }, bar: { color: css("--accent") },
  };
}

function tooltip(handler, event, item, value) {
  const tip = document.getElementById("tip");
  tip.hidden = value === null || value === undefined || value === "";
  if (tip.hidden) return;
  const lines = typeof value === "object" ? Object.entries(value).map(([key, each]) => `${key}: ${each}`) : [String(value)];
  tip.replaceChildren();
  lines.forEach((each) => put(tip, el("div", {}, each)));
  const left = Math.min(event.clientX + 14, innerWidth - tip.offsetWidth - 8);
  tip.style.left = `${Math.max(8, left)}px`;
  tip.style.top = `${Math.min(event.clientY + 14, innerHeight - tip.offsetHeight - 8)}px`;
}

async function render(box, makeSpec, clicked) {
  const interpreter = await load();
  const { vega, vegaLite } = globalThis;
  box.view?.finalize();
  box.replaceChildren();
  const spec = { $schema: "https://vega.github.io/schema/vega-lite/v6.json", autosize: { type: "fit-x", contains: "padding" },
    ...makeSpec(Math.max(240, box.clientWidth)), config: config() };
  const compiled = vegaLite.compile(spec).spec;
  // No loader: a chart draws what it is given and fetches nothing.
  const loader = { load: () => Promise.reject(new Error("nothing is loaded")), sanitize: () => Promise.reject(new Error("no links")) };
  const view = new vega.View(vega.parse(compiled, null, { ast: true }), {
    renderer: "canvas", container: box, expr: interpreter, hover: true, loader, logLevel: vega.Error,
  });
  view.tooltip(tooltip);
  if (clicked) view.addEventListener("click", (event, item) => item?.datum && clicked(item.datum));
  await view.runAsync();
  box.view = view;
  box.dataset.drawn = "1";
}

// A chart in a box, drawn once it is in the page, again when its width or the theme changes; and its rows as a
// table, for who cannot see or point at it.
export function chart(place, makeSpec, { columns, rows, label, clicked }) {
  const box = el("div", { class: "chart", role: "img", "aria-label": label });
  let width = 0;
  const draw = () => render(box, makeSpec, clicked).catch((error) => put(box, el("p", { class: "error" }, error.message)));
  const again = () => (box.isConnected ? draw() : document.removeEventListener("theme", again));
  document.addEventListener("theme", again);
  new ResizeObserver(() => {
    if (!box.isConnected || Math.abs(box.clientWidth - width) < 4) return;
    width = box.clientWidth;
    draw();
  }).observe(box);
  const asTable = el("details", {}, el("summary", {}, t("as_table")));
  asTable.addEventListener("toggle", () => {
    if (asTable.open && asTable.children.length === 1) put(asTable, table(columns, rows, { label }));
  });
  return [box, asTable];
}

export const isArabic = () => language === "ar";
export const side = () => (isArabic() ? "right" : "left");

export function timeAxis(width) {
  return { field: "period", type: "temporal", title: null, scale: { type: "utc" },
    axis: { tickCount: Math.max(2, Math.floor(width / 110)), format: "%Y-%m-%d", labelOverlap: true, labelFlush: true } };
}

export function timeSpec(rows) {
  return (width) => ({
    width, height: 180, data: { values: rows },
    mark: { type: rows.length > 1 ? "area" : "bar", ...(rows.length > 1 ? { line: true } : { size: 40 }), opacity: 0.7, color: css("--accent"), tooltip: true },
    encoding: {
      x: timeAxis(width),
      y: { field: "articles", type: "quantitative", title: null, axis: { orient: side(), tickMinStep: 1, format: "d" } },
    },
  });
}
