// The texts with their evidence: islands in the page, or scripts beside it that are loaded when first asked for.
import { summary } from "./base.js";

export const textsApart = document.body.dataset.texts === "apart";
const loaded = new Map();
const awaited = new Map();

// The scripts of texts call this; each brings the articles of one chunk.
window.sukienTexts = (chunk, list) => loaded.set(chunk, list);

// The article's text and evidence, null where they are not here yet: see articleHere.
export function fullArticle(index) {
  const chunk = Math.floor(index / summary.chunk);
  if (!loaded.has(chunk) && !readIsland(chunk)) return null;
  return loaded.get(chunk)[index % summary.chunk];
}

// The islands come after the page's script.
function readIsland(chunk) {
  const source = document.getElementsByClassName("chunk")[chunk];
  if (!source || (document.readyState === "loading" && !source.nextElementSibling)) return false;
  loaded.set(chunk, JSON.parse(source.textContent));
  return true;
}

// A promise of the article; rejected where its file is missing.
export async function articleHere(index) {
  const here = fullArticle(index);
  if (here) return here;
  await (textsApart ? script(Math.floor(index / summary.chunk)) : islandsRead());
  return fullArticle(index);
}

const islandsRead = () => new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));

function script(chunk) {
  if (!awaited.has(chunk)) {
    awaited.set(
      chunk,
      new Promise((done, fail) => {
        const node = document.createElement("script");
        node.onload = done;
        node.onerror = () => fail(new Error(node.src));
        node.src = `texts/${chunk}.js`;
        document.head.append(node);
      }),
    );
  }
  return awaited.get(chunk);
}
