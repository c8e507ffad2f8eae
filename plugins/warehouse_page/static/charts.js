// Four charts of a period: articles per day and source, countries on a map, topics over time, who works with whom.

import { ask, state } from "./ask.js";
import { chart, COLOURS, isArabic, side, timeAxis } from "./chart.js";
import { el, own, put, section } from "./dom.js";
import { day, name, number, t } from "./words.js";

const DAYS_SHOWN = 60;

function before(last, days) {
  const at = new Date(`${last}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - days);
  return at.toISOString().slice(0, 10);
}

// The largest first; what has no name of its own last, and grey.
function order(values, unnamed) {
  const sums = new Map();
  for (const row of values) sums.set(row.label, (sums.get(row.label) ?? 0) + row.articles);
  const named = [...sums.keys()].filter((label) => label !== unnamed).sort((a, b) => sums.get(b) - sums.get(a));
  return sums.has(unnamed) ? [...named, unnamed] : named;
}

function stacked(rows, naming, unnamed) {
  const values = rows.map((row) => ({ ...row, label: naming(row) }));
  const labels = order(values, unnamed);
  const range = labels.map((label, nth) => (label === unnamed ? "#9aa0a8" : COLOURS[nth % COLOURS.length]));
  values.forEach((row) => { row.rank = labels.indexOf(row.label); });
  return (width) => ({
    width, height: 240, data: { values },
    mark: { type: "bar", ...(new Set(rows.map((row) => row.period)).size < 3 ? { size: 40 } : {}) },
    encoding: {
      x: { ...timeAxis(width), type: "ordinal", scale: undefined, axis: { ...timeAxis(width).axis, format: undefined, labelAngle: 0 }, sort: isArabic() ? "descending" : "ascending" },
      y: { field: "articles", type: "quantitative", title: null, axis: { orient: side(), tickMinStep: 1, format: "d" } },
      order: { field: "rank", type: "quantitative" },
      color: { field: "label", type: "nominal", title: null, sort: labels, scale: { domain: labels, range }, legend: { orient: "bottom", columns: Math.max(1, Math.floor(width / 190)) } },
      tooltip: [{ field: "period", type: "nominal", title: t("period") }, { field: "label", type: "nominal", title: " " }, { field: "articles", title: t("articles") }],
    },
  });
}

function map(rows, atlas) {
  const values = rows.map((row) => ({ id: row.m49, country_code: row.country_code, label: name(row), articles: row.articles }));
  return (width) => ({
    width, height: Math.round(width * 0.5), autosize: "none", projection: { type: "equalEarth" },
    layer: [
      { data: { values: atlas, format: { type: "topojson", feature: "countries" } },
        mark: { type: "geoshape", fill: getComputedStyle(document.documentElement).getPropertyValue("--land").trim(),
          stroke: getComputedStyle(document.documentElement).getPropertyValue("--page").trim(), strokeWidth: 0.5 } },
      { data: { values: atlas, format: { type: "topojson", feature: "countries" } },
        transform: [{ lookup: "id", from: { data: { values }, key: "id", fields: ["label", "articles", "country_code"] } }, { filter: "datum.articles > 0" }],
        mark: { type: "geoshape", stroke: getComputedStyle(document.documentElement).getPropertyValue("--page").trim(), strokeWidth: 0.5, cursor: "pointer" },
        encoding: {
          color: { field: "articles", type: "quantitative", title: null, scale: { type: "log", scheme: "goldorange", domainMin: 1, domainMax: Math.max(2, ...values.map((row) => row.articles)) }, legend: { orient: "bottom-left", format: "d", tickCount: 3, gradientLength: 90 } },
          tooltip: [{ field: "label", title: t("country") }, { field: "articles", title: t("articles") }],
        } },
    ],
  });
}

function matrix(rows) {
  const values = rows.map((row) => ({ ...row, one: isArabic() ? row.actor_ar : row.actor_en, other: isArabic() ? row.partner_ar : row.partner_en }));
  const states = new Set(values.flatMap((row) => [row.one, row.other]));
  return (width) => ({
    width, height: Math.max(120, 26 * new Set(values.map((row) => row.one)).size), data: { values },
    mark: { type: "rect", cursor: "pointer", cornerRadius: 2 },
    encoding: {
      y: { field: "one", type: "nominal", title: null, sort: "-color", axis: { orient: side(), labelLimit: Math.min(150, width / 4) } },
      x: { field: "other", type: "nominal", title: null, sort: "-color", axis: { orient: "top", labelAngle: states.size > 5 ? -60 : 0, labelLimit: 110 } },
      color: { field: "reports", type: "quantitative", title: null, scale: { scheme: "teals", domainMin: 0 }, legend: { orient: "bottom", format: "d", tickMinStep: 1, gradientLength: 120 } },
      tooltip: [{ field: "one", title: t("actor") }, { field: "other", title: t("partner") }, { field: "reports", title: t("reports") }],
    },
  });
}

function form(known, asked) {
  const submit = (event) => {
    event.preventDefault();
    location.hash = `#/charts?${new URLSearchParams(new FormData(event.target))}`;
  };
  const source = el("select", { name: "source" }, el("option", { value: "" }, t("any_source")),
    known.sources.map((row) => el("option", { value: row.source_id }, name(row, row.source_id))));
  source.value = asked.source;
  return el("form", { class: "ask", on: { submit } },
    el("label", {}, el("span", {}, t("from")), el("input", { type: "date", name: "from", value: asked.date_from, required: true })),
    el("label", {}, el("span", {}, t("to")), el("input", { type: "date", name: "to", value: asked.date_to, required: true })),
    el("label", {}, el("span", {}, t("source")), source), el("button", { type: "submit" }, t("show")));
}

