// Answers are kept in this browser only where the reader asks for it, until they are deleted with the button beside it.
(() => {
  const form = document.getElementById("fill");
  const box = document.querySelector(".fill-browser");
  const wanted = document.getElementById("fill-browser");
  const clear = document.getElementById("fill-clear");
  const status = document.getElementById("fill-status");
  const place = `hall-form-${form.dataset.form}`;
  let changed = false;

  const inputs = () => [...form.elements].filter((one) => one.name.startsWith("a-"));
  const isTicked = (one) => one.type === "checkbox" || one.type === "radio";
  const answers = () =>
    Object.fromEntries(inputs().flatMap((one) => (one.value && (one.checked || !isTicked(one)) ? [[one.name, one.value]] : [])));

  const kept = () => {
    try {
      return JSON.parse(localStorage.getItem(place));
    } catch {
      return null;
    }
  };

  const show = (isKept, text = "") => {
    wanted.checked = isKept;
    clear.hidden = !isKept;
    status.textContent = text;
  };

  const keep = () => {
    try {
      localStorage.setItem(place, JSON.stringify({ version: form.elements.version.value, answers: answers() }));
      show(true, status.textContent);
    } catch {
      show(false, box.dataset.full);
    }
  };

  const forget = () => {
    localStorage.removeItem(place);
    show(false, box.dataset.cleared);
  };

  // Only into a page on which nothing is written yet, and only answers to the same edition of the form.
  const restore = (found) => {
    for (const input of inputs()) {
      const value = found.answers[input.name];
      if (!value) continue;
      if (isTicked(input)) input.checked = input.value === value;
      else input.value = value;
      input.closest("details")?.setAttribute("open", "");
    }
    show(true, box.dataset.restored);
  };

  const found = kept();
  if (found) {
    const isBlank = Object.keys(answers()).length === 0;
    if (isBlank && found.version === form.elements.version.value) restore(found);
    else show(true);
  }
  box.hidden = false;

  wanted.addEventListener("change", () => (wanted.checked ? keep() : forget()));
  clear.addEventListener("click", () => {
    forget();
    wanted.focus();
  });
  form.addEventListener("input", () => {
    changed = true;
    if (wanted.checked) keep();
  });
  document.addEventListener("submit", () => {
    changed = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (changed && !wanted.checked) event.preventDefault();
  });

  // After a check, to what there is to read first.
  document.querySelector(".fill-errors, #fill-result")?.focus();
})();
