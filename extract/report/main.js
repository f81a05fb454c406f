// Wiring: filters, language, theme, keys.
import {
  $,
  articles,
  el,
  events,
  languageInUse,
  named,
  number,
  period,
  remember,
  remembered,
  summary,
  switchLanguage,
  t,
} from "./base.js";
import { filters, foldTexts, listeners, selected, setFilter } from "./filters.js";
import { drawFigures, drawLists, drawTimeline } from "./charts.js";
import { buildMap, drawMap } from "./map.js";
import { chooseFirst, drawList, drawRows, onListKey } from "./list.js";
import { closeArticle, drawArticle, hideBubble } from "./article.js";
import { drawTally } from "./review.js";

function options(select, values, label) {
  const chosen = filters[select.id];
  select.replaceChildren(
    el("option", { value: "" }, t("all")),
    ...values.map((value) => el("option", { value }, label(value))),
  );
  select.value = chosen;
}

const distinct = (key, within = events) =>
  [...new Set(within.map((event) => event[key]).filter(Boolean))].sort((a, b) => a.localeCompare(b, "vi"));

function drawFilters() {
  options($("type"), distinct("type"), (type) => named("value", type));
  options($("province"), distinct("province"), String);
  options(
    $("district"),
    distinct(
      "district",
      events.filter((event) => !filters.province || event.province === filters.province),
    ),
    String,
  );
  options($("sure"), ["0.95", "0.9", "0.8"], (least) => t("at_least", { n: least }));
  for (const id of ["query", "from", "to"]) if ($(id).value !== filters[id]) $(id).value = filters[id];
  $("eventless").checked = filters.eventless;
  drawChips();
}

function drawChips() {
  const chip = (text, changes) => el("button", { type: "button", onclick: () => setFilter(changes) }, text, " ×");
  $("chips").replaceChildren(
    ...[
      filters.person !== null && chip(summary.people[filters.person][0], { person: null }),
      filters.paper !== null && chip(summary.papers[filters.paper], { paper: null }),
    ].filter(Boolean),
  );
}

function draw() {
  const shown = selected();
  drawFilters();
  drawFigures(shown);
  drawTimeline(shown);
  drawList(shown);
  drawLists(shown);
  drawMap(shown);
}

function say() {
  document.documentElement.lang = languageInUse();
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll("[data-t-label]"))
    node.setAttribute("aria-label", t(node.dataset.tLabel));
  $("language").textContent = t("language");
  document.title = t("title");
  const dates = events
    .map((event) => event.start_date)
    .filter(Boolean)
    .sort();
  const sites = new Set(articles.map((article) => article.site_id)).size;
  $("standfirst").textContent = t("standfirst", {
    events: number(events.length),
    articles: number(articles.length),
    sites: number(sites),
    period: period(dates[0], dates[dates.length - 1]),
  });
  drawCard();
}

function drawCard() {
  const { versions = {}, lexicons_sha256 = "", accuracy = [], limits = [] } = summary.card;
  const figures = ({ figures }) =>
    Object.entries(figures)
      .map(([name, value]) => `${name} ${value.toFixed(3)}`)
      .join(" · ");
  $("card").replaceChildren(
    ...[
      versions.sukien && el("p", {}, t("made", { version: versions.sukien, lexicons: lexicons_sha256.slice(0, 12) })),
      accuracy.length &&
        el(
          "details",
          {},
          el("summary", {}, t("accuracy")),
          ...accuracy.flatMap((measured) => [el("p", {}, measured.basis), el("p", {}, figures(measured))]),
        ),
      limits.length &&
        el("details", {}, el("summary", {}, t("limits")), el("ul", {}, ...limits.map((limit) => el("li", {}, limit)))),
    ].filter(Boolean),
  );
}

function setTheme(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
}

function switchTheme() {
  const dark = document.documentElement.dataset.theme
    ? document.documentElement.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  setTheme(dark ? "light" : "dark");
  remember("theme", dark ? "light" : "dark");
}

function wire() {
  let waiting = 0;
  $("query").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => setFilter({ query: $("query").value }), 120);
  });
  for (const id of ["from", "to", "type", "district", "sure"])
    $(id).addEventListener("change", () => setFilter({ [id]: $(id).value }));
  $("province").addEventListener("change", () => setFilter({ province: $("province").value, district: "" }));
  $("eventless").addEventListener("change", () => setFilter({ eventless: $("eventless").checked }));
  $("map").addEventListener(
    "click",
    (click) => click.target.classList.contains("back") && setFilter({ province: "", district: "" }),
  );
  $("filters").addEventListener("submit", (submit) => submit.preventDefault());
  $("filters").addEventListener("reset", (reset) => {
    reset.preventDefault();
    setFilter({
      query: "",
      from: "",
      to: "",
      type: "",
      province: "",
      district: "",
      sure: "",
      person: null,
      paper: null,
    });
  });
  $("list").addEventListener("scroll", drawRows, { passive: true });
  $("list").addEventListener("keydown", onListKey);
  $("language").addEventListener("click", () => {
    switchLanguage();
    say();
    draw();
    drawArticle();
    drawTally();
  });
  $("theme").addEventListener("click", switchTheme);
  addEventListener("keydown", (key) => {
    if (key.key === "Escape") (document.body.classList.contains("reading") ? closeArticle : hideBubble)();
  });
  addEventListener("resize", drawRows);
}

setTheme(remembered("theme", ""));
listeners.push(draw);
wire();
buildMap();
say();
draw();
drawTally();
if (matchMedia("(min-width: 60rem)").matches) chooseFirst();
performance.mark("painted");
document.addEventListener("DOMContentLoaded", () => requestIdleCallback(foldTexts));
