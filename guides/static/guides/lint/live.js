/* While somebody types, the server is asked what it finds in the form; each finding is put beside its field, all of them
   into the box above the tabs. Without this file the box shows what was found when the page was opened. */
(() => {
  const WAIT = 800; // milliseconds without a key or a click
  const OPENING = 250; // milliseconds until a tab is open and its boxes have grown
  const REACHED = "input:not([type='hidden']), textarea, select";

  const start = () => {
    const box = document.querySelector("[data-lint]");
    const form = box && box.closest("form");
    if (!form || !box.dataset.lint) return;
    const details = box.querySelector("details");
    const status = box.querySelector("[data-lint-status]");
    const list = box.querySelector("[data-lint-list]");
    let last = typed();
    let timer;
    let waiting;

    function typed() {
      return new URLSearchParams(new FormData(form)).toString();
    }

    const target = (name) =>
      document.getElementById(`id_${name}`) || form.querySelector(`[name="${CSS.escape(name)}"]`);

    // What of a field can have the focus: itself, a box in it, or the button of a chooser or an editor around it.
    const reached = (field) =>
      (field.matches(REACHED) && field) ||
      field.querySelector(`${REACHED}, button, [contenteditable='true']`) ||
      field.closest(".w-field__wrapper, [data-panel]")?.querySelector("button:not([data-panel-toggle]), [contenteditable='true']") ||
      field;

    // Where the note of a field stands: below its box; of rows, above the first of them.
    const place = (name) => {
      const field = target(name);
      if (!field) return null;
      return name.endsWith("-FORMS") ? { rows: field } : { field: field.closest(".w-field__wrapper, .w-field") || field.parentElement };
    };

    function annotate() {
      form.querySelectorAll(".lint-note").forEach((note) => note.remove());
      for (const link of list.querySelectorAll("[data-lint-field]")) {
        const found = place(link.dataset.lintField);
        if (!found) continue;
        const note = document.createElement("p");
        note.className = `lint-note lint-note--${link.dataset.lintLevel}`;
        note.textContent = link.textContent;
        if (found.rows) found.rows.before(note);
        else if (found.field) found.field.append(note);
      }
    }

    async function ask() {
      const now = typed();
      if (now === last) return;
      waiting?.abort();
      waiting = new AbortController();
      const sent = { method: "POST", body: new URLSearchParams(new FormData(form)), signal: waiting.signal };
      try {
        const answer = await fetch(box.dataset.lint, sent);
        if (!answer.ok) return; // a login that has ended, a page that is gone: saving tells
        const found = await answer.json();
        last = now;
        if (status.textContent !== found.status) status.textContent = found.status;
        list.innerHTML = found.list;
        details.hidden = false;
        annotate();
      } catch (error) {
        if (error.name !== "AbortError") last = ""; // no network: ask again with the next key
      }
    }

    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT);
    };

    for (const event of ["input", "change", "keyup", "click"]) form.addEventListener(event, soon);

    // To a field in another tab, in a section that may be folded.
    list.addEventListener("click", (event) => {
      const link = event.target.closest("[data-lint-field]");
      const field = link && target(link.dataset.lintField);
      if (!field) return;
      event.preventDefault();
      const panel = field.closest("[role='tabpanel']");
      if (panel && panel.hidden) document.querySelector(`[aria-controls="${panel.id}"], [href="#${panel.id}"]`)?.click();
      for (let fold = field.closest("[data-panel]"); fold; fold = fold.parentElement.closest("[data-panel]")) {
        const toggle = fold.querySelector("[data-panel-toggle]");
        if (toggle && toggle.getAttribute("aria-expanded") === "false") toggle.click();
      }
      const goal = reached(field);
      setTimeout(() => {
        goal.focus({ preventScroll: true });
        goal.scrollIntoView({ block: "center", behavior: "instant" });
      }, OPENING);
    });

    annotate();
  };

  if (document.readyState === "complete") start();
  else addEventListener("load", start); // Wagtail's own scripts have made its fields by then
})();
