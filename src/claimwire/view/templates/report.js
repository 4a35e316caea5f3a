"use strict";
for (const page of document.querySelectorAll(".article-page")) {
  const cards = [...page.querySelectorAll(".card")];
  const byClaim = new Map(cards.map((card) => [card.dataset.claim, card]));
  const spans = new Map();
  for (const span of page.querySelectorAll("[data-claims]")) {
    for (const id of span.dataset.claims.split(" ")) {
      if (!spans.has(id)) spans.set(id, []);
      spans.get(id).push(span);
    }
  }
  let picked = null;

  const pickOf = (id) => byClaim.get(id).querySelector(".pick");
  const paint = (id, on) => {
    for (const span of spans.get(id) || []) span.classList.toggle("on", on);
    byClaim.get(id)?.classList.toggle("on", on);
  };
  // claims may share text: what is painted off for one must stay on for the picked one
  const leave = (id) => {
    if (id === null || id === picked) return;
    paint(id, false);
    if (picked !== null) paint(picked, true);
  };
  const show = (element) => element?.scrollIntoView({ block: "nearest" });
  const drop = () => {
    if (picked === null) return;
    const id = picked;
    picked = null;
    paint(id, false);
    byClaim.get(id).classList.remove("picked");
    pickOf(id).setAttribute("aria-pressed", "false");
  };
  const pick = (id) => {
    const same = picked === id;
    drop();
    if (same) return;
    picked = id;
    paint(id, true);
    byClaim.get(id).classList.add("picked");
    pickOf(id).setAttribute("aria-pressed", "true");
  };

  for (const card of cards) {
    const id = card.dataset.claim;
    const button = card.querySelector(".pick");
    card.addEventListener("mouseenter", () => paint(id, true));
    card.addEventListener("mouseleave", () => leave(id));
    button.addEventListener("focus", () => paint(id, true));
    button.addEventListener("blur", () => leave(id));
    button.addEventListener("click", () => { pick(id); if (picked === id) show(spans.get(id)?.[0]); });
  }
  const body = page.querySelector(".body");
  if (body) {
    // the shortest claim at a place is the one meant
    const sizes = new Map([...spans].map(([id, parts]) => [id, parts.reduce((sum, s) => sum + s.textContent.length, 0)]));
    const claimAt = (target) => {
      const span = target.closest("[data-claims]");
      if (!span) return null;
      const ids = span.dataset.claims.split(" ").filter((id) => byClaim.has(id) && !byClaim.get(id).hidden);
      return ids.sort((a, b) => sizes.get(a) - sizes.get(b))[0] ?? null;
    };
    let over = null;
    body.addEventListener("mouseover", (event) => {
      const id = claimAt(event.target);
      if (over !== id) leave(over);
      over = id;
      if (id !== null) paint(id, true);
    });
    body.addEventListener("mouseleave", () => { leave(over); over = null; });
    body.addEventListener("click", (event) => {
      const id = claimAt(event.target);
      if (id === null || String(getSelection())) return;
      pick(id);
      if (picked === id) show(byClaim.get(id));
    });
  }

  for (const box of page.querySelectorAll("[data-layer]")) {
    const apply = () => page.classList.toggle("hide-" + box.dataset.layer, !box.checked);
    box.addEventListener("change", apply);
    apply();
  }

  const form = page.querySelector(".filters");
  const words = new Map();
  const wordsOf = (card) => {
    if (!words.has(card)) {
      // the reasons name rules, not what the claim says
      const said = [...card.children].filter((part) => !part.matches(".why")).map((part) => part.textContent);
      words.set(card, said.join(" ").toLowerCase());
    }
    return words.get(card);
  };
  const matched = new Set();
  const filter = () => {
    const want = {};
    for (const input of form.querySelectorAll("[data-filter]")) want[input.dataset.filter] = input.value;
    const text = want.text.trim().toLowerCase();
    const some = Boolean(want.speaker || want.stance || want.modality || want.kind || text);
    for (const span of matched) span.classList.remove("match");
    matched.clear();
    let shown = 0;
    for (const card of cards) {
      const ok = (!want.speaker || card.dataset.speaker === want.speaker)
        && (!want.stance || card.dataset.stance === want.stance)
        && (!want.modality || card.dataset.modality === want.modality)
        && (!want.kind || card.dataset.kind.split(" ").includes(want.kind))
        && (!text || wordsOf(card).includes(text));
      card.hidden = !ok;
      shown += ok;
      if (ok && some) for (const span of spans.get(card.dataset.claim) || []) matched.add(span);
    }
    for (const span of matched) span.classList.add("match");
    if (picked !== null && byClaim.get(picked).hidden) drop();
    const all = `${cards.length} claim${cards.length === 1 ? "" : "s"}`;
    page.querySelector(".count").textContent = some ? `${shown} of ${all}` : all;
  };
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  if ([...form.querySelectorAll("[data-filter]")].some((input) => input.value)) filter();

  const step = (by, fromText) => {
    const open = cards.filter((card) => !card.hidden);
    if (!open.length) return;
    const at = open.findIndex((card) => fromText ? card.dataset.claim === picked : card.contains(document.activeElement));
    const next = open[at < 0 ? 0 : Math.min(open.length - 1, Math.max(0, at + by))];
    const id = next.dataset.claim;
    if (!fromText) next.querySelector(".pick").focus();
    else if (id !== picked) pick(id);
    show(next);
    show(spans.get(id)?.[0]);
  };
  page.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
      if (event.key === "Escape" && event.target.type !== "checkbox") event.target.blur();
      return;
    }
    const inClaims = event.target.closest(".claims") !== null;
    const by = { j: 1, k: -1 }[event.key] ?? (inClaims ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : undefined);
    if (by) step(by, !inClaims);
    else if (event.key === "/") page.querySelector("[data-filter=text]").focus();
    else if (event.key === "Escape") drop();
    else return;
    event.preventDefault();
  });
}

for (const table of document.querySelectorAll("table.sortable")) {
  [...table.tHead.rows[0].cells].forEach((cell, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = cell.textContent;
    cell.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = cell.getAttribute("aria-sort") !== "descending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      cell.setAttribute("aria-sort", down ? "descending" : "ascending");
      const order = new Intl.Collator("en", { numeric: true });
      const rows = [...table.tBodies[0].rows].map((row) => [row.cells[column].textContent, row]);
      rows.sort(([a], [b]) => order.compare(a, b));
      if (down) rows.reverse();
      table.tBodies[0].append(...rows.map(([, row]) => row));
    });
  });
}
