// One article: what it says with who is named in it, where it comes from, and what became of it.

import { leave, runsOf } from "./airflow.js";
import { ask } from "./ask.js";
import { el, own, put, replace, section, table } from "./dom.js";
import { articleLink, byline, runLinks } from "./search.js";
import { day, instant, name, number, t } from "./words.js";

export function entityLink(row, attributes = {}) {
  return el("a", { href: `#/entity/${row.kind}/${encodeURIComponent(row.entity_id)}`, ...attributes },
    own(name(row, row.entity_id)));
}

// The piece of a text that several mentions cover leads to the shortest of them.
function piece(each, mentions) {
  if (each.marks.length === 0) return each.text;
  const covering = each.marks.map((nth) => mentions[nth]);
  const inner = covering.reduce((best, one) => (
    one.end_offset - one.start_offset < best.end_offset - best.start_offset ? one : best));
  const title = covering.map((one) => `${t(one.kind)}: ${name(one, one.entity_id)} (${one.rule})`).join("\n");
  return el("a", { class: `mention ${inner.kind}`, title, href: `#/entity/${inner.kind}/${encodeURIComponent(inner.entity_id)}` },
    each.text);
}

function paragraphs(pieces, mentions) {
  const body = [el("p", { dir: "auto" })];
  for (const each of pieces) {
    each.text.split("\n").forEach((text, nth) => {
      if (nth) body.push(el("p", { dir: "auto" }));
      if (text) put(body.at(-1), piece({ ...each, text }, mentions));
    });
  }
  return body.filter((paragraph) => paragraph.hasChildNodes());
}

function facts(found) {
  const runs = el("span", { class: "meta" }, "…");
  runsOf(found.collected_date).then((known) => replace(runs, runLinks(known)));
  const rows = [
    [t("published"), found.published_at && own(instant(found.published_at))],
    [t("collected"), own(instant(found.collected_at))],
    [t("author"), found.author && own(found.author)],
    [t("attribution"), found.attribution && own(found.attribution)],
    [t("section"), found.section && own(found.section)],
    [t("topics"), found.topics.length ? found.topics.map((topic) => el("span",
      { class: topic.is_primary ? "tag main" : "tag" }, own(name(topic)), ` ${Math.round(topic.score * 100)}%`)) : t("uncertain")],
    [t("run_of"), [el("a", { href: `#/search?collected=${found.collected_date}&run=1` }, day(found.collected_date)), el("br"), runs]],
    [t("archive"), found.warc_file && el("code", {}, `${found.warc_file} @ ${found.warc_offset}`)],
  ];
  return el("dl", {}, rows.filter(([, value]) => value).map(([term, value]) => [el("dt", {}, term), el("dd", {}, value)]));
}

function source(url) {
  if (!/^https?:\/\//i.test(url)) return own(url, { class: "meta" });
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer", on: { click: (event) => leave(event, url, true) } }, t("original"));
}

function namedHere(mentions) {
  const seen = new Map();
  for (const each of [...mentions.title, ...mentions.body]) {
    const key = `${each.kind} ${each.entity_id}`;
    seen.set(key, { ...each, count: (seen.get(key)?.count ?? 0) + 1 });
  }
  const groups = [["official", "officials"], ["agency", "agencies"], ["country", "countries"]];
  return groups.map(([kind, heading]) => {
    const rows = [...seen.values()].filter((each) => each.kind === kind).sort((a, b) => b.count - a.count);
    return rows.length > 0 && [el("h3", {}, el("span", { class: `swatch ${kind}` }), t(heading)),
      el("ul", { class: "plain" }, rows.map((row) => el("li", {}, entityLink(row), el("span", { class: "meta" }, ` ${row.count}`))))];
  });
}

function cooperation(rows) {
  return rows.length > 0 && section(t("cooperation"), rows.map((row) => el("blockquote", { dir: "auto" }, row.sentence,
    el("footer", { dir: "ltr" }, `${row.kind} · ${row.stage} · ${row.actor_states.join(", ")} → ${row.partner_states.join(", ")}`))));
}

function revisions(rows) {
  if (rows === null) return section(t("revisions"), el("p", { class: "meta" }, t("not_kept")));
  if (rows.length === 0) return section(t("revisions"), el("p", { class: "meta" }, t("no_revisions")));
  const changes = (row) => [
    [row.is_deletion, "deleted"], [row.is_title_changed, "changed_title"], [row.is_body_changed, "changed_body"],
    [row.is_number_changed, "changed_number"], [row.is_name_changed, "changed_name"],
  ].filter(([is]) => is).map(([, key]) => t(key)).join(document.dir === "rtl" ? "، " : ", ");
  return section(t("revisions"), el("ol", { class: "plain" }, rows.map((row) => el("li", {}, instant(row.seen_at), " · ", changes(row),
    " ", el("bdi", { class: "meta", dir: "ltr" }, `+${row.words_added} −${row.words_removed}`)))));
}

function story(rows) {
  if (rows === null) return section(t("story"), el("p", { class: "meta" }, t("not_kept")));
  if (rows.length === 0) return section(t("story"), el("p", { class: "meta" }, t("no_story")));
  return section(t("story"), el("ul", { class: "plain" }, rows.map((row) => el("li", { dir: "rtl" }, articleLink(row), byline(row),
    el("span", { class: "tag" }, row.is_same_report ? t("copy") : t("report"),
      row.changed_share > 0 ? ` · ${Math.round(row.changed_share * 100)}% ${t("changed_share")}` : "")))));
}

function dropped(id) {
  const place = el("div", { "aria-live": "polite" });
  const load = async (event) => {
    event.target.disabled = true;
    try {
      const rows = await ask(`articles/${encodeURIComponent(id)}/dropped`);
      replace(place, rows.length === 0 ? el("p", { class: "meta" }, t("none_dropped")) : table([
        ["#", (row) => number(row.line)],
        [t("dropped_title"), (row) => el("span", { dir: "auto", class: "block" }, row.text)],
        [t("rule"), (row) => el("code", {}, row.rule)],
        [t("evidence"), (row) => own(row.evidence)],
      ], rows, { label: t("dropped_title") }));
    } catch (error) {
      event.target.disabled = false;
      replace(place, el("p", { class: "meta" }, error.status === 404 ? t("dropped_gone") : error.message));
    }
  };
  return el("section", { class: "card" }, el("button", { type: "button", class: "quiet", on: { click: load } }, t("dropped")), place);
}

export async function draw(place, { parts }) {
  const found = await ask(`articles/${encodeURIComponent(parts[0])}`);
  const { title, body } = found.mentions;
  const heading = found.title.length ? found.title.map((each) => piece(each, title)) : t("untitled");
  put(place, el("div", { class: "columns" },
    el("div", {},
      el("article", { class: "card text", dir: "rtl", lang: found.language },
        el("h1", { dir: found.title.length ? "auto" : null }, heading),
        el("p", { class: "meta" }, own(name(found, found.source_id)), " · ",
          el("a", { href: `#/search?from=${found.news_date}&to=${found.news_date}` }, own(day(found.news_date))), " · ",
          own(`${number(found.word_count)} ${t("words")}`), " · ", source(found.url)),
        paragraphs(found.body, body),
        found.captions?.length > 0 && el("aside", {}, el("h3", {}, t("captions")), found.captions.map((each) => el("p", { dir: "auto" }, each)))),
      cooperation(found.cooperation), dropped(found.article_id)),
    el("aside", {}, section(t("mentioned"), namedHere(found.mentions)), section("", facts(found)),
      revisions(found.revisions), story(found.story))));
}
