// An official, an agency or a country: offices over time, articles over time, who is named with whom.

import { entityLink } from "./article.js";
import { ask } from "./ask.js";
import { chart, timeSpec } from "./chart.js";
import { el, own, put, section, table } from "./dom.js";
import { articleLink, byline } from "./search.js";
import { day, language, name, number, t } from "./words.js";

const inLanguage = (arabic, english) => (language === "ar" ? arabic || english : english || arabic) ?? "";

function offices(found) {
  if (found.offices.length === 0) return null;
  const isBody = found.kind === "agency";
  const columns = [
    [t("office"), (row) => [own(inLanguage(row.title_ar, row.name_en)), row.is_acting && el("span", { class: "tag" }, t("acting"))]],
    isBody
      ? [t("holder"), (row) => entityLink({ kind: "official", entity_id: row.official_id, name_ar: row.official_ar, name_en: row.official_en })]
      : [t("agency"), (row) => row.agency_id && entityLink({ kind: "agency", entity_id: row.agency_id, name_ar: row.agency_ar, name_en: row.agency_en })],
    [t("since"), (row) => day(row.valid_from) || t("unknown")],
    [t("until"), (row) => day(row.valid_to) || "–"],
    [t("basis"), (row) => el("span", { title: row.evidence ?? "" }, t(row.basis))],
    [t("articles"), (row) => number(row.article_count ?? 0)],
  ];
  return section(t("offices"), table(columns, found.offices, { label: t("offices") }));
}

function together(rows) {
  const kinds = [["official", "officials"], ["agency", "agencies"], ["country", "countries"]];
  return section(t("together"), el("div", { class: "thirds" }, kinds.map(([kind, heading]) => el("div", {},
    el("h3", {}, t(heading)), el("ol", { class: "plain ranked" }, rows.filter((row) => row.kind === kind).map((row) => el("li", {},
      el("span", { class: "grow" }, entityLink(row)), el("span", { class: "meta" }, number(row.articles)))))))));
}

export async function draw(place, { parts }) {
  const [kind, id] = parts;
  const found = await ask(`entities/${encodeURIComponent(kind)}/${encodeURIComponent(id)}`);
  const other = inLanguage(found.name_en, found.name_ar);
  const main = name(found, id);
  put(place,
    el("h1", {}, own(main), other && other !== main && el("small", {}, " ", own(other))),
    el("p", { class: "meta" }, t(kind), found.country_code && kind !== "country" ? [" · ", own(found.country_code)] : "",
      found.is_provisional ? ` · ${t("provisional")}` : "", ` · ${t("articles")}: ${number(found.articles)}`,
      found.first_date ? [" · ", own(day(found.first_date)), " – ", own(day(found.last_date))] : ""),
    found.over_time.length > 0 && section(t("over_time"), chart(place, timeSpec(found.over_time), {
      columns: [[t("period"), (row) => day(row.period)], [t("articles"), (row) => number(row.articles)]],
      rows: found.over_time, label: t("over_time"),
    })),
    offices(found), together(found.together),
    section(t("newest"), el("ul", { class: "hits small" }, found.newest.map((row) => el("li", { dir: "rtl" }, articleLink(row), byline(row))))));
}
