// Review: an analyst marks cells right or wrong or corrects them; checked sections go out as gold lines.
import { $, articles, download, el, keepingFocus, named, number, remember, remembered, summary, t } from "./base.js";
import { articleHere } from "./texts.js";
import { said } from "./article.js";

const { aspects: ASPECTS, event_cells: EVENT_CELLS, blanks: BLANKS } = summary.gold;
const emptyCell = (name) => structuredClone(BLANKS.event[name]);
const reviews = new Map(Object.entries(JSON.parse(remembered(`reviews.${summary.id}`, "{}"))));
const reviewKey = (index) => articles[index].article_id;

function reviewOf(index, draft) {
  const key = reviewKey(index);
  if (!reviews.has(key)) reviews.set(key, { index, items: itemsOf(draft), checked: [] });
  return reviews.get(key);
}

// An item is what is judged at once: a cell of the event, or a row of another section.
function itemsOf(draft) {
  const event = { is_event: draft.is_event, status: draft.status, ...draft.event };
  const cells = EVENT_CELLS.map((name) => ({
    aspect: "event",
    values: { [name]: event[name] ?? emptyCell(name) },
    mark: null,
  }));
  const rows = ASPECTS.slice(1).flatMap((aspect) =>
    draft[aspect].map((values) => ({ aspect, values: { ...values }, mark: null })),
  );
  return [...cells, ...rows];
}

export function reviewPanel(index, full) {
  const review = reviewOf(index, full.draft);
  const panel = el(
    "details",
    { class: "review" },
    el("summary", {}, t("review")),
    el("p", { class: "note" }, t("review_help")),
  );
  panel.open = remembered("reviewing", "") === "1";
  panel.addEventListener("toggle", () => remember("reviewing", panel.open ? "1" : ""));
  panel.append(...ASPECTS.map((aspect) => section(review, aspect)));
  return panel;
}

function section(review, aspect) {
  const made = el("section", { "data-aspect": aspect });
  const redraw = () => {
    keepingFocus(made, () => made.replaceChildren(...sectionParts(review, aspect, redraw)));
    keepReviews();
  };
  made.append(...sectionParts(review, aspect, redraw));
  return made;
}

function sectionParts(review, aspect, redraw) {
  const items = review.items.filter((item) => item.aspect === aspect);
  const box = el("input", {
    type: "checkbox",
    class: "checked",
    onchange: (change) => {
      setChecked(review, aspect, change.target.checked);
      redraw();
    },
  });
  box.checked = review.checked.includes(aspect);
  const markAll = () => {
    for (const item of items) item.mark ??= "right";
    setChecked(review, aspect, true);
    redraw();
  };
  return [
    el(
      "h3",
      {},
      named("aspect", aspect),
      el("button", { type: "button", class: "all", onclick: markAll }, t("all_right")),
    ),
    ...items.map((item) => itemRow(item, afterMark(review, aspect, items, redraw))),
    aspect === "event"
      ? ""
      : el("button", { type: "button", class: "add", onclick: () => addItem(review, aspect, redraw) }, `+ ${t("add")}`),
    el("label", { class: "check" }, box, " ", t("checked")),
  ];
}

// A section of which every item carries a mark has been seen as a whole; the tick can be taken back.
const afterMark = (review, aspect, items, redraw) => () => {
  if (items.length && items.every((item) => item.mark)) setChecked(review, aspect, true);
  redraw();
};

function setChecked(review, aspect, checked) {
  review.checked = review.checked.filter((other) => other !== aspect).concat(checked ? [aspect] : []);
}

function addItem(review, aspect, redraw) {
  review.items.push({ aspect, values: structuredClone(BLANKS[aspect]), mark: "corrected", fresh: true });
  setChecked(review, aspect, false);
  redraw();
}

function itemRow(item, done) {
  const row = el("div", { class: `item ${item.mark ?? ""}` });
  const give = (mark) => () => {
    item.mark = item.mark === mark ? null : mark;
    done();
  };
  const button = (mark, sign, word, act) =>
    el(
      "button",
      {
        type: "button",
        "aria-pressed": String(item.mark === mark),
        class: mark,
        title: t(word),
        "aria-label": t(word),
        onclick: act,
      },
      sign,
    );
  const edit = () => row.replaceChildren(form(item, done));
  row.append(
    ...Object.entries(item.now ?? item.values).map(([name, value]) =>
      el(
        "span",
        { class: "cell" },
        el("small", {}, name === "is_event" ? t("is_event") : named("field", name)),
        said(name, value),
      ),
    ),
    el(
      "span",
      { class: "marks" },
      button("right", "✓", "right", give("right")),
      button("wrong", "✗", "wrong", give("wrong")),
      button("corrected", "✎", "correct", edit),
    ),
  );
  if (item.fresh) {
    delete item.fresh;
    edit();
  }
  return row;
}

