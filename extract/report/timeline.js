// Events over time, by month or year. Every column is a button that filters by its period.
import { $, day, el, keepingFocus, number, svg, t } from "./base.js";
import { setFilter } from "./filters.js";

const WIDTH = 700,
  HEIGHT = 140,
  MOST_MONTHS = 72,
  MOST_LABELS = 18;

function monthsBetween(first, last) {
  const [year, month] = first.split("-").map(Number),
    [lastYear, lastMonth] = last.split("-").map(Number);
  const length = (lastYear - year) * 12 + lastMonth - month + 1;
  return Array.from({ length }, (_, at) => {
    const past = month - 1 + at;
    return `${year + Math.floor(past / 12)}-${String((past % 12) + 1).padStart(2, "0")}`;
  });
}

// Months, or years where there are more months than fit.
function periods(dates) {
  const months = monthsBetween(dates[0].slice(0, 7), dates[dates.length - 1].slice(0, 7));
  return months.length <= MOST_MONTHS ? months : [...new Set(months.map((month) => month.slice(0, 4)))];
}

export function drawTimeline(shown) {
  const dates = shown
    .map((event) => event.start_date)
    .filter((date) => date?.length >= 7)
    .sort();
  const chart = $("timeline").querySelector(".chart");
  const parts = dates.length ? [columnsOf(dates)] : [el("p", { class: "hint" }, t("empty"))];
  const missing = shown.length - dates.length;
  if (missing) parts.push(el("p", { class: "note" }, t("undated", { n: number(missing) })));
  keepingFocus(chart, () => chart.replaceChildren(...parts));
}

function columnsOf(dates) {
  const bins = periods(dates),
    grain = bins[0].length,
    counts = new Map(bins.map((bin) => [bin, 0]));
  for (const date of dates) counts.set(date.slice(0, grain), counts.get(date.slice(0, grain)) + 1);
  const most = Math.max(...counts.values()),
    width = WIDTH / bins.length;
  return svg(
    "svg",
    { viewBox: `0 -22 ${WIDTH} 204`, role: "group" },
    axis(most),
    ...bins.map((bin, at) => column(bin, counts.get(bin), at * width, width, most)),
    ...labels(bins, width),
  );
}

function axis(most) {
  const lines = svg("g", { class: "axis" });
  for (const share of [0.5, 1]) {
    if (share === 0.5 && (most < 4 || most % 2)) continue;
    const y = HEIGHT - HEIGHT * share;
    lines.append(
      svg("line", { x1: 0, x2: WIDTH, y1: y, y2: y }),
      svg("text", { x: 0, y: y - 3 }, number(most * share)),
    );
  }
  return lines;
}

function column(bin, count, x, width, most) {
  const height = (HEIGHT * count) / most,
    label = `${day(bin)}: ${number(count)} ${t("n_events")}`;
  const pick = () => setPeriod(bin),
    body = bodyOf(width);
  return svg(
    "g",
    {
      class: "column",
      "data-key": bin,
      tabindex: count ? 0 : null,
      role: "button",
      "aria-label": label,
      onclick: pick,
      onkeydown: onEnter(pick),
    },
    svg("title", {}, label),
    svg("rect", { class: "reach", x, y: 0, width, height: HEIGHT }),
    svg("rect", { class: "bar", x: x + width / 2 - body / 2, y: HEIGHT - height, width: body, height }),
  );
}

const bodyOf = (width) => Math.min(width * 0.84, 40);

// Months by their numbers, as many as fit, and the years below them; years alone where the columns are years.
function labels(bins, width) {
  const every = (list) => list.filter((_, at) => at % Math.ceil(list.length / MOST_LABELS) === 0);
  const label = (words, at, y, kind) => svg("text", { class: kind, x: at * width + width / 2, y }, words);
  const places = bins.map((bin, at) => [bin, at]);
  if (bins[0].length === 4) return every(places).map(([year, at]) => label(year, at, 156, "year"));
  const months = every(places).map(([bin, at]) => label(String(Number(bin.slice(5))), at, 154, "month"));
  const years = places.filter(([bin, at]) => at === 0 || bin.endsWith("-01"));
  const apart = years.filter(([, at], index) => index === 0 || (at - years[index - 1][1]) * width > 34);
  return [...months, ...apart.map(([bin, at]) => label(bin.slice(0, 4), at, 172, "year first"))];
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
