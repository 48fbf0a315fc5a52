// Single keys that make the pages faster; every one of them has a link or a field of its own.
"use strict";
(() => {
  const OFF = "onrecord-keys-off";
  const help = document.querySelector("[data-keys]");
  if (help) help.hidden = false;
  const off = document.querySelector("[data-keys-off]");
  if (off) {
    const words = { off: off.textContent, on: off.dataset.on };
    const say = () => { off.textContent = localStorage.getItem(OFF) ? words.on : words.off; };
    say();
    off.addEventListener("click", () => {
      if (localStorage.getItem(OFF)) localStorage.removeItem(OFF); else localStorage.setItem(OFF, "1");
      say();
    });
  }
  const step = (selector, by) => {
    const all = [...document.querySelectorAll(selector)];
    if (!all.length) return;
    const at = all.findIndex((one) => one === document.activeElement || one.contains(document.activeElement));
    const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
    const target = next.matches("a") ? next : next.querySelector("a");
    target.focus();
    target.scrollIntoView({ block: "center" });
  };
  const acts = {
    j: () => step("[data-row]", 1),
    k: () => step("[data-row]", -1),
    n: () => step("[data-claim]", 1),
    p: () => step("[data-claim]", -1),
    r: () => { const reason = document.querySelector("[data-reason]"); if (reason) reason.focus(); },
    e: () => { const at = document.activeElement.closest("[data-claim]") || document.querySelector("[data-claim]:target"); const way = at && at.querySelector("[data-correct]"); if (way) way.click(); },
    z: () => { const undo = document.querySelector("[data-undo]"); if (undo) undo.form.requestSubmit(); },
    m: () => { const words = document.getElementById("words"); if (words) location.hash = "words"; },
    "/": () => { const search = document.querySelector("input[type=search]"); if (search) search.focus(); },
  };
  const chosen = document.querySelector("[data-selection]");
  if (chosen) document.addEventListener("selectionchange", () => {
    const selected = document.getSelection();
    const text = selected.toString().trim();
    const at = selected.anchorNode && selected.anchorNode.parentElement;
    if (text && at && at.closest(".doc")) chosen.value = text;
  });
  document.addEventListener("focusin", (event) => { if (event.target.matches("input[inputmode=numeric]")) event.target.select(); });
  const work = document.querySelector("[data-work=busy]");
  const look = async () => {
    const answer = await fetch(location.pathname, { headers: { "X-Part": "work" } });
    if (!answer.ok) return;
    work.innerHTML = await answer.text();
    if (work.querySelector("progress")) setTimeout(look, 1000);
    else for (const button of document.querySelectorAll("form button[disabled]")) button.disabled = false;
  };
  if (work) setTimeout(look, 700);
  document.addEventListener("keydown", (event) => {
    const field = event.target.closest("input:not([type=radio]):not([type=checkbox]),textarea,select,[contenteditable]");
    if (field) {
      if (event.key === "Escape") field.blur();
      if (event.key === "Enter" && event.ctrlKey && field.form) field.form.requestSubmit();
      return;
    }
    if (localStorage.getItem(OFF) || event.ctrlKey || event.altKey || event.metaKey) return;
    const choice = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (choice) { choice.checked = true; choice.focus(); event.preventDefault(); return; }
    const act = acts[event.key.toLowerCase()];
    if (act) { act(); event.preventDefault(); }
  });
})();
