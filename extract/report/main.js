// Wiring: what is drawn anew when, the page's frame of words, theme, address and keys.
import {
  $,
  articles,
  el,
  events,
  keepingFocus,
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
import { textsApart } from "./texts.js";
import { foldTexts } from "./search.js";
import { filters, listeners, selected, setFilter } from "./filters.js";
import { readAddress, writeAddress } from "./address.js";
import { drawFilters, wireFilters } from "./controls.js";
import { drawFigures, drawLists } from "./charts.js";
import { drawTimeline } from "./timeline.js";
import { buildMap, drawMap } from "./map.js";
import { chooseEvent, chooseFirst, drawList, drawRows, onListKey } from "./list.js";
import { closeArticle, drawArticle, hideBubble } from "./article.js";
import { drawProfile } from "./profile.js";
import { downloadSelection } from "./export.js";
import { fillPrint } from "./print.js";
import { drawTally } from "./review.js";

function draw() {
  const shown = selected();
  drawFilters();
  drawFigures(shown);
  drawTimeline(shown);
  drawList(shown);
  drawLists(shown);
  drawMap(shown);
  drawProfile();
  writeAddress();
}

function say() {
  document.documentElement.lang = languageInUse();
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll("[data-t-label]"))
    node.setAttribute("aria-label", t(node.dataset.tLabel));
  $("language").textContent = t("language");
  document.title = summary.title ?? t("title");
  if (summary.title) document.querySelector("h1").textContent = summary.title;
  const dates = events
    .map((event) => event.start_date)
    .filter(Boolean)
    .sort();
  const sites = new Set(articles.map((article) => article.site_id)).size;
  $("standfirst").textContent = t(events.length ? "standfirst" : "standfirst_empty", {
    events: number(events.length),
    articles: number(articles.length),
    sites: number(sites),
    period: period(dates[0], dates[dates.length - 1]) || "—",
  });
  drawCard();
}

// The card's own sentences, in the language in use where it has them.
const inLanguage = (holder, key) => (languageInUse() === "vi" && holder[`${key}_vi`]) || holder[key];

const basisOf = (measured) => inLanguage(measured, "basis").replace("{articles}", number(measured.articles));

function drawCard() {
  const { versions = {}, lexicons_sha256 = "", accuracy = [], limits = [] } = summary.card;
  const figures = (measured) =>
    el(
      "ul",
      { class: "measures" },
      ...Object.entries(measured).map(([name, value]) =>
        el("li", {}, `${named("measure", name)} `, el("b", {}, `${number(Math.round(value * 1000) / 10)} %`)),
      ),
    );
  const parts = [
    versions.sukien && el("p", {}, t("made", { version: versions.sukien, lexicons: lexicons_sha256.slice(0, 12) })),
    accuracy.length > 0 &&
      el(
        "details",
        {},
        el("summary", {}, t("accuracy")),
        el("p", {}, t("accuracy_note")),
        ...accuracy.flatMap((one) => [el("p", {}, basisOf(one)), figures(one.figures)]),
      ),
    limits.length > 0 &&
      el(
        "details",
        {},
        el("summary", {}, t("limits")),
        el("ul", {}, ...inLanguage(summary.card, "limits").map((limit) => el("li", {}, limit))),
      ),
  ];
  $("card").replaceChildren(...parts.filter(Boolean));
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
  wireFilters();
  $("list").addEventListener("scroll", drawRows, { passive: true });
  $("list").addEventListener("keydown", onListKey);
  $("save").addEventListener("click", () => downloadSelection(selected()));
  $("language").addEventListener("click", () => {
    switchLanguage();
    say();
    draw();
    keepingFocus($("article"), drawArticle);
    drawTally();
  });
  $("theme").addEventListener("click", switchTheme);
  addEventListener("keydown", (key) => {
    if (key.key === "Escape") (document.body.classList.contains("reading") ? closeArticle : hideBubble)();
  });
  addEventListener("resize", drawRows);
  addEventListener("beforeprint", fillPrint);
  addEventListener("hashchange", () => goTo(readAddress()));
}

const wide = () => matchMedia("(min-width: 60rem)").matches;

// Shows what an address says.
function goTo({ changes, event }) {
  setFilter(changes);
  if (event) chooseEvent(event, !wide());
}

const addressed = readAddress();
Object.assign(filters, addressed.changes);
setTheme(remembered("theme", ""));
listeners.push(draw);
wire();
buildMap();
say();
draw();
drawTally();
if (addressed.event) chooseEvent(addressed.event, !wide());
else if (wide()) chooseFirst();
const textsFolded = () => filters.query && setFilter({});
document.addEventListener(
  "DOMContentLoaded",
  () => textsApart || requestIdleCallback((deadline) => foldTexts(deadline, textsFolded)),
);
