// Words are checked as they are typed: against the sources in the verdict room, as a persona's file in the persona room.

const PAUSE = 350;

function element(name, text, className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

function list(items) {
  const made = document.createElement("ul");
  made.append(...items);
  return made;
}

function differences(parts) {
  const made = document.createElement("dl");
  for (const { part, pieces } of parts) {
    const line = document.createElement("dd");
    for (const [kind, text] of pieces) {
      const name = { added: "ins", removed: "del" }[kind];
      line.append(name ? element(name, text) : text);
    }
    made.append(element("dt", part.replaceAll("_", " ")), line);
  }
  return made;
}

function showBallot(form, live, checked) {
  const findings = checked.findings.map(({ kind, text, passage, cites }) =>
    element("li", `${kind}: ${text}${passage ? ` “${passage}”` : ""} ${cites.join(", ")}`));
  const told = [];
  if (checked.problem) told.push(element("p", checked.problem, "bad"));
  else if (findings.length) told.push(element("p", findings.length === 1 ? "1 finding" : `${findings.length} findings`, "bad"), list(findings));
  else told.push(element("p", "No finding: nothing in it goes beyond the sources.", "good"));
  if (checked.differences.length) told.push(element("p", "Changed from what the reviewer wrote", "note"), differences(checked.differences));
  live.replaceChildren(...told);
  const written = [...form.querySelectorAll("[name=claim]")];
  let place = 0;
  for (const field of written) {
    const says = field.closest(".claim").querySelector("[data-claim]");
    const claim = field.value.trim() ? checked.claims[place++] : undefined;
    says.textContent = claim ? `${claim.kind}: ${claim.text}` : "";
    says.className = `verdict-of ${claim ? claim.kind : ""}`;
  }
}

function showPersona(_, live, { problem, line, warnings }) {
  if (problem) live.replaceChildren(element("p", `${line ? `Line ${line}: ` : ""}${problem}`, "bad"));
  else if (warnings.length) live.replaceChildren(list(warnings.map((text) => element("li", text))));
  else live.replaceChildren(element("p", "No mistake, nothing odd.", "good"));
}

function watch(form, address, show) {
  const live = form.querySelector("[data-live]");
  let timer, asking;
  async function check() {
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(address, { method: "POST", body: new FormData(form), signal: asking.signal });
      if (!answer.ok) throw new Error(`${answer.status}`);
      show(form, live, await answer.json());
    } catch (error) {
      if (error.name !== "AbortError") live.replaceChildren(element("p", "It can't be checked just now.", "note"));
    }
  }
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(check, PAUSE);
  });
}

for (const form of document.querySelectorAll("[data-check]")) watch(form, form.dataset.check, showBallot);
for (const form of document.querySelectorAll("[data-lint]")) watch(form, form.dataset.lint, showPersona);
