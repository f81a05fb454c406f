// What is shown: the events (and, when asked for, articles without one) that pass every filter.
import { articles, events, folded, fullArticle, summary } from "./base.js";

export const filters = {
  query: "",
  from: "",
  to: "",
  type: "",
  province: "",
  district: "",
  sure: "",
  person: null,
  paper: null,
  eventless: false,
};
export const listeners = [];

export function setFilter(changes) {
  Object.assign(filters, changes);
  for (const listener of listeners) listener();
}

const reported = new Set(events.map((event) => event.article));
const eventless = articles
  .map((_, index) => index)
  .filter((index) => !reported.has(index))
  .map((index) => ({
    article: index,
    type: null,
    name: null,
    start_date: articles[index].published_at?.slice(0, 10) ?? null,
    organizers: [],
    people: [],
    papers: [],
    confidence: null,
  }));

function searchable(event) {
  const people = event.people.map((person) => summary.people[person].join(" "));
  const papers = event.papers.map((paper) => summary.papers[paper]);
  const places = [event.province, event.district, event.commune, event.venue];
  const parts = [articles[event.article].title, event.name, ...event.organizers, ...places, ...people, ...papers];
  return folded(parts.filter(Boolean).join(" \n "));
}
const haystacks = new Map();
const haystack = (event) => haystacks.get(event) ?? haystacks.set(event, searchable(event)).get(event);

// Whole texts are folded while the page is idle; until then a search sees titles, names, places and documents.
const foldedTexts = [];
export function foldTexts(deadline) {
  while (foldedTexts.length < articles.length && deadline.timeRemaining() > 4) {
    const full = fullArticle(foldedTexts.length);
    if (!full) break;
    foldedTexts.push(folded(full.text));
  }
  if (foldedTexts.length < articles.length) requestIdleCallback(foldTexts);
  else if (filters.query) setFilter({});
}

// One test a filter; a filter that is not set lets everything pass.
const TESTS = [
  (event) => !filters.type || event.type === filters.type,
  (event) => !filters.province || event.province === filters.province,
  (event) => !filters.district || event.district === filters.district,
  (event) => !filters.sure || event.confidence >= Number(filters.sure),
  (event) => filters.person === null || event.people.includes(filters.person),
  (event) => filters.paper === null || event.papers.includes(filters.paper),
  inPeriod,
];

function matches(event, terms) {
  const said = (term) => haystack(event).includes(term) || foldedTexts[event.article]?.includes(term);
  return TESTS.every((test) => test(event)) && terms.every(said);
}

// ISO prefixes compare as text; "2024" reaches to the end of that year.
function inPeriod(event) {
  if (filters.from && !((event.end_date ?? event.start_date ?? "") + "~" >= filters.from)) return false;
  return !filters.to || (event.start_date !== null && event.start_date <= filters.to);
}

function terms() {
  const quoted = [...folded(filters.query).matchAll(/"([^"]+)"|(\S+)/g)];
  return quoted.map((match) => match[1] ?? match[2]);
}

const newestFirst = (a, b) => (b.start_date ?? "").localeCompare(a.start_date ?? "");
const pool = { events: [...events].sort(newestFirst), all: [...events, ...eventless].sort(newestFirst) };
export function selected() {
  const wanted = terms();
  return pool[filters.eventless ? "all" : "events"].filter((event) => matches(event, wanted));
}
