// The page of a person or a document: shown while that person or document is the filter.
import { $, articles, day, el, events, named, number, period, summary, t } from "./base.js";
import { barList, top } from "./charts.js";
import { filters, setFilter } from "./filters.js";
import { chooseEvent, place } from "./list.js";

const MET = 10;
const LEVELS = ["province", "district", "commune"];

export function drawProfile() {
  const parts = filters.person !== null ? personParts(filters.person) : [];
  const shown = filters.paper !== null ? paperParts(filters.paper) : parts;
  $("profile").hidden = !shown.length;
  $("profile").replaceChildren(...shown);
}

function personParts(person) {
  const [name, post, province] = summary.people[person];
  const theirs = events.filter((event) => event.people.includes(person));
  return [
    el("h2", {}, name),
    el("p", { class: "muted" }, [post, province].filter(Boolean).join(" · ")),
    el(
      "div",
      {},
      el("section", {}, el("h3", {}, t("tenures")), tenureLines(person)),
      el("section", {}, el("h3", {}, t("meets")), peopleMet(person, theirs)),
    ),
  ];
}

// The posts that the person held: a bar is the time in which articles show it, a mark an end that an article tells.
function tenureLines(person) {
  const { fields, people } = summary.tenures;
  const held = (people[person] ?? [])
    .map((row) => Object.fromEntries(fields.map((field, at) => [field, row[at]])))
    .map((tenure) => ({ ...tenure, from: tenure.started ?? tenure.first_seen, to: tenure.ended ?? tenure.last_seen }))
    .filter((tenure) => tenure.from)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  if (!held.length) return el("p", { class: "hint" }, t("empty"));
  const at = scaleOf(held.flatMap((tenure) => [tenure.from, tenure.to ?? tenure.from]));
  const lines = held.flatMap((tenure) => [
    el("span", { title: period(tenure.from, tenure.to) }, tenure.post),
    el("div", { class: "track" }, barOf(tenure, at), ...["started", "ended"].map((end) => toldEnd(tenure, end, at))),
  ]);
  return el("div", { class: "spans" }, ...lines, scaleLine(at));
}

function barOf(tenure, at) {
  const bar = el("i", { class: "span", title: period(tenure.from, tenure.to) });
  bar.style.left = `${at(tenure.from)}%`;
  bar.style.width = `${at(tenure.to ?? tenure.from) - at(tenure.from)}%`;
  return bar;
}

function toldEnd(tenure, end, at) {
  if (!tenure[end]) return null;
  const mark = el("i", { class: "told", title: `${t(end)} ${day(tenure[end])}` });
  mark.style.left = `${at(tenure[end])}%`;
  return mark;
}

// Those of the same events; an event that several articles report counts once.
function peopleMet(person, theirs) {
  const once = new Set();
  const pairs = theirs.flatMap((event) =>
    event.people.map((other) => [other, event.occurrence === null ? event.event_id : `#${event.occurrence}`]),
  );
  const met = pairs.filter(([other, event]) => {
    const pair = `${other} ${event}`;
    return other !== person && !once.has(pair) && once.add(pair);
  });
  return barList(
    top(
      met.map(([other]) => other),
      MET,
    ),
    (other) => summary.people[other][0],
    (other) => summary.people[other][1] ?? "",
    (other) => setFilter({ person: other }),
  );
}

function paperParts(paper) {
  const [issuer, issued] = summary.issues[paper] ?? [];
  const citing = events.filter((event) => event.papers.includes(paper));
  const facts = [issuer, issued && `${named("field", "issued_date")} ${day(issued)}`];
  return [
    el("h2", {}, summary.papers[paper]),
    el("p", { class: "muted" }, facts.filter(Boolean).join(" · ")),
    el("h3", {}, t("cascade")),
    citationLines(citing, issued),
  ];
}

const levelOf = (event) => LEVELS.findLast((level) => event[level]) ?? "central";

// A line a level, a dot a citing event, from the day of issue on.
function citationLines(citing, issued) {
  const dated = citing.filter((event) => event.start_date);
  if (!dated.length) return el("p", { class: "hint" }, t("empty"));
  const at = scaleOf([...dated.map((event) => event.start_date), ...(issued ? [issued] : [])]);
  const lines = ["central", ...LEVELS].flatMap((level) => {
    const here = dated.filter((event) => levelOf(event) === level);
    if (!here.length) return [];
    const label = `${named("value", level)} (${number(here.length)})`;
    return [el("span", {}, label), el("div", { class: "track" }, ...here.map((one) => dot(one, at)))];
  });
  return el("div", { class: "spans" }, ...lines, scaleLine(at));
}

function dot(event, at) {
  const words = [day(event.start_date), place(event), articles[event.article].title].filter(Boolean).join(" · ");
  const made = el("button", { type: "button", class: "dot", title: words, "aria-label": words });
  made.addEventListener("click", () => chooseEvent(event, true));
  made.style.left = `${at(event.start_date)}%`;
  return made;
}

// Percent of the way from the first day to the last, for days as ISO text; partial ones begin where they begin.
function scaleOf(days) {
  const sorted = [...days].sort(),
    first = Date.parse(sorted[0]),
    length = Date.parse(sorted[sorted.length - 1]) - first;
  const at = (iso) => (length ? (100 * (Date.parse(iso) - first)) / length : 0);
  at.ends = [sorted[0], sorted[sorted.length - 1]];
  return at;
}

const scaleLine = (at) =>
  el("div", { class: "scale" }, ...[...new Set(at.ends)].map((end) => el("span", {}, day(end))));
