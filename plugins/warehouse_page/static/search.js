// Search, or the newest articles; and with one day chosen, the runs that loaded it.

import { leave, runsOf } from "./airflow.js";
import { ask, state } from "./ask.js";
import { el, own, put, replace } from "./dom.js";
import { day, name, t } from "./words.js";

const STEP = 20;
const MOST = 200;

export function articleLink(row) {
  return el("a", { class: "title", href: `#/article/${encodeURIComponent(row.article_id)}`, dir: row.title ? "auto" : null },
    row.title ? row.title : el("em", {}, t("untitled")));
}

export function byline(row) {
  return el("p", { class: "meta" }, own(name(row, row.source_id)), " · ",
    el("a", { href: `#/search?from=${row.news_date}&to=${row.news_date}` }, own(day(row.news_date))));
}

function hit(row) {
  return el("li", { dir: "rtl" }, articleLink(row), byline(row),
    el("p", { class: "snippet", dir: "auto" }, row.snippet.map((piece) => (
      piece.hit ? el("mark", {}, piece.text) : piece.text))));
}

function choice(label, key, value, first, rows, idOf) {
  const select = el("select", { name: key }, el("option", { value: "" }, first),
    rows.map((row) => el("option", { value: idOf(row) }, name(row, idOf(row)))));
  select.value = value;
  return el("label", {}, el("span", {}, label), select);
}

function field(label, key, value, type, more = {}) {
  return el("label", {}, el("span", {}, label), el("input", { name: key, type, value, ...more }));
}

function form(known, asked) {
  const submit = (event) => {
    event.preventDefault();
    const filled = [...new FormData(event.target)].filter(([, value]) => value.trim() !== "");
    location.hash = `#/search?${new URLSearchParams(filled)}`;
  };
  return el("form", { class: "ask", role: "search", on: { submit } },
    el("label", { class: "wide" }, el("span", {}, t("search")),
      el("input", { name: "q", type: "search", value: asked.q, placeholder: t("query"), dir: "auto",
        maxlength: "500", autocomplete: "off" })),
    field(t("from"), "from", asked.from, "date", { min: known.first_date, max: known.last_date }),
    field(t("to"), "to", asked.to, "date", { min: known.first_date, max: known.last_date }),
    choice(t("source"), "source", asked.source, t("any_source"), known.sources, (row) => row.source_id),
    choice(t("country"), "country", asked.country, t("any_country"), known.countries, (row) => row.country_code),
    el("button", { type: "submit" }, t("find")));
}

export function runLinks(runs) {
  return runs.length === 0 ? el("span", { class: "meta" }, t("no_runs")) : runs.map((run) => el("a",
    { class: `run ${run.state}`, href: run.href, title: t("to_run"), on: { click: (event) => leave(event, run.href) } },
    own(run.id), " · ", run.state));
}

async function dayBar(chosen, isRun) {
  const bar = el("p", { class: "daybar" }, el("strong", {}, isRun ? t("day_of_run") : t("runs_of_day"), " ", own(day(chosen))), " ");
  return put(bar, runLinks(await runsOf(chosen)));
}

export async function draw(place, { query }) {
  const asked = Object.fromEntries(["q", "from", "to", "collected", "source", "country"].map((key) => [key, query.get(key) ?? ""]));
  const parameters = { ...asked, date_from: asked.from, date_to: asked.to, from: "", to: "" };
  const [known, rows] = await Promise.all([state(), ask("articles", { ...parameters, most: STEP })]);
  put(place, form(known, asked));
  if (query.get("run") === "none") put(place, el("p", { class: "note" }, t("no_day")));
  const chosen = asked.collected || (asked.from === asked.to ? asked.from : "");
  if (chosen) {
    const bar = el("div", {});
    put(place, bar);
    dayBar(chosen, query.get("run") === "1").then((node) => replace(bar, node));
  }
  const list = el("ol", { class: "hits" }, rows.map(hit));
  const more = el("button", { type: "button", class: "quiet", hidden: rows.length < STEP }, t("more"));
  more.addEventListener("click", async () => {
    const most = Math.min(list.children.length + STEP, MOST);
    const all = await ask("articles", { ...parameters, most });
    put(list, all.slice(list.children.length).map(hit));
    more.hidden = all.length < most || most === MOST;
  });
  put(place, el("h1", {}, asked.q ? t("found") : asked.collected ? t("articles_of_run") : t("newest")),
    rows.length ? list : el("p", { class: "note" }, t("none_found")), more);
}
