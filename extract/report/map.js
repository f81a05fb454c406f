// The map: provinces shaded by their events; a chosen province is shown with its districts.
import { $, el, events, folded, island, number, svg, t } from "./base.js";
import { filters, setFilter } from "./filters.js";
import { onEnter } from "./charts.js";

const shapes = island("shapes");
const provinceCodes = new Map(shapes.provinces.map(([code, name]) => [folded(name), code]));
const codeOf = (province) => (province ? provinceCodes.get(folded(province)) : undefined);
const SHADES = 5,
  WHOLE = "24 4 830 1492";
let mapView = null;

export function buildMap() {
  const seas = [
    ["Hoàng Sa", 838, 745],
    ["Trường Sa", 838, 1365],
  ].map(([name, x, y]) => svg("text", { class: "sea", x, y }, name));
  const provinces = shapes.provinces.map(([code, name, path]) =>
    region("p" + code, path, () => setFilter({ province: printedName(code) ?? name, district: "" })),
  );
  mapView = svg(
    "svg",
    { viewBox: WHOLE, role: "group" },
    svg("g", {}, ...provinces),
    svg("g", { class: "districts" }),
    ...seas,
  );
  $("map")
    .querySelector(".chart")
    .replaceChildren(
      legend(),
      mapView,
      el("button", { type: "button", class: "back" }),
      el("p", { class: "note missing" }),
    );
}

function region(id, path, pick) {
  return svg(
    "path",
    { id, d: path, tabindex: 0, role: "button", onclick: pick, onkeydown: onEnter(pick) },
    svg("title"),
  );
}

// The province as the tables print it; the map's gazetteer may place the tone mark otherwise.
const printedName = (code) => events.find((event) => codeOf(event.province) === code)?.province;

function legend() {
  const shades = Array.from({ length: SHADES }, (_, at) => el("i", { class: `shade${at + 1}` }));
  return el("p", { class: "legend" }, el("span", { class: "low" }), ...shades, el("span", { class: "high" }));
}

export function counted(keys) {
  const counts = new Map();
  for (const key of keys) if (key) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

// Even steps for small counts; steps of a ratio where some provinces have many times the events of others.
export const share = (count, most) => (most > 30 ? Math.log1p(count) / Math.log1p(most) : count / most);

function shade(path, count, most, name) {
  path.setAttribute("class", count ? `shade${Math.max(1, Math.ceil(SHADES * share(count, most)))}` : "shade0");
  const label = `${name}: ${number(count)} ${t("n_events")}`;
  path.setAttribute("aria-label", label);
  path.setAttribute("tabindex", count ? 0 : -1);
  path.firstChild.textContent = label;
}

export function drawMap(shown) {
  const real = shown.filter((event) => event.type);
  const byProvince = counted(real.map((event) => codeOf(event.province)));
  const most = Math.max(1, ...byProvince.values());
  for (const [code, name] of shapes.provinces) shade($("p" + code), byProvince.get(code) ?? 0, most, name);
  const chosen = codeOf(filters.province);
  drawDistricts(chosen, real);
  const missing = real.length - [...byProvince.values()].reduce((sum, count) => sum + count, 0);
  $("map").querySelector(".missing").textContent = missing ? t("no_place", { n: number(missing) }) : "";
  $("map").querySelector(".low").textContent = "1";
  $("map").querySelector(".high").textContent = number(
    chosen ? Math.max(1, ...districtCounts(chosen, real).values()) : most,
  );
  const back = $("map").querySelector(".back");
  back.textContent = t("back");
  back.hidden = !chosen;
}

const districtCounts = (province, shown) =>
  counted(
    shown
      .filter((event) => codeOf(event.province) === province)
      .map((event) => event.district && folded(event.district)),
  );

function drawDistricts(province, shown) {
  const layer = mapView.querySelector(".districts");
  mapView.classList.toggle("near", Boolean(province));
  if (!province) {
    layer.replaceChildren();
    return mapView.setAttribute("viewBox", WHOLE);
  }
  const counts = districtCounts(province, shown),
    most = Math.max(1, ...counts.values());
  const own = shapes.districts.filter((district) => district[1] === province);
  layer.replaceChildren(
    ...own.map(([code, , name, path]) => {
      const made = region("d" + code, path, () =>
        setFilter({
          district: shown.find((event) => event.district && folded(event.district) === folded(name))?.district ?? name,
        }),
      );
      shade(made, counts.get(folded(name)) ?? 0, most, name);
      return made;
    }),
  );
  zoomTo(layer.getBBox());
}

function zoomTo(box) {
  const side = Math.max(box.width, box.height / 1.3) * 1.12;
  const x = box.x + box.width / 2 - side / 2,
    y = box.y + box.height / 2 - (side * 1.3) / 2;
  mapView.setAttribute("viewBox", `${x} ${y} ${side} ${side * 1.3}`);
}
