// Search without regard to marks: what an event says, how well it meets a search, and where the hits are.
import { articles, folded, summary } from "./base.js";
import { articleHere, fullArticle, textsApart } from "./texts.js";

// Words, and phrases between quotes; all of them must be said.
export const terms = (query) =>
  [...folded(query).matchAll(/"([^"]+)"|([^\s"]+)/g)].map((match) => match[1] ?? match[2]);

function searchable(event) {
  const people = event.people.map((person) => summary.people[person].join(" "));
  const papers = event.papers.map((paper) => summary.papers[paper]);
  const places = [event.province, event.district, event.commune, event.venue];
  const parts = [articles[event.article].title, event.name, ...event.organizers, ...places, ...people, ...papers];
  return folded(parts.filter(Boolean).join(" \n "));
}
const haystacks = new Map();
const haystack = (event) => haystacks.get(event) ?? haystacks.set(event, searchable(event)).get(event);

const foldedTexts = new Map();
export const textsSearched = () => foldedTexts.size === articles.length;

export const says = (event, wanted) =>
  wanted.every((term) => haystack(event).includes(term) || foldedTexts.get(event.article)?.includes(term));

// 0 where the title says the whole search as it stands, 1 where it says all terms, 2 and 3 the same of the text.
export function hitRank(event, query, wanted) {
  const phrase = folded(query).replaceAll('"', "").trim();
  const title = folded(articles[event.article].title ?? ""),
    rest = foldedTexts.get(event.article) ?? haystack(event);
  const ranks = [title.includes(phrase), wanted.every((term) => title.includes(term)), rest.includes(phrase)];
  return (ranks.indexOf(true) + 4) % 4;
}

// Whole texts are folded while the page is idle; until then a search sees titles, names, places and documents.
export function foldTexts(deadline, done) {
  while (foldedTexts.size < articles.length && deadline.timeRemaining() > 4) {
    const full = fullArticle(foldedTexts.size);
    if (!full) break;
    foldedTexts.set(foldedTexts.size, folded(full.text));
  }
  if (textsSearched()) return done();
  if (!textsApart) requestIdleCallback((next) => foldTexts(next, done));
}

// Loads every text and folds it; tells how far it is.
export async function loadTexts(told) {
  for (let at = foldedTexts.size; at < articles.length; at++) {
    foldedTexts.set(at, folded((await articleHere(at)).text));
    if (at % summary.chunk === 0) told(at);
  }
}

// Marks every hit under a node in the colour of hits, without a change to its elements.
export function markHits(nodes, wanted) {
  if (!globalThis.CSS?.highlights) return;
  const ranges = wanted.length ? nodes.flatMap((node) => hitsIn(node, wanted)) : [];
  CSS.highlights.set("hit", new Highlight(...ranges));
}

function hitsIn(node, wanted) {
  const pieces = textNodes(node),
    { text, from } = foldedWithPlaces(pieces.map((piece) => piece.data).join(""));
  return wanted.flatMap((term) => placesOf(term, text).map((at) => rangeOf(pieces, from[at], from[at + term.length])));
}

function textNodes(node) {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT),
    found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

// The folded text, and for every place in it the place in the text that it was folded from.
function foldedWithPlaces(text) {
  const from = [];
  let made = "";
  for (let at = 0; at < text.length; at++) {
    const char = folded(text[at]);
    for (let step = 0; step < char.length; step++) from.push(at);
    made += char;
  }
  from.push(text.length);
  return { text: made, from };
}

function placesOf(term, text) {
  const found = [];
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) found.push(at);
  return found;
}

function rangeOf(pieces, start, end) {
  const range = new Range();
  let passed = 0,
    begun = false;
  for (const piece of pieces) {
    const next = passed + piece.length;
    if (!begun && start < next) {
      range.setStart(piece, start - passed);
      begun = true;
    }
    if (begun && end <= next) {
      range.setEnd(piece, end - passed);
      return range;
    }
    passed = next;
  }
  return range;
}
