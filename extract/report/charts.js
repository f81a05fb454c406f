// Counts, the timeline, and the lists of bars. Every bar is a button that filters.
import { $, day, el, named, number, summary, svg, t } from "./base.js";
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

function monthsBetween(first, last) {
  const months = [];
  for (
    let [year, month] = first.split("-").map(Number);
    `${year}-${String(month).padStart(2, "0")}` <= last;
    month === 12 ? (year++, (month = 1)) : month++
  ) {
    months.push(`${year}-${String(month).padStart(2, "0")}`);
  }
  return months;
}

// Months, or years where there are more months than fit.
function periods(dates) {
  const months = monthsBetween(dates[0].slice(0, 7), dates[dates.length - 1].slice(0, 7));
  return months.length <= 72 ? months : [...new Set(months.map((month) => month.slice(0, 4)))];
}

export function drawTimeline(shown) {
  const dates = shown
    .map((event) => event.start_date)
    .filter((date) => date?.length >= 7)
    .sort();
  const chart = $("timeline").querySelector(".chart");
  if (!dates.length) return chart.replaceChildren();
  const bins = periods(dates),
    grain = bins[0].length,
    counts = new Map(bins.map((bin) => [bin, 0]));
  for (const date of dates) counts.set(date.slice(0, grain), counts.get(date.slice(0, grain)) + 1);
  const most = Math.max(...counts.values()),
    width = 700 / bins.length;
  const columns = bins.map((bin, at) => column(bin, counts.get(bin), at * width, width, most));
  const labels = yearLabels(bins, width);
  const missing = shown.length - dates.length;
  chart.replaceChildren(
    svg("svg", { viewBox: "0 -22 700 184", role: "group" }, axis(most), ...columns, ...labels),
    missing ? el("p", { class: "note" }, t("undated", { n: number(missing) })) : "",
  );
}

function axis(most) {
  const lines = svg("g", { class: "axis" });
  for (const share of [0.5, 1]) {
    if (share === 0.5 && most < 4) continue;
    const y = 140 - 140 * share;
    lines.append(
      svg("line", { x1: 0, x2: 700, y1: y, y2: y }),
      svg("text", { x: 0, y: y - 3 }, number(Math.round(most * share))),
    );
  }
  return lines;
}

function column(bin, count, x, width, most) {
  const height = (140 * count) / most,
    label = `${day(bin)}: ${number(count)} ${t("n_events")}`;
  const pick = () => setPeriod(bin);
  return svg(
    "g",
    {
      class: "column",
      tabindex: count ? 0 : null,
      role: "button",
      "aria-label": label,
      onclick: pick,
      onkeydown: onEnter(pick),
    },
    svg("title", {}, label),
    svg("rect", { class: "reach", x, y: 0, width, height: 140 }),
    svg("rect", { class: "bar", x: x + width * 0.08, y: 140 - height, width: Math.min(width * 0.84, 40), height }),
  );
}

function yearLabels(bins, width) {
  const firsts = bins
    .map((bin, at) => [bin.slice(0, 4), at])
    .filter(([year], at, all) => at === 0 || all[at - 1][0] !== year);
  const every = Math.ceil(firsts.length / 12);
  return firsts
    .filter((_, at) => at % every === 0)
    .map(([year, at]) => svg("text", { class: "year", x: at * width + Math.min(width / 2, 22), y: 156 }, year));
}

function setPeriod(bin) {
  const last =
    bin.length === 4 ? `${bin}-12-31` : `${bin}-${new Date(Date.UTC(...bin.split("-").map(Number), 0)).getUTCDate()}`;
  setFilter({ from: bin.length === 4 ? `${bin}-01-01` : `${bin}-01`, to: last });
}

export const onEnter = (act) => (key) => {
  if (key.key === "Enter" || key.key === " ") {
    key.preventDefault();
    act();
  }
};

function drawBars(id, counted, label, note, pick) {
  const most = counted[0]?.[1] ?? 1;
  $(id)
    .querySelector("ol")
    .replaceChildren(
      ...counted.map(([key, count]) => {
        const bar = el("i", { class: "bar" });
        bar.style.width = `${(100 * count) / most}%`;
        return el(
          "li",
          {},
          el(
            "button",
            { type: "button", onclick: () => pick(key) },
            el("span", { class: "label" }, label(key)),
            el("span", { class: "muted" }, note(key)),
            el("b", {}, number(count)),
            bar,
          ),
        );
      }),
    );
}

function top(values, limit) {
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
