// A month of every source as a heat map; a cell opens the day: what was dropped, and the run in Airflow.

import { runsOf } from "./airflow.js";
import { ask, state } from "./ask.js";
import { el, own, put, replace, section, table } from "./dom.js";
import { runLinks } from "./search.js";
import { day, name, number, t } from "./words.js";

const WORDS_OF = { "no run": "no_run", silent: "silent", low: "low", "as expected": "as_expected" };
const KEYS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

// 0 to 4 by what was found of what was to be expected; none where no run was.
function level(row) {
  if (row.state === "no run") return "none";
  if (row.state === "silent") return "0";
  const share = row.expected > 0 ? row.articles / row.expected : 1;
  return share < 0.5 ? "1" : share < 0.9 ? "2" : share < 1.5 ? "3" : "4";
}

function cell(row, opened) {
  const expected = row.expected === null ? t("no_expectation") : number(row.expected);
  const label = `${name(row, row.source_id)}, ${day(row.news_date)}: ${number(row.articles)} / ${expected}, ${t(WORDS_OF[row.state])}`;
  return el("td", {}, el("button", { type: "button", class: `heat h${level(row)}`, tabindex: "-1", title: label, "aria-label": label,
    "data-source": row.source_id, "data-day": row.news_date, on: { click: (event) => opened(row, event.currentTarget) } },
  row.state === "no run" ? "" : number(row.articles)));
}

function move(event, grid) {
  const step = KEYS[event.key];
  if (!step) return;
  event.preventDefault();
  const rows = [...grid.tBodies[0].rows].map((row) => [...row.querySelectorAll("button")]);
  const at = rows.findIndex((row) => row.includes(event.target));
  const right = document.dir === "rtl" ? -1 : 1;
  const next = rows[at + step[0]]?.[rows[at].indexOf(event.target) + step[1] * right];
  if (!next) return;
  event.target.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

function heatmap(rows, opened) {
  const days = [...new Set(rows.map((row) => row.news_date))].sort();
  const bySource = Map.groupBy(rows, (row) => row.source_id);
  const grid = el("table", { class: "heatmap" },
    el("thead", {}, el("tr", {}, el("th", { scope: "col" }, t("source")), days.map((each) => el("th", { scope: "col" }, String(Number(each.slice(8))))))),
    el("tbody", {}, [...bySource.values()].map((mine) => el("tr", {},
      el("th", { scope: "row" }, own(name(mine[0], mine[0].source_id))), mine.map((row) => cell(row, opened))))));
  const first = grid.querySelector("button");
  if (first) first.tabIndex = 0;
  grid.addEventListener("keydown", (event) => move(event, grid));
  return el("div", { class: "scroll" }, grid);
}

async function details(row) {
  const [drops, runs] = await Promise.all([ask(`health/${encodeURIComponent(row.source_id)}/${row.news_date}`), runsOf(row.news_date)]);
  return section(null,
    el("h2", {}, own(name(row, row.source_id)), " · ", day(row.news_date)),
    el("dl", {}, [[t("documents"), number(row.found)], [t("articles"), number(row.articles)],
      [t("expected"), row.expected === null ? t("no_expectation") : number(row.expected)],
      [t("runs_of_day"), runLinks(runs)]].map(([term, value]) => [el("dt", {}, term), el("dd", {}, value)])),
    el("p", {}, el("a", { href: `#/search?collected=${row.news_date}&source=${encodeURIComponent(row.source_id)}` }, t("articles_of_day"))),
    drops.length > 0 && [el("h3", {}, t("why_dropped")), table([
      [t("stage"), (each) => each.stage], [t("reason"), (each) => el("code", {}, each.reason)],
      [t("pages"), (each) => number(each.pages)], [t("example"), (each) => own(each.example)],
    ], drops, { label: t("why_dropped") })]);
}

function legend() {
  const steps = [["none", "no_run"], ["0", "silent"], ["1", "low"], ["2", "a_little_less"], ["3", "as_expected"], ["4", "more_than"]];
  return el("ul", { class: "legend" }, steps.map(([each, key]) => el("li", {}, el("span", { class: `heat h${each}` }), t(key))));
}

export async function draw(place, { query }) {
  const known = await state();
  const month = /^\d{4}-\d{2}$/.test(query.get("month") ?? "") ? query.get("month") : (known.last_run_date ?? new Date().toISOString()).slice(0, 7);
  const rows = await ask("health", { month: `${month}-01` });
  const panel = el("div", { class: "panel", "aria-live": "polite" });
  const opened = async (row, button) => {
    place.querySelector(".heat[aria-pressed]")?.removeAttribute("aria-pressed");
    button.setAttribute("aria-pressed", "true");
    replace(panel, await details(row));
    panel.scrollIntoView({ block: "nearest" });
  };
  const chosen = (event) => { if (event.target.value) location.hash = `#/health?month=${event.target.value}`; };
  put(place,
    el("form", { class: "ask" }, el("label", {}, el("span", {}, t("month")),
      el("input", { type: "month", value: month, on: { change: chosen } }))),
    el("h1", {}, t("health")), el("p", { class: "meta" }, t("health_note")), legend(),
    rows.length ? heatmap(rows, opened) : el("p", { class: "note" }, t("no_rows")), panel);
}
