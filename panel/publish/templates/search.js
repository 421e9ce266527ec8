"use strict";
// The search box. Without this script the list of all verdicts stands as it is.
(() => {
  const form = document.querySelector("form.search");
  if (!form) return;
  const input = form.querySelector("input");
  const status = form.querySelector("[role=status]");
  const results = form.querySelector("ul");
  const list = document.getElementById("list");
  const most = 50;
  let rows = null;

  // Letters that stand for themselves, and that people type without their strokes.
  const plain = { ø: "o", ł: "l", đ: "d", ð: "d", ß: "ss", æ: "ae", œ: "oe", þ: "th", ı: "i" };
  const folded = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[øłđðßæœþı]/g, (letter) => plain[letter]);
  const words = (text) => folded(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  // Name counts most, then maker and category, then tags, then the line about it.
  const weights = [8, 0, 4, 4, 1, 3];

  async function load() {
    if (rows) return;
    const answer = await fetch(form.dataset.index);
    if (!answer.ok) throw new Error(String(answer.status));
    rows = (await answer.json()).rows.map((row) => ({ row, words: row.map((cell) => typeof cell === "string" ? words(cell) : []) }));
  }

  function rank(entry, wanted) {
    let sum = 0;
    for (const word of wanted) {
      let best = 0;
      weights.forEach((weight, cell) => {
        for (const each of entry.words[cell]) {
          if (weight && each.startsWith(word)) best = Math.max(best, weight * (each === word ? 2 : 1));
        }
      });
      if (!best) return 0;
      sum += best;
    }
    return sum;
  }

  function element(tag, name, text) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function item([name, place, vendor, category, tagline, , percent]) {
    const row = element("li", "row");
    const figure = element("p", "figure");
    figure.append(element("span", "number", percent === null ? "—" : `${percent}\u00a0%`), " ", element("span", "note", "simulated panel"));
    const what = element("div", "what");
    const link = element("a", "", name);
    link.href = form.dataset.root + place;
    const heading = element("p", "name");
    heading.append(link);
    const shelf = element("p", "shelf");
    for (const part of [category, vendor].filter(Boolean)) shelf.append(element("span", "", part));
    what.append(heading, element("p", "tagline", tagline), shelf);
    for (const each of [heading, ...what.children, ...shelf.children]) each.dir = "auto";
    row.append(figure, what);
    return row;
  }

  async function show() {
    const wanted = words(input.value);
    list.hidden = results.hidden = false;
    results.replaceChildren();
    if (!wanted.length) {
      results.hidden = true;
      status.textContent = "";
      return;
    }
    try {
      await load();
    } catch {
      results.hidden = true;
      status.textContent = "The search index can't be read from here; the list below has every verdict.";
      return;
    }
    const found = rows.map((entry) => [rank(entry, wanted), entry.row]).filter(([sum]) => sum);
    found.sort((one, other) => other[0] - one[0] || (one[1][0] < other[1][0] ? -1 : 1));
    results.replaceChildren(...found.slice(0, most).map(([, row]) => item(row)));
    list.hidden = true;
    const shown = found.length > most ? `, the best ${most} shown` : "";
    status.textContent = found.length ? `${found.length} found${shown}` : "Nothing found.";
    results.hidden = !found.length;
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  let waiting;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 80);
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    input.value = asked;
    show();
  }
})();
