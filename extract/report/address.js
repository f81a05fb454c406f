// The state of the page in the address after "#": every selection and every event is a link.
import { articles, events, summary } from "./base.js";
import { NONE, filters, personName } from "./filters.js";

const PLAIN = [...Object.keys(NONE).filter((name) => name !== "person" && name !== "paper"), "sort", "units"];
const usual = { ...filters };
let shown = null;

export function setShown(event) {
  shown = event;
  writeAddress();
}

export const eventKey = (event) =>
  event.event_id ? `event=${event.event_id}` : `article=${articles[event.article].article_id}`;

export function writeAddress() {
  const state = new URLSearchParams();
  for (const name of PLAIN) if (filters[name] !== usual[name]) state.set(name, filters[name]);
  if (filters.eventless) state.set("eventless", "1");
  if (filters.person !== null) state.set("person", personName(filters.person));
  if (filters.paper !== null) state.set("paper", summary.papers[filters.paper]);
  const said = [state.toString(), shown ? eventKey(shown) : ""].filter(Boolean).join("&");
  if (said !== location.hash.slice(1)) history.replaceState(null, "", "#" + said);
}

const indexOrNull = (index) => (index < 0 ? null : index);

// The filters that the address says, and the event or article that it points to, if there are any.
export function readAddress() {
  const state = new URLSearchParams(location.hash.slice(1));
  const changes = { ...usual, eventless: state.has("eventless") };
  for (const name of PLAIN) if (state.has(name)) changes[name] = state.get(name);
  if (state.has("person"))
    changes.person = indexOrNull(summary.people.findIndex((_, at) => personName(at) === state.get("person")));
  if (state.has("paper")) changes.paper = indexOrNull(summary.papers.indexOf(state.get("paper")));
  const article = articles.findIndex((one) => one.article_id === state.get("article"));
  const event = events.find((one) => one.event_id === state.get("event"));
  return { changes, event: event ?? (article < 0 ? null : (events.find((one) => one.article === article) ?? null)) };
}
