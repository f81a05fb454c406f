// Words, elements, and the data islands. Whatever an article says is only ever set as text.
export const island = (id) => JSON.parse(document.getElementById(id).textContent);
const words = island("words");
export const summary = island("summary");
const records = (table) => table.rows.map((row) => Object.fromEntries(table.fields.map((name, at) => [name, row[at]])));
export const articles = records(summary.articles);
export const events = records(summary.events);
export const $ = (id) => document.getElementById(id);

export const remembered = (key, otherwise) => {
  try {
    return localStorage.getItem("sukien." + key) ?? otherwise;
  } catch {
    return otherwise;
  }
};
export const remember = (key, value) => {
  try {
    localStorage.setItem("sukien." + key, value);
  } catch {
    /* a private window keeps nothing */
  }
};

let language = remembered("language", browserLanguage()) === "en" ? "en" : "vi";

// English where the browser asks for it before Vietnamese.
function browserLanguage() {
  return navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === "vi" || tag === "en") ?? "vi";
}

export function languageInUse() {
  return language;
}

export function switchLanguage() {
  language = language === "vi" ? "en" : "vi";
  remember("language", language);
}
export const t = (key, values = {}) => words[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
export const named = (group, key) => words[language][group][key] ?? String(key).replaceAll("_", " ");
export const number = (value) => value.toLocaleString(language === "vi" ? "vi-VN" : "en-GB");

export function el(name, options = {}, ...children) {
  const made = document.createElement(name);
  setAttributes(made, options);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

export function svg(name, options = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  setAttributes(made, options);
  made.append(...children);
  return made;
}

function setAttributes(made, options) {
  for (const [key, value] of Object.entries(options)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== null && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
}

// Lower case without marks, đ as d: the same folding as the tables' search.
export const folded = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");

export function day(iso) {
  if (!iso) return "";
  const [year, month, date] = iso.slice(0, 10).split("-");
  return [date, month, year].filter(Boolean).join("/");
}

export const period = (start, end) => (!end || start === end ? day(start) : `${day(start)} – ${day(end)}`);

// Draws anew, with the keyboard's focus where it was: on the same control, or else on the one in its place.
// Returns what the drawing returns.
export function keepingFocus(home, redraw) {
  const active = document.activeElement,
    within = home.contains(active) && active.id === "";
  const place = within && { key: active.dataset.key, at: focusable(home).indexOf(active) };
  const made = redraw();
  if (!place || document.contains(active)) return made;
  const now = focusable(home);
  (now.find((node) => place.key && node.dataset.key === place.key) ?? now[Math.min(place.at, now.length - 1)])?.focus();
  return made;
}

const focusable = (home) => [...home.querySelectorAll("button, [tabindex='0'], input, select, summary, a[href]")];

export function download(name, text, type) {
  const href = URL.createObjectURL(new Blob([text], { type }));
  el("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}
