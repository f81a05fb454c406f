// An article with its evidence. Offsets count code points, as Python does; browsers count UTF-16 units.
import { $, articles, day, el, events, named, number, period, summary, t } from "./base.js";
import { eventKey } from "./address.js";
import { chooseEvent, flags, markAll, place } from "./list.js";
import { articleHere, fullArticle } from "./texts.js";
import { reviewPanel } from "./review.js";

let opened = null,
  showRefused = false;

// A function that cuts text by code points; texts without astral characters need no copy.
function cutter(text) {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return (start, end) => text.slice(start, end);
  const points = Array.from(text);
  return (start, end) => points.slice(start, end).join("");
}

export function openArticle(event, focus) {
  opened = event;
  drawArticle();
  document.body.classList.toggle("reading", focus);
  if (focus) $("article").focus({ preventScroll: !matchMedia("(max-width: 60rem)").matches });
}

export function closeArticle() {
  document.body.classList.remove("reading");
  $("bubble").hidden = true;
  $("list").focus();
}

export function drawArticle() {
  $("bubble").hidden = true;
  if (!opened) return $("article").replaceChildren(el("p", { class: "hint" }, t("pick")));
  const full = fullArticle(opened.article);
  if (!full) return awaitArticle(opened);
  $("article").replaceChildren(
    articleHead(opened, articles[opened.article]),
    otherReports(opened) ?? "",
    evidenceKey(full),
    prose(full),
    reviewPanel(opened.article, full),
  );
  $("article").scrollTop = 0;
  markAll();
}

function awaitArticle(event) {
  const say = (words) => $("article").replaceChildren(el("p", { class: "hint" }, words));
  say(t("loading"));
  const still = (act) => () => event === opened && act();
  articleHere(event.article).then(
    still(drawArticle),
    still(() => say(t("missing_texts"))),
  );
}

function articleHead(event, article) {
  const facts = [
    period(event.start_date, event.end_date),
    event.type && named("value", event.type),
    place(event),
    attendance(event),
  ];
  const link = /^https?:\/\//.test(article.url ?? "")
    ? el("a", { href: article.url, target: "_blank", rel: "noopener noreferrer" }, t("open_source"))
    : null;
  return el(
    "div",
    { class: "head" },
    el("button", { type: "button", class: "close", onclick: closeArticle }, t("close")),
    el("p", { class: "facts" }, ...facts.filter(Boolean).map((fact) => el("span", {}, fact)), ...flags(event)),
    el(
      "p",
      { class: "muted" },
      [article.site_id, article.published_at && `${t("published")} ${day(article.published_at)}`]
        .filter(Boolean)
        .join(" · "),
      " ",
      link,
      " ",
      el("a", { class: "permanent", href: `#${eventKey(event)}` }, t("permanent")),
    ),
  );
}

function attendance(event) {
  if (event.attendees === null || event.attendees === undefined) return "";
  const count = event.attendees_max
    ? `${number(event.attendees)}–${number(event.attendees_max)}`
    : number(event.attendees);
  return [event.attendees_cmp === "eq" ? "" : named("value", event.attendees_cmp), count, event.attendees_unit]
    .filter(Boolean)
    .join(" ");
}

// The reports of one occurrence side by side; what they tell differently is marked.
const COMPARED = {
  start_date: (event) => period(event.start_date, event.end_date),
  type: (event) => named("value", event.type),
  venue: (event) => [event.venue, place(event)].filter(Boolean).join(", "),
  count: attendance,
  organizers: (event) => event.organizers.join("; "),
};

function otherReports(event) {
  const reports = event.occurrence === null ? [] : events.filter((other) => other.occurrence === event.occurrence);
  if (reports.length < 2) return null;
  const cells = Object.entries(COMPARED).map(([name, said]) => [name, reports.map(said)]);
  return el(
    "details",
    { class: "reports", open: true },
    el("summary", {}, t("reports", { n: number(reports.length) })),
    el(
      "table",
      {},
      el("tr", {}, el("td", {}), ...reports.map((report) => el("th", { scope: "col" }, reportLink(report, event)))),
      ...cells.map(([name, said]) => comparison(name, said)),
    ),
  );
}

function reportLink(report, event) {
  const source = articles[report.article];
  const words = [source.site_id, day(source.published_at)].filter(Boolean).join(" · ") || source.article_id;
  if (report === event) return words;
  return el("button", { type: "button", class: "link", onclick: () => chooseEvent(report, true) }, words);
}

