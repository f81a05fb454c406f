// What is shown: the events (and, when asked for, articles without one) that pass every filter, in their order.
import { articles, events, island, summary } from "./base.js";
import { hitRank, says, terms } from "./search.js";

export const shapes = island("shapes");
export const NONE = {
  query: "",
  from: "",
  to: "",
  type: "",
  province: "",
  present: "",
  district: "",
  commune: "",
  sure: "",
  site: "",
  status: "",
  organizer: "",
  level: "",
  person: null,
  paper: null,
};
const REFORM = "2025-07-01";
const sinceReform = events.filter((event) => (event.start_date ?? "") >= REFORM).length;
// `units`: the provinces of the map, as before ("63") or since the reform ("34"), or the reader's own boundaries.
export const filters = {
  ...NONE,
  eventless: false,
  sort: "",
  units: shapes.own ? "own" : sinceReform * 2 > events.length ? "34" : "63",
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

// An event that is told as held and yet is dated after its article: one of the two days is wrong.
export const afterPublication = (event) =>
  event.status === "held" &&
  event.start_date?.length === 10 &&
  event.start_date > (articles[event.article].published_at?.slice(0, 10) ?? "~");

// One test a filter; a filter that is not set lets everything pass.
const same = (name) => (event) => !filters[name] || event[name] === filters[name];
const TESTS = [
  ...["type", "province", "district", "commune", "level"].map(same),
  (event) => !filters.present || event.province_code_2025 === filters.present,
  (event) => !filters.sure || event.confidence >= Number(filters.sure),
  (event) => !filters.site || articles[event.article].site_id === filters.site,
  (event) =>
    !filters.status ||
    (filters.status === "after_publication" ? afterPublication(event) : event.status === filters.status),
  (event) => !filters.organizer || event.organizers.includes(filters.organizer),
  (event) => filters.person === null || event.people.includes(filters.person),
  (event) => filters.paper === null || event.papers.includes(filters.paper),
  inPeriod,
];

// ISO prefixes compare as text; "2024" reaches to the end of that year.
function inPeriod(event) {
  if (filters.from && !((event.end_date ?? event.start_date ?? "") + "~" >= filters.from)) return false;
  return !filters.to || (event.start_date !== null && event.start_date <= filters.to);
}

const compared = (a, b) => (a < b ? -1 : Number(a > b));
const ORDERS = {
  newest: (a, b) => compared(b.start_date ?? "", a.start_date ?? ""),
  oldest: (a, b) => compared(a.start_date ?? "~", b.start_date ?? "~"),
  attendees: (a, b) => (b.attendees ?? -1) - (a.attendees ?? -1),
  confidence: (a, b) => (b.confidence ?? 2) - (a.confidence ?? 2),
  place: (a, b) => (a.province ?? "").localeCompare(b.province ?? "", "vi") || ORDERS.newest(a, b),
};
export const SORTS = ["relevance", ...Object.keys(ORDERS)];
const newestFirst = [...events].sort(ORDERS.newest);
const withEventless = [...events, ...eventless].sort(ORDERS.newest);

// The order in use: what is asked for, else by how well a search is met, else the newest first.
export const sortInUse = () => filters.sort || (filters.query ? "relevance" : "newest");

export function selected() {
  const wanted = terms(filters.query);
  const pool = filters.eventless ? withEventless : newestFirst;
  const found = pool.filter((event) => TESTS.every((test) => test(event)) && says(event, wanted));
  const order = sortInUse();
  if (order === "newest") return found;
  if (order !== "relevance") return found.sort(ORDERS[order]);
  const ranks = new Map(found.map((event) => [event, hitRank(event, filters.query, wanted)]));
  return found.sort((a, b) => ranks.get(a) - ranks.get(b));
}

export const personName = (person) => summary.people[person].filter(Boolean).join(" | ");
