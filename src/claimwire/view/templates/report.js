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

  const paint = (id, on) => {
    for (const span of spans.get(id) || []) span.classList.toggle("on", on);
    const card = byClaim.get(id);
    if (card) card.classList.toggle("on", on);
  };
  const pick = (id, scroll) => {
    if (picked !== null) {
      paint(picked, false);
      byClaim.get(picked)?.querySelector(".pick").setAttribute("aria-pressed", "false");
    }
    picked = picked === id ? null : id;
    if (picked === null) return;
    paint(picked, true);
    byClaim.get(picked).querySelector(".pick").setAttribute("aria-pressed", "true");
    if (scroll === "card") byClaim.get(picked).scrollIntoView({ block: "nearest" });
    if (scroll === "text") spans.get(picked)?.[0].scrollIntoView({ block: "nearest" });
  };

  for (const card of cards) {
    const id = card.dataset.claim;
    card.addEventListener("mouseenter", () => paint(id, true));
    card.addEventListener("mouseleave", () => id !== picked && paint(id, false));
    card.querySelector(".pick").addEventListener("click", () => pick(id, "text"));
  }
  const body = page.querySelector(".body");
  if (body) {
    // the shortest claim at a place is the one meant
    const claimAt = (target) => {
      const span = target.closest("[data-claims]");
      if (!span) return null;
      const size = (id) => (spans.get(id) || []).reduce((sum, s) => sum + s.textContent.length, 0);
      return span.dataset.claims.split(" ").sort((a, b) => size(a) - size(b)).find((id) => byClaim.has(id) && !byClaim.get(id).hidden) ?? null;
    };
    let over = null;
    body.addEventListener("mouseover", (event) => {
      const id = claimAt(event.target);
      if (over !== null && over !== id && over !== picked) paint(over, false);
      over = id;
      if (id !== null) paint(id, true);
    });
    body.addEventListener("mouseleave", () => { if (over !== null && over !== picked) paint(over, false); over = null; });
    body.addEventListener("click", (event) => { const id = claimAt(event.target); if (id !== null) pick(id, "card"); });
  }

  for (const box of page.querySelectorAll("[data-layer]")) {
    box.addEventListener("change", () => page.classList.toggle("hide-" + box.dataset.layer, !box.checked));
  }

  const form = page.querySelector(".filters");
  const filter = () => {
    const want = {};
    for (const input of form.querySelectorAll("[data-filter]")) want[input.dataset.filter] = input.value;
    const text = want.text.trim().toLowerCase();
    let shown = 0;
    for (const card of cards) {
      const ok = (!want.speaker || card.dataset.speaker === want.speaker)
        && (!want.modality || card.dataset.modality === want.modality)
        && (!want.kind || card.dataset.kind.split(" ").includes(want.kind))
        && (!text || card.textContent.toLowerCase().includes(text));
      card.hidden = !ok;
      shown += ok;
    }
    const some = want.speaker || want.modality || want.kind || text;
    page.querySelector(".count").textContent = some ? `${shown} of ${cards.length} claims` : `${cards.length} claims`;
  };
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());

  page.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const open = cards.filter((card) => !card.hidden);
    const at = open.findIndex((card) => card.contains(document.activeElement));
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (step && event.target.closest(".claims") && open.length) {
      const next = open[Math.min(open.length - 1, Math.max(0, at + step))];
      next.querySelector(".pick").focus();
      event.preventDefault();
    } else if (event.key === "/") {
      page.querySelector("[data-filter=text]").focus();
      event.preventDefault();
    } else if (event.key === "Escape" && picked !== null) {
      pick(picked);
    }
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
      const value = (row) => row.cells[column].textContent;
      const rows = [...table.tBodies[0].rows].sort((a, b) => value(a).localeCompare(value(b), "en", { numeric: true }));
      if (down) rows.reverse();
      table.tBodies[0].append(...rows);
    });
  });
}