// Where only one side tells, nothing differs: the other leaves it out.
function comparison(name, said) {
  const differ = new Set(said.filter(Boolean)).size > 1;
  const cells = said.map((words) => el("td", { class: differ ? "differs" : null }, words || "—"));
  return el("tr", {}, el("th", { scope: "row" }, named("field", name)), ...cells);
}

function evidenceKey(full) {
  const kinds = [...new Set(full.evidence.map((item) => item.kind))].filter((kind) => kind !== "rejected");
  const refused = full.evidence.filter((item) => item.kind === "rejected").length;
  const box = el("input", {
    type: "checkbox",
    id: "refused",
    onchange: (change) => {
      showRefused = change.target.checked;
      drawArticle();
      $("refused").focus();
    },
  });
  box.checked = showRefused;
  return el(
    "p",
    { class: "key" },
    ...kinds.map((kind) => el("mark", { class: `k-${kind}` }, named("kind", kind))),
    refused ? el("label", { class: "check" }, box, " ", t("refused", { n: refused })) : null,
  );
}

function prose(full) {
  const evidence = full.evidence.filter((item) => showRefused || item.kind !== "rejected");
  const cut = cutter(full.text),
    body = el("div", { class: "prose", lang: "vi" });
  let start = 0;
  full.text.split("\n").forEach((line, at) => {
    const end = start + Array.from(line).length;
    body.append(el(at === 0 ? "h2" : "p", {}, ...marked(cut, start, end, evidence)));
    start = end + 1;
  });
  return body;
}

// The pieces of one block between the boundaries of its evidence; a piece wears the colour of the shortest span on it.
function marked(cut, start, end, evidence) {
  const here = evidence.filter(({ span }) => span[0] < end && span[1] > start);
  const edges = [start, end, ...here.flatMap(({ span }) => span)].filter((edge) => edge >= start && edge <= end);
  const sorted = [...new Set(edges)].sort((a, b) => a - b);
  return sorted.slice(1).map((edge, at) => piece(cut(sorted[at], edge), covering(here, sorted[at], edge), sorted[at]));
}

const covering = (evidence, start, end) =>
  evidence
    .filter(({ span }) => span[0] <= start && span[1] >= end)
    .sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]));

function piece(text, items, start) {
  if (!items.length) return document.createTextNode(text);
  const show = (happening) => showBubble(happening.currentTarget, items);
  return el(
    "mark",
    {
      class: `k-${items[0].kind}`,
      tabindex: items[0].kind === "event" ? null : 0,
      "data-start": start,
      "aria-describedby": "bubble",
      onmouseenter: show,
      onfocus: show,
      onclick: show,
      onmouseleave: hideBubble,
      onblur: hideBubble,
    },
    text,
  );
}

function showBubble(target, items) {
  const bubble = $("bubble"),
    box = target.getClientRects()[0];
  bubble.replaceChildren(...items.map(explained));
  bubble.hidden = false;
  bubble.style.left = "0"; // at the edge it would be squeezed, and measured so
  bubble.style.left = `${Math.max(8, Math.min(box.left, innerWidth - bubble.offsetWidth - 8))}px`;
  const below = box.bottom + 8 + bubble.offsetHeight < innerHeight;
  bubble.style.top = `${below ? box.bottom + 6 : Math.max(8, box.top - bubble.offsetHeight - 6)}px`;
}

export const hideBubble = () => {
  $("bubble").hidden = true;
};

function explained(item) {
  const { confidence, ...values } = item.values;
  const lines = Object.entries(values).map(([name, value]) => [named("field", name), said(name, value)]);
  lines.push([t("rule"), item.rule]);
  if (confidence !== undefined) lines.push([t("confidence"), confidence.toFixed(2)]);
  return el(
    "div",
    { class: `explained k-${item.kind}` },
    el("b", {}, named("kind", item.kind)),
    el("dl", {}, ...lines.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)])),
  );
}

const CLOSED = new Set([
  "type",
  "status",
  "part_of_day",
  "mode",
  "roles",
  "cmp",
  "scope",
  "basis",
  "level",
  "participant",
  "derived",
  "is_event",
]);
export function said(name, value) {
  if (value === null || value === undefined || value === "") return "—";
  if (Array.isArray(value)) return value.map((part) => said(name, part)).join("; ") || "—";
  if (CLOSED.has(name) || name === "kind")
    return name === "type" && !summary.vocabularies.type.includes(value) ? String(value) : named("value", value);
  if (/^\d{4}-\d\d(-\d\d)?$/.test(value)) return day(value);
  return typeof value === "number" ? number(value) : String(value);
}
