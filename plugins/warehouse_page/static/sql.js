// A console for one SELECT at a time, with examples, the model, and an export.

import { ask, send } from "./ask.js";
import { el, own, put, replace, table } from "./dom.js";
import { number, t } from "./words.js";

const MODEL = `SELECT table_name, column_name, data_type, comment FROM duckdb_columns()
WHERE NOT internal AND schema_name = 'main' ORDER BY table_name, column_index`;
const KEPT = "rasad-sql";

function cell(value, column) {
  if (value === null) return el("span", { class: "null" }, "NULL");
  if (column === "article_id") return el("a", { href: `#/article/${encodeURIComponent(value)}` }, value);
  if (typeof value === "object") return el("span", { class: "block", dir: "auto" }, JSON.stringify(value));
  return el("span", { class: "block", dir: "auto" }, String(value));
}

function result(answer, milliseconds) {
  const columns = answer.columns.map(({ name, type }, nth) => [
    el("span", { title: type }, own(name)), (row) => cell(row[nth], name)]);
  return [
    el("p", { class: "meta", role: "status" }, `${t("rows")}: ${number(answer.rows.length)} · ${number(Math.round(milliseconds))} ms`,
      answer.is_cut ? ` · ${t("cut")}` : ""),
    answer.rows.length ? table(columns, answer.rows, { label: t("statement") }) : el("p", { class: "note" }, t("no_rows")),
  ];
}

function model() {
  const details = el("details", {}, el("summary", {}, t("tables")));
  details.addEventListener("toggle", async () => {
    if (!details.open || details.children.length > 1) return;
    const { rows } = await (await send("sql", { sql: MODEL })).json();
    const byTable = Map.groupBy(rows, ([name]) => name);
    put(details, [...byTable].map(([name, columns]) => el("details", { class: "inner" }, el("summary", {}, el("code", {}, name)),
      el("dl", { dir: "ltr" }, columns.map(([, column, type, comment]) => [el("dt", {}, el("code", {}, column), " ", el("small", {}, type)), el("dd", {}, comment ?? "")])))));
  });
  return details;
}

async function download(answer) {
  const address = URL.createObjectURL(await answer.blob());
  el("a", { href: address, download: "rasad.csv" }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export async function draw(place, { query }) {
  const examples = await ask("examples");
  const text = el("textarea", { name: "sql", rows: "10", dir: "ltr", spellcheck: "false", autocomplete: "off", maxlength: "20000" });
  text.value = query.get("sql") ?? sessionStorage.getItem(KEPT) ?? examples[0]?.sql ?? "";
  const answer = el("div", { class: "answer", "aria-live": "polite" });
  const buttons = el("div", { class: "buttons" });
  const act = (work) => async () => {
    sessionStorage.setItem(KEPT, text.value);
    for (const each of buttons.children) each.disabled = true;
    replace(answer, el("p", { class: "wait" }, t("running")));
    try {
      replace(answer, await work());
    } catch (error) {
      replace(answer, el("pre", { class: "error", role: "alert", dir: "ltr" }, error.message));
    }
    for (const each of buttons.children) each.disabled = false;
  };
  const run = act(async () => {
    const begun = performance.now();
    return result(await (await send("sql", { sql: text.value })).json(), performance.now() - begun);
  });
  const save = act(async () => { await download(await send("sql.csv", { sql: text.value })); return []; });
  text.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); run(); } });
  const choose = el("select", { on: { change: (event) => { if (event.target.value) text.value = examples[Number(event.target.value)].sql; } } },
    el("option", { value: "" }, t("choose_example")), examples.map((each, nth) => el("option", { value: String(nth) }, each.name)));
  put(buttons, el("button", { type: "button", id: "run", on: { click: run } }, t("run")), el("button", { type: "button", class: "quiet", id: "csv", on: { click: save } }, t("csv")));
  put(place, el("h1", {}, t("sql")), el("p", { class: "meta" }, t("sql_note")),
    el("div", { class: "ask" }, el("label", { class: "wide" }, el("span", {}, t("examples")), choose)),
    el("label", {}, el("span", { class: "meta" }, t("statement")), text), buttons, answer, model());
}
