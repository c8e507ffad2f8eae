// The page: its head, and the view that the address names.

import { followTheme, tellAddress, dayOf } from "./airflow.js";
import { Failed, state } from "./ask.js";
import { el, put, replace } from "./dom.js";
import { applyLanguage, instant, language, number, switchLanguage, t } from "./words.js";

const VIEWS = {
  search: () => import("./search.js"),
  article: () => import("./article.js"),
  names: () => import("./names.js"),
  entity: () => import("./entity.js"),
  charts: () => import("./charts.js"),
  health: () => import("./health.js"),
  sql: () => import("./sql.js"),
};
const IN_HEAD = ["search", "names", "charts", "health", "sql"];
const PART_OF = { article: "search", entity: "names" };

const main = document.getElementById("main");
let turn = 0;

function address() {
  const [path, query = ""] = location.hash.replace(/^#\/?/, "").split("?");
  const [view, ...parts] = path.split("/");
  return {
    view: VIEWS[view] ? view : "search",
    parts: parts.map((part) => decodeURIComponent(part)),
    query: new URLSearchParams(query),
  };
}

function head(view) {
  document.getElementById("skip").textContent = t("skip");
  const held = el("span", { class: "held" });
  state().then((known) => replace(held, `${number(known.articles)} ${t("holds")}`,
    known.loaded_at ? ` · ${t("loaded")} ${instant(known.loaded_at)}` : "")).catch(() => {});
  const current = PART_OF[view] ?? view;
  replace(document.getElementById("top"),
    el("a", { class: "name", href: "#/search" }, el("strong", {}, language === "ar" ? "رصد" : "Rasad")),
    el("nav", { "aria-label": t("views") }, IN_HEAD.map((each) => el("a",
      { href: `#/${each}`, "aria-current": each === current ? "page" : null }, t(each)))),
    held,
    el("button", { class: "quiet", type: "button", lang: language === "ar" ? "en" : "ar",
      on: { click: () => { switchLanguage(); show(); } } }, t("other_language")));
}

function told(error) {
  if (!(error instanceof Failed)) return error.message;
  if (error.status === 401) return t("sign_in");
  if (error.status === 403) return t("no_access");
  if (error.status === 404) return error.message.includes("nothing is published") ? t("nothing_published") : t("not_known");
  return `${t("failed")}: ${error.message}`;
}

async function show() {
  const mine = ++turn;
  const { view, parts, query } = address();
  head(view);
  tellAddress();
  const place = el("div", { class: `view ${view}` });
  const waiting = setTimeout(() => mine === turn && replace(main, el("p", { class: "wait" }, t("loading"))), 150);
  try {
    const { draw } = await VIEWS[view]();
    await draw(place, { parts, query, isCurrent: () => mine === turn });
  } catch (error) {
    put(place, el("p", { class: "error", role: "alert" }, told(error)));
  }
  clearTimeout(waiting);
  if (mine !== turn) return;
  replace(main, place);
  document.title = `${place.querySelector("h1, h2")?.textContent ?? t(view)} · Rasad`;
  main.dataset.ready = location.hash;
  place.dispatchEvent(new CustomEvent("shown"));
}

// Airflow's tab of a run says which run: the view is the articles of its day.
async function start() {
  applyLanguage();
  followTheme(() => document.dispatchEvent(new CustomEvent("theme")));
  const asked = new URLSearchParams(location.search);
  if (asked.get("run") && !location.hash) {
    const day = await dayOf(asked.get("dag") ?? "", asked.get("run"));
    history.replaceState(null, "", day ? `#/search?collected=${day}&run=1` : "#/search?run=none");
  }
  addEventListener("hashchange", () => { show(); main.focus({ preventScroll: true }); scrollTo(0, 0); });
  await show();
}

start();
