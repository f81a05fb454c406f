// The list of events: only the rows in sight exist, so that thousands scroll like ten.
import { $, articles, el, named, number, period, t } from "./base.js";
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
      place(event) && ` · ${place(event)}`,
    ),
    el("p", { class: "name" }, articles[event.article].title || event.name || articles[event.article].article_id),
    event.confidence === null ? null : meter(event.confidence),
  );
  row.style.top = `${at * ROW}px`;
  return row;
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
  openArticle(shownEvents[at], !keepFocus);
}

export function chooseFirst() {
  if (!shownEvents.length) return;
  current = 0;
  drawRows();
  openArticle(shownEvents[0], false);
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
