// Counts and the lists of bars. Every bar is a button that filters.
import { $, el, keepingFocus, named, number, summary, t } from "./base.js";
import { setFilter } from "./filters.js";

export function drawFigures(shown) {
  const people = new Set(shown.flatMap((event) => event.people));
  const papers = new Set(shown.flatMap((event) => event.papers));
  const counts = shown
    .map((event) => event.attendees)
    .filter((count) => count !== null && count !== undefined)
    .sort((a, b) => a - b);
  const figures = [
    [shown.filter((event) => event.type).length, "n_events"],
    [new Set(shown.map((event) => event.article)).size, "n_articles"],
    [people.size, "n_people"],
    [papers.size, "n_papers"],
    [counts.length ? counts[Math.floor((counts.length - 1) / 2)] : "–", "n_attendees"],
  ];
  $("figures").replaceChildren(
    ...figures.map(([value, key]) =>
      el(
        "div",
        { class: "figure" },
        el("strong", {}, typeof value === "number" ? number(value) : value),
        el("span", {}, t(key)),
      ),
    ),
  );
}

function drawBars(id, counted, label, note, pick) {
  const list = $(id).querySelector("ol");
  keepingFocus(list, () => list.replaceChildren(...barsOf(counted, label, note, pick)));
}

function barsOf(counted, label, note, pick) {
  if (!counted.length) return [el("li", { class: "hint" }, t("empty"))];
  return counted.map(([key, count]) => bar(key, count / counted[0][1], label(key), note(key), count, pick));
}

// A list of bars of its own, for what is counted as [key, count].
export const barList = (counted, label, note, pick) =>
  el("ol", { class: "bars" }, ...barsOf(counted, label, note, pick));

function bar(key, share, label, note, count, pick) {
  const length = el("i", { class: "bar" });
  length.style.width = `${100 * share}%`;
  return el(
    "li",
    {},
    el(
      "button",
      { type: "button", "data-key": key, onclick: () => pick(key) },
      el("span", { class: "label" }, label),
      el("span", { class: "muted" }, note),
      el("b", {}, number(count)),
      length,
    ),
  );
}

export function top(values, limit) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, limit);
}

export function drawLists(shown) {
  drawBars(
    "types",
    top(shown.map((event) => event.type).filter(Boolean), 16),
    (type) => named("value", type),
    () => "",
    (type) => setFilter({ type }),
  );
  drawBars(
    "papers",
    top(
      shown.flatMap((event) => event.papers),
      10,
    ),
    (paper) => summary.papers[paper],
    () => "",
    (paper) => setFilter({ paper }),
  );
  drawBars(
    "people",
    top(
      shown.flatMap((event) => event.people),
      10,
    ),
    (person) => summary.people[person][0],
    (person) => [summary.people[person][1], summary.people[person][2]].filter(Boolean).join(" · "),
    (person) => setFilter({ person }),
  );
}
