// Officials, agencies and countries: the most often named, or those whose name holds some words.

import { entityLink } from "./article.js";
import { ask } from "./ask.js";
import { el, own, put, section } from "./dom.js";
import { number, t } from "./words.js";

const KINDS = [["official", "officials"], ["agency", "agencies"], ["country", "countries"]];

function list(kind, heading, rows) {
  return section(t(heading), rows.length === 0 ? el("p", { class: "meta" }, t("no_rows")) : el("ol", { class: "plain ranked" },
    rows.map((row) => el("li", {}, el("span", { class: "grow" }, entityLink({ ...row, kind }),
      row.country_code && kind !== "country" && el("span", { class: "meta" }, " ", own(row.country_code)),
      row.is_provisional && el("span", { class: "tag", title: t("provisional") }, "~")),
    el("span", { class: "meta" }, number(row.articles))))));
}

export async function draw(place, { query }) {
  const q = query.get("q") ?? "";
  const submit = (event) => {
    event.preventDefault();
    location.hash = `#/names?${new URLSearchParams({ q: event.target.q.value })}`;
  };
  const found = await Promise.all(KINDS.map(([kind]) => ask(`entities/${kind}`, { q })));
  put(place,
    el("form", { class: "ask", role: "search", on: { submit } },
      el("label", { class: "wide" }, el("span", {}, t("names")),
        el("input", { name: "q", type: "search", value: q, placeholder: t("names_query"), dir: "auto", maxlength: "200", autocomplete: "off" })),
      el("button", { type: "submit" }, t("find"))),
    el("h1", {}, q ? own(q) : t("most_named")),
    el("div", { class: "thirds" }, KINDS.map(([kind, heading], nth) => list(kind, heading, found[nth]))));
}
