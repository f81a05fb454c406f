// The list of events: only the rows in sight exist, so that thousands scroll like ten.
import { $, articles, el, named, number, period, t } from "./base.js";
import { markHits, terms } from "./search.js";
import { afterPublication, filters } from "./filters.js";
import { setShown } from "./address.js";
import { openArticle } from "./article.js";

const ROW = 84;
let shownEvents = [],
  current = -1;

export function drawList(shown) {
  const open = shownEvents[current];
  shownEvents = shown;
  current = open ? shown.indexOf(open) : -1;
  $("count").textContent = number(shown.length);
  $("runway").style.height = `${Math.max(1, shown.length) * ROW}px`;
  $("list").scrollTop = current >= 0 ? Math.max(0, current * ROW - ROW) : 0;
  $("save").disabled = !shown.length;
  drawRows();
}

export function drawRows() {
  const list = $("list"),
    first = Math.max(0, Math.floor(list.scrollTop / ROW) - 4);
  const last = Math.min(shownEvents.length, first + Math.ceil((list.clientHeight || 600) / ROW) + 9);
  const rows = shownEvents.slice(first, last).map((event, at) => listRow(event, first + at));
  $("runway").replaceChildren(...(rows.length ? rows : [el("p", { class: "hint" }, t("none"))]));
  if (current >= 0) list.setAttribute("aria-activedescendant", `row${current}`);
  else list.removeAttribute("aria-activedescendant");
  markAll();
}

// The hits of the search, in the rows in sight and in the open article.
export function markAll() {
  markHits([...document.querySelectorAll("#runway .name, #runway .where, #article .prose")], terms(filters.query));
}

function listRow(event, at) {
  const row = el(
    "div",
    {
      id: `row${at}`,
      role: "option",
      class: "event",
      "aria-selected": String(at === current),
      "aria-posinset": at + 1,
      "aria-setsize": shownEvents.length,
      onclick: () => choose(at),
    },
    el(
      "p",
      { class: "meta" },
      el("b", {}, period(event.start_date, event.end_date) || "—"),
      " ",
      event.type ? named("value", event.type) : t("no_event"),
      el("span", { class: "where" }, place(event) && ` · ${place(event)}`),
      ...flags(event),
    ),
    el("p", { class: "name" }, articles[event.article].title || event.name || articles[event.article].article_id),
    event.confidence === null ? null : meter(event.confidence),
  );
  row.style.top = `${at * ROW}px`;
  return row;
}

// What is not simply a held event: one still to come or called off, or whose day is after its article's.
export function flags(event) {
  const words = [
    event.status && event.status !== "held" && named("value", event.status),
    afterPublication(event) && t("after_publication"),
  ];
  return words.filter(Boolean).map((word) => el("span", { class: "flag" }, word));
}

export const place = (event) => [event.commune, event.district, event.province].filter(Boolean).join(", ");

function meter(confidence) {
  const bar = el("i", {});
  bar.style.width = `${confidence * 100}%`;
  return el("span", { class: "meter", title: `${t("confidence")} ${confidence.toFixed(2)}` }, bar);
}

function choose(at, keepFocus) {
  if (at < 0 || at >= shownEvents.length) return;
  current = at;
  const list = $("list"),
    y = at * ROW;
  if (y < list.scrollTop) list.scrollTop = y;
  else if (y + ROW > list.scrollTop + list.clientHeight) list.scrollTop = y + ROW - list.clientHeight;
  drawRows();
  setShown(shownEvents[at]);
  openArticle(shownEvents[at], !keepFocus);
}

// The first event is shown without being chosen: the address does not name it.
export function chooseFirst() {
  if (!shownEvents.length) return;
  current = 0;
  drawRows();
  openArticle(shownEvents[0], false);
}

// Opens an event that an address points to, whether or not the list shows it.
export function chooseEvent(event, focus) {
  current = shownEvents.indexOf(event);
  if (current >= 0) return choose(current, !focus);
  drawRows();
  setShown(event);
  openArticle(event, focus);
}

const LIST_KEYS = {
  ArrowDown: () => current + 1,
  ArrowUp: () => current - 1,
  PageDown: () => current + 6,
  PageUp: () => current - 6,
  Home: () => 0,
  End: () => shownEvents.length - 1,
};
export function onListKey(key) {
  if (key.key === "Enter" && current >= 0) return openArticle(shownEvents[current], true);
  const move = LIST_KEYS[key.key];
  if (!move) return;
  key.preventDefault();
  choose(Math.min(Math.max(0, move()), shownEvents.length - 1), true);
}