function form(item, done) {
  const inputs = Object.entries(item.now ?? item.values).map(([name, value]) => [
    name,
    value,
    control(name, value, item.aspect),
  ]);
  const save = () => {
    item.now = Object.fromEntries(inputs.map(([name, value, input]) => [name, entered(name, value, input.value)]));
    item.mark = "corrected";
    done();
  };
  const onkeydown = (key) => {
    if (key.key === "Enter") {
      key.preventDefault();
      save();
    }
    if (key.key === "Escape") {
      key.stopPropagation();
      done();
    }
  };
  const fields = inputs.map(([name, value, input]) =>
    el("label", {}, el("small", {}, named("field", name), Array.isArray(value) ? ` (${t("list_hint")})` : ""), input),
  );
  return el(
    "div",
    { class: "form", onkeydown },
    ...fields,
    el("button", { type: "button", class: "save", onclick: save }, t("save")),
    el("button", { type: "button", onclick: done }, t("cancel")),
  );
}

function control(name, value, aspect) {
  const vocabulary =
    typeof value === "boolean" || name === "is_event"
      ? ["true", "false"]
      : aspect === "documents"
        ? null
        : summary.vocabularies[name];
  const text = value === null ? "" : Array.isArray(value) ? value.join("; ") : String(value);
  if (!vocabulary || Array.isArray(value)) {
    const input = el("input", { name });
    input.value = text;
    return input;
  }
  const input = el(
    "select",
    { name },
    el("option", { value: "" }, "—"),
    ...vocabulary.map((word) => el("option", { value: word }, named("value", word))),
  );
  input.value = text;
  return input;
}

function entered(name, before, text) {
  const value = text.trim();
  if (Array.isArray(before))
    return value
      .split(";")
      .map((part) => part.trim())
      .filter(Boolean);
  if (value === "true" || value === "false") return value === "true";
  if (name === "n" || name === "n_max") return Number.parseInt(value.replace(/\D/g, ""), 10) || 0;
  return value || null;
}

// The gold line of a review: what was marked wrong is out, what was corrected is as corrected.
function goldLine(id, review) {
  const kept = (aspect) =>
    review.items
      .filter((item) => item.aspect === aspect && item.mark !== "wrong")
      .map((item) => item.now ?? item.values);
  const cells = Object.fromEntries(EVENT_CELLS.map((name) => [name, emptyCell(name)]));
  for (const item of review.items) if (item.aspect === "event") Object.assign(cells, eventCell(item));
  const { is_event, status, ...event } = cells;
  const line = { id, is_event, status: is_event ? (status ?? "held") : null, event: is_event ? event : null };
  for (const aspect of ASPECTS.slice(1)) line[aspect] = kept(aspect);
  const partial = ASPECTS.filter((aspect) => review.checked.includes(aspect));
  return partial.length === ASPECTS.length ? line : { ...line, partial };
}

function eventCell(item) {
  if (item.mark !== "wrong") return item.now ?? item.values;
  const [[name, value]] = Object.entries(item.values);
  return { [name]: typeof value === "boolean" ? !value : Array.isArray(value) ? [] : null };
}

const finished = () => [...reviews].filter(([, review]) => review.checked.length);
const goldLines = () => finished().map(([id, review]) => JSON.stringify(goldLine(id, review)));
const textLines = () =>
  Promise.all(
    finished().map(async ([id, review]) => {
      const { title, url, site_id, published_at } = articles[review.index];
      const { text } = await articleHere(review.index);
      return JSON.stringify({ id, title, url, site_id, published_at, text });
    }),
  );

function keepReviews() {
  const touched = [...reviews].filter(([, review]) => review.checked.length || review.items.some((item) => item.mark));
  remember(`reviews.${summary.id}`, JSON.stringify(Object.fromEntries(touched)));
  drawTally();
}

export function drawTally() {
  const done = finished(),
    sections = done.reduce((sum, [, review]) => sum + review.checked.length, 0);
  const open = [...reviews.values()].flatMap((review) =>
    review.items.filter((item) => item.mark && !review.checked.includes(item.aspect)),
  ).length;
  $("tally").hidden = !sections && !open;
  $("tally").replaceChildren(
    el("span", {}, t("tally", { checked: number(sections), articles: number(done.length), open: number(open) })),
    el(
      "button",
      { type: "button", id: "download", disabled: !sections, onclick: () => saveLines("gold.jsonl", goldLines()) },
      t("download"),
    ),
    el(
      "button",
      {
        type: "button",
        id: "download-texts",
        disabled: !sections,
        onclick: async () => saveLines("gold_articles.jsonl", await textLines()),
      },
      t("download_texts"),
    ),
  );
}

const saveLines = (name, lines) => download(name, lines.join("\n") + "\n", "application/jsonl");
