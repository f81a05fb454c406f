// The controls above the page: selects filled with what the tables hold, chips, and the filters in words.
import { $, articles, el, events, keepingFocus, named, number, summary, t } from "./base.js";
import { NONE, SORTS, filters, setFilter, shapes, sortInUse } from "./filters.js";
import { loadTexts, textsSearched } from "./search.js";
import { textsApart } from "./texts.js";

const SURE = ["0.95", "0.9", "0.8"];
const SELECTS = ["type", "district", "sure", "site", "status", "level", "organizer"];
const MORE = ["site", "status", "organizer", "level", "sure"];
const ORGANIZERS = 300;

function options(select, chosen, values, label, first = t("all")) {
  select.replaceChildren(
    ...(first === null ? [] : [el("option", { value: "" }, first)]),
    ...values.map((value) => el("option", { value }, label(value))),
  );
  select.value = chosen;
}

const distinct = (values) => [...new Set(values.filter(Boolean))].sort((a, b) => a.localeCompare(b, "vi"));
const ofEvents = (key) => distinct(events.map((event) => event[key]));
const presentName = (code) => shapes.provinces_2025.find(([other]) => other === code)?.[1] ?? code;
const statusName = (status) => (status === "after_publication" ? t("after_publication") : named("value", status));

const inProvince = (event) =>
  (!filters.province || event.province === filters.province) &&
  (!filters.present || event.province_code_2025 === filters.present);

let organizers = null;
function mostFrequentOrganizers() {
  const counts = new Map();
  for (const event of events) for (const body of event.organizers) counts.set(body, (counts.get(body) ?? 0) + 1);
  return distinct([...counts].sort((a, b) => b[1] - a[1]).slice(0, ORGANIZERS).map(([body]) => body));
}

export function drawFilters() {
  organizers ??= mostFrequentOrganizers();
  const shown = organizers.includes(filters.organizer) || !filters.organizer ? [] : [filters.organizer];
  options($("type"), filters.type, ofEvents("type"), (type) => named("value", type));
  drawProvinces();
  options($("district"), filters.district, distinct(events.filter(inProvince).map((event) => event.district)), String);
  options($("sure"), filters.sure, SURE, (least) => t("at_least", { n: least }));
  options($("site"), filters.site, distinct(articles.map((article) => article.site_id)), String);
  options($("status"), filters.status, [...summary.vocabularies.status, "after_publication"], statusName);
  options($("level"), filters.level, summary.vocabularies.level, (level) => named("value", level));
  options($("organizer"), filters.organizer, [...organizers, ...shown], String);
  options($("sort"), sortInUse(), filters.query ? SORTS : SORTS.slice(1), (sort) => named("order", sort), null);
  for (const id of ["query", "from", "to"]) if ($(id).value !== filters[id]) $(id).value = filters[id];
  $("eventless").checked = filters.eventless;
  if (MORE.some((name) => filters[name])) $("more").open = true;
  keepingFocus($("chips"), drawChips);
  drawReach();
}

function drawProvinces() {
  if (filters.units === "34") options($("province"), filters.present, ofEvents("province_code_2025"), presentName);
  else options($("province"), filters.province, ofEvents("province"), String);
}

// The names of the filters that have no control of their own, as chips; and in words, for paper.
const UNSEEN = {
  person: () => summary.people[filters.person][0],
  paper: () => summary.papers[filters.paper],
  commune: () => filters.commune,
};

function drawChips() {
  const set = Object.keys(UNSEEN).filter((name) => filters[name] !== NONE[name]);
  $("chips").replaceChildren(
    ...set.map((name) =>
      el(
        "button",
        { type: "button", "data-key": name, onclick: () => setFilter({ [name]: NONE[name] }) },
        UNSEEN[name](),
        " ×",
      ),
    ),
  );
}

export function filtersInWords() {
  const controls = ["query", "from", "to", "type", "province", "district", ...MORE].map((id) => {
    const control = $(id),
      value = control.value && (control.selectedOptions?.[0]?.textContent ?? control.value);
    return value && `${control.closest("label").firstElementChild.textContent}: ${value}`;
  });
  const chips = Object.keys(UNSEEN).filter((name) => filters[name] !== NONE[name]);
  return [...controls.filter(Boolean), ...chips.map((name) => UNSEEN[name]())].join(" · ");
}

// Where texts lie apart, a search sees them only once it is told to load them all.
function drawReach(told) {
  const wanted = textsApart && filters.query && !textsSearched();
  const load = () =>
    loadTexts((done) => drawReach(done)).then(
      () => setFilter({}),
      () => drawReach(t("missing_texts")),
    );
  const button = el("button", { type: "button", onclick: load }, t("search_texts"));
  const progress = typeof told === "number" ? `${number(told)} / ${number(articles.length)}` : told;
  $("reach").replaceChildren(...(wanted ? [t("search_reach"), " ", progress ?? button] : []));
}

export function wireFilters() {
  let waiting = 0;
  $("query").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => setFilter({ query: $("query").value }), 120);
  });
  for (const id of [...SELECTS, "from", "to", "sort"])
    $(id).addEventListener("change", () => setFilter({ [id]: $(id).value }));
  $("province").addEventListener("change", () => {
    const value = $("province").value;
    setFilter({ ...NO_PLACE, [filters.units === "34" ? "present" : "province"]: value });
  });
  $("eventless").addEventListener("change", () => setFilter({ eventless: $("eventless").checked }));
  $("filters").addEventListener("submit", (submit) => submit.preventDefault());
  $("filters").addEventListener("reset", (reset) => {
    reset.preventDefault();
    setFilter(NONE);
  });
}

export const NO_PLACE = { province: "", present: "", district: "", commune: "" };
