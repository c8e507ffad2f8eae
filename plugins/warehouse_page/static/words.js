// The page's own words in English and Arabic, and how it writes names, days and numbers.

import { languageOfAirflow } from "./airflow.js";
import { WORDS } from "./dictionary.js";

const DAY = { day: "numeric", month: "short", year: "numeric" };
const KEPT = "rasad-language";

export let language = localStorage.getItem(KEPT) ?? (languageOfAirflow().startsWith("ar") ? "ar" : "en");
if (!["ar", "en"].includes(language)) language = "en";

export function applyLanguage() {
  document.documentElement.lang = language;
  document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
}

export function switchLanguage() {
  language = language === "ar" ? "en" : "ar";
  localStorage.setItem(KEPT, language);
  applyLanguage();
}

const at = () => (language === "ar" ? 1 : 0);

export function t(key) {
  return WORDS[key]?.[at()] ?? key;
}

// The name in the reader's language, else in the other one, else what identifies it.
export function name(row, otherwise = "") {
  const names = at() ? [row.name_ar, row.name_en] : [row.name_en, row.name_ar];
  return names.find(Boolean) ?? otherwise;
}

const locale = () => (language === "ar" ? "ar-u-nu-latn" : "en-GB");

export function number(value) {
  return new Intl.NumberFormat(locale()).format(value);
}

export function day(iso) {
  if (!iso) return "";
  const [year, month, date] = iso.split("-").map(Number);
  return new Intl.DateTimeFormat(locale(), { ...DAY, timeZone: "UTC" }).format(Date.UTC(year, month - 1, date));
}

export function instant(iso) {
  return iso ? new Intl.DateTimeFormat(locale(), { ...DAY, hour: "2-digit", minute: "2-digit" }).format(new Date(iso)) : "";
}
