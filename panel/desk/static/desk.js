// Keys, highlights between claims and sentences, and a run's progress. Everything works without it, only less handily.

const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const typing = () => document.activeElement?.matches("input, textarea, select, [contenteditable]");

// --- keys ---------------------------------------------------------------------------------------------------------

function step(items, by) {
  if (!items.length) return;
  const at = items.findIndex((item) => item === document.activeElement || item.contains(document.activeElement));
  const next = items[Math.min(Math.max(at < 0 ? (by > 0 ? 0 : items.length - 1) : at + by, 0), items.length - 1)];
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}

const places = { i: "/", c: "/convene", v: "/compare", p: "/personas" };
let going = false;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && typing()) return document.activeElement.blur();
  if (typing()) return;
  if (going && places[event.key]) return location.assign(places[event.key]);
  going = event.key === "g";
  const rows = all("[data-rows] a"), seats = all("[data-seat]");
  if (event.key === "j" || event.key === "k") step(rows.length ? rows : seats, event.key === "j" ? 1 : -1);
  else if (event.key === "n" || event.key === "N") step(all("[data-open]"), event.key === "n" ? 1 : -1);
  else if (event.key === "u") location.assign("/");
  else if (event.key === "/") {
    const search = document.querySelector("[data-search]");
    if (search) { event.preventDefault(); search.focus(); search.select(); }
  }
});

// --- claims and sentences -----------------------------------------------------------------------------------------

const claims = all("[data-cites]");

function light(elements, on) {
  for (const each of elements) each.classList.toggle("lit", on);
}

function show(sentence) {
  const pane = sentence?.closest(".sources");
  if (!pane || pane.scrollHeight <= pane.clientHeight) return;
  const at = sentence.getBoundingClientRect(), box = pane.getBoundingClientRect();
  if (at.top < box.top || at.bottom > box.bottom) pane.scrollTop += at.top - box.top - box.height / 3;
}

for (const claim of claims) {
  const cited = claim.dataset.cites.split(" ").map((cite) => document.getElementById(cite)).filter(Boolean);
  const on = () => { light([claim, ...cited], true); show(cited[0]); };
  const off = () => light([claim, ...cited], false);
  for (const [begin, end] of [["mouseenter", "mouseleave"], ["focusin", "focusout"]]) {
    claim.addEventListener(begin, on);
    claim.addEventListener(end, off);
  }
}

for (const sentence of all("[data-sentence]")) {
  const citing = claims.filter((claim) => claim.dataset.cites.split(" ").includes(sentence.dataset.sentence));
  if (!citing.length) continue;
  for (const [name, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]]) {
    sentence.addEventListener(name, () => light([sentence, ...citing], on));
  }
}

// --- a run, seat by seat ------------------------------------------------------------------------------------------

function element(name, text, className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

function follow(list) {
  const source = new EventSource(list.dataset.run);
  source.addEventListener("progress", (event) => {
    const { seat, said, text } = JSON.parse(event.data);
    if (said === "note") return document.querySelector("[data-notes]").append(element("li", text));
    const line = all("li", list).find((each) => each.dataset.name === seat);
    if (!line) return;
    line.querySelector(".badge, .waiting")?.remove();
    line.append(element("strong", said.toUpperCase(), `badge ${said}`), element("span", text, "note"));
  });
  source.addEventListener("end", (event) => {
    source.close();
    const { says, problem, result } = JSON.parse(event.data);
    const end = document.querySelector("[data-end]");
    end.replaceChildren(element("p", `It is ${says}.`));
    for (const waiting of all(".waiting", list)) waiting.replaceWith(element("span", "not heard", "note"));
    if (problem) end.append(element("p", problem, "alert"));
    if (result) {
      const link = element("a", "Open the result", "go");
      link.href = result;
      const line = document.createElement("p");
      line.append(link);
      end.append(line);
    }
    document.querySelector("[data-cancel]")?.remove();
    if (all(".running a").length === 1) document.querySelector(".running").remove();
  });
}

all("[data-run]").forEach(follow);

// --- how long the server took -------------------------------------------------------------------------------------

const timing = document.querySelector("[data-timing]");
const served = performance.getEntriesByType("navigation")[0]?.serverTiming?.find((each) => each.name === "desk");
if (timing && served) timing.textContent = `· page made in ${Math.round(served.duration)} ms`;
