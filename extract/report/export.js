// The selection as CSV: the columns of the table of events, with the article's title, site and address.
import { articles, download, events } from "./base.js";

const OF_ARTICLE = ["article_id", "site_id", "published_at", "title", "url"];
const INNER = new Set(["article", "people", "papers"]);

// A spreadsheet would take a cell that begins so for a formula.
const FORMULA = /^[=+\-@\t\r]/;

function cell(value) {
  const text = Array.isArray(value) ? value.join("; ") : String(value ?? "");
  const safe = typeof value !== "number" && FORMULA.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function downloadSelection(shown) {
  const columns = Object.keys(events[0] ?? {}).filter((name) => !INNER.has(name));
  const lines = shown
    .filter((event) => event.type)
    .map((event) => [
      ...columns.map((name) => cell(event[name])),
      ...OF_ARTICLE.map((name) => cell(articles[event.article][name])),
    ]);
  const text = [[...columns, ...OF_ARTICLE], ...lines].map((line) => line.join(",")).join("\r\n");
  download("events.csv", `\ufeff${text}\r\n`, "text/csv");
}