const articles = (row) => number(row.articles);
const period = [t("period"), (row) => day(row.period)];

function cards(place, { volume, countries, topics, pairs }, atlas) {
  const bySource = (row) => (row.source_id ? name(row, row.source_id) : t("others"));
  const byTopic = (row) => (row.topic_code ? name(row, row.topic_code) : t("uncertain"));
  const toDay = (row) => { if (volume.grain === "day" && row.period) location.hash = `#/search?from=${row.period}&to=${row.period}${row.source_id ? `&source=${encodeURIComponent(row.source_id)}` : ""}`; };
  const card = (heading, note, rows, spec, columns, clicked) => section(t(heading), rows.length === 0
    ? el("p", { class: "meta" }, t("no_rows")) : [note && el("p", { class: "meta" }, t(note)), chart(place, spec, { columns, rows, label: t(heading), clicked })]);
  return [
    card("per_source", "", volume.rows, stacked(volume.rows, bySource, t("others")), [period, [t("source"), (row) => own(bySource(row))], [t("articles"), articles]], toDay),
    card("on_map", "map_note", countries.rows, map(countries.rows, atlas),
      [[t("country"), (row) => el("a", { href: `#/entity/country/${row.country_code}` }, own(name(row)))], [t("articles"), articles]],
      (row) => { if (row.country_code) location.hash = `#/entity/country/${row.country_code}`; }),
    card("topics_time", "", topics.rows, stacked(topics.rows, byTopic, t("uncertain")), [period, [t("topic"), (row) => own(byTopic(row))], [t("articles"), articles]]),
    card("matrix", "matrix_note", pairs.rows, matrix(pairs.rows),
      [[t("actor"), (row) => own(isArabic() ? row.actor_ar : row.actor_en)], [t("partner"), (row) => own(isArabic() ? row.partner_ar : row.partner_en)], [t("reports"), (row) => number(row.reports)]],
      (row) => { if (row.actor?.length === 2) location.hash = `#/entity/country/${row.actor}`; }),
  ];
}

export async function draw(place, { query }) {
  const known = await state();
  const date_to = query.get("to") || known.last_date;
  const earliest = before(date_to, DAYS_SHOWN);
  const asked = { date_to, date_from: query.get("from") || (earliest > known.first_date ? earliest : known.first_date), source: query.get("source") ?? "" };
  const [volume, countries, topics, pairs, atlas] = await Promise.all([
    ...["volume", "countries", "topics", "matrix"].map((each) => ask(`charts/${each}`, asked)),
    fetch("vendor/countries-50m.json").then((answer) => answer.json()),
  ]);
  put(place, form(known, asked), el("h1", {}, t("charts")),
    el("div", { class: "charts-grid" }, cards(place, { volume, countries, topics, pairs }, atlas)));
}
