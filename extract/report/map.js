// The map: regions shaded by their events. Provinces before or since the reform, each with its former districts when
// chosen; or the reader's own boundaries.
import { $, el, events, folded, keepingFocus, number, svg, t } from "./base.js";
import { NO_PLACE } from "./controls.js";
import { filters, setFilter, shapes } from "./filters.js";
import { onEnter } from "./timeline.js";

const SHADES = 5,
  WHOLE = "24 4 830 1492";
const codeOf = new Map(shapes.provinces.map(([code, name]) => [folded(name), code]));
const formerCode = (event) => event.province && codeOf.get(folded(event.province));
const districtProvince = new Map(shapes.districts.map(([code, province]) => [code, province]));

// A set of regions: what they are, the region of an event, and the filter that choosing one sets.
const SETS = {
  63: {
    regions: shapes.provinces.map(([code, name, path]) => ({ code, name, path, former: [code] })),
    of: formerCode,
    chosen: () => filters.province && codeOf.get(folded(filters.province)),
    pick: ({ code, name }) => ({ province: printedAs("province", (event) => formerCode(event) === code) ?? name }),
    view: WHOLE,
  },
  34: {
    regions: shapes.provinces_2025.map(([code, name, path, former]) => ({ code, name, path, former })),
    of: (event) => event.province_code_2025,
    chosen: () => filters.present,
    pick: ({ code }) => ({ present: code }),
    view: WHOLE,
  },
  own: shapes.own && {
    regions: shapes.own.regions.map(([name, path]) => ({ code: folded(name), name, path, former: [] })),
    of: (event) => event[shapes.own.level] && folded(event[shapes.own.level]),
    chosen: () => filters[shapes.own.level] && folded(filters[shapes.own.level]),
    pick: ({ code, name }) => ({
      [shapes.own.level]: printedAs(shapes.own.level, (event) => SETS.own.of(event) === code) ?? name,
    }),
    view: shapes.own.view,
  },
};
const inUse = () => SETS[filters.units] ?? SETS[63];

// A name as the tables print it; another source may place the tone mark otherwise.
const printedAs = (key, is) => events.find(is)?.[key];

let mapView = null,
  drawnUnits = null;

export function buildMap() {
  mapView = svg("svg", { role: "group" }, svg("g", { class: "regions" }), svg("g", { class: "districts" }));
  const units = ["own", "63", "34"].filter((name) => SETS[name]);
  const choice = (name) =>
    el("button", { type: "button", "data-units": name, onclick: () => setFilter({ ...NO_PLACE, units: name }) });
  $("map")
    .querySelector(".chart")
    .replaceChildren(
      el("p", { class: "choice", role: "group" }, ...units.map(choice)),
      legend(),
      mapView,
      el("button", { type: "button", class: "back", onclick: () => setFilter(NO_PLACE) }),
      el("p", { class: "note missing" }),
    );
}

function buildRegions() {
  const { regions, view } = inUse();
  const seas = view === WHOLE ? [sea("Hoàng Sa", 745), sea("Trường Sa", 1365)] : [];
  const pickFor = (one) => () => setFilter({ ...NO_PLACE, ...inUse().pick(one) });
  const paths = regions.map((one) => region(`p${one.code}`, one.path, pickFor(one)));
  mapView.querySelector(".regions").replaceChildren(...paths, ...seas);
  drawnUnits = filters.units;
}

const sea = (name, y) => svg("text", { class: "sea", x: 838, y }, name);

function region(id, path, pick) {
  return svg(
    "path",
    { "data-key": id, d: path, tabindex: 0, role: "button", onclick: pick, onkeydown: onEnter(pick) },
    svg("title"),
  );
}

function legend() {
  const shades = Array.from({ length: SHADES }, (_, at) => el("i", { class: `shade${at + 1}` }));
  return el("p", { class: "legend" }, el("span", { class: "low" }), ...shades, el("span", { class: "high" }));
}

function counted(keys) {
  const counts = new Map();
  for (const key of keys) if (key) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

// Even steps for small counts; steps of a ratio where some provinces have many times the events of others.
const shareOf = (count, most) => (most > 30 ? Math.log1p(count) / Math.log1p(most) : count / most);

function shade(path, count, most, name) {
  path.setAttribute("class", count ? `shade${Math.max(1, Math.ceil(SHADES * shareOf(count, most)))}` : "shade0");
  const label = `${name}: ${number(count)} ${t("n_events")}`;
  path.setAttribute("aria-label", label);
  path.setAttribute("tabindex", count ? 0 : -1);
  path.firstChild.textContent = label;
}

export function drawMap(shown) {
  if (drawnUnits !== filters.units) buildRegions();
  const { regions, of, chosen } = inUse();
  const real = shown.filter((event) => event.type);
  const counts = counted(real.map(of));
  const most = Math.max(1, ...counts.values());
  const paths = mapView.querySelectorAll(".regions path");
  regions.forEach(({ code, name }, at) => shade(paths[at], counts.get(code) ?? 0, most, name));
  const near = regions.find(({ code }) => code === chosen());
  const shades = keepingFocus($("map"), () => drawDistricts(near, real)) ?? most;
  const placed = regions.reduce((sum, { code }) => sum + (counts.get(code) ?? 0), 0);
  sayAround(real.length - placed, shades, near);
}

function sayAround(missing, most, near) {
  const say = (selector, words) => ($("map").querySelector(selector).textContent = words);
  say(".missing", missing ? t("no_place", { n: number(missing) }) : "");
  say(".low", "1");
  say(".high", number(most));
  say(".back", t("back"));
  say("#map-note", t(filters.units === "own" ? "map_note_own" : "map_note"));
  $("map").querySelector(".back").hidden = !near;
  for (const button of $("map").querySelectorAll(".choice button")) {
    button.textContent = t(`units_${button.dataset.units}`);
    button.setAttribute("aria-pressed", String(button.dataset.units === filters.units));
  }
}

// The former districts of the chosen province, with the view drawn near; returns the most events of one of them.
function drawDistricts(near, shown) {
  const layer = mapView.querySelector(".districts");
  const own = near ? shapes.districts.filter(([, province]) => near.former.includes(province)) : [];
  mapView.classList.toggle("near", own.length > 0);
  if (!own.length) {
    layer.replaceChildren();
    mapView.setAttribute("viewBox", inUse().view);
    return null;
  }
  const inside = (event) => near.former.includes(districtProvince.get(event.district_code));
  const counts = counted(shown.filter(inside).map((event) => event.district_code));
  const most = Math.max(1, ...counts.values());
  layer.replaceChildren(
    ...own.map(([code, , name, path]) => {
      const printed = () => printedAs("district", (event) => event.district_code === code) ?? name;
      const made = region(`d${code}`, path, () => setFilter({ district: printed() }));
      shade(made, counts.get(code) ?? 0, most, name);
      return made;
    }),
  );
  zoomTo(layer.getBBox());
  return most;
}

function zoomTo(box) {
  const side = Math.max(box.width, box.height / 1.3) * 1.12;
  const x = box.x + box.width / 2 - side / 2,
    y = box.y + box.height / 2 - (side * 1.3) / 2;
  mapView.setAttribute("viewBox", `${x} ${y} ${side} ${side * 1.3}`);
}
