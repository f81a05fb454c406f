// On paper: the selection as a table, and which filters made it; on the screen both are other things.
import { $, articles, el, number, period, t } from "./base.js";
import { place } from "./list.js";
import { selected } from "./filters.js";
import { filtersInWords } from "./controls.js";

const MOST = 500;

export function fillPrint() {
  const shown = selected();
  const rows = shown.slice(0, MOST).map((event) =>
    el(
      "tr",
      {},
      el("td", {}, period(event.start_date, event.end_date) || "—"),
      el("td", {}, articles[event.article].title || event.name || ""),
      el("td", {}, place(event)),
    ),
  );
  $("printed").replaceChildren(
    el("h2", {}, `${t("events")} (${number(shown.length)})`),
    el("p", {}, filtersInWords()),
    el("table", {}, el("tbody", {}, ...rows)),
    shown.length > MOST ? el("p", {}, t("more_rows", { n: number(shown.length - MOST) })) : "",
  );
}
