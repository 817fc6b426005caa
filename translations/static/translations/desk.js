/* The translator's desk: saves a text without leaving the page, fetches what the memory offers, and listens to the keys. */
(() => {
  const desk = document.querySelector("[data-desk]");
  if (!desk) return;
  const rows = [...desk.querySelectorAll("[data-row]")];
  const boxIn = (row) => row.querySelector(".desk-target [contenteditable='true'], .desk-target textarea, .desk-target input[name='text']:not([type='hidden'])");
  const current = () => document.activeElement && document.activeElement.closest("[data-row]");
  const changed = new Set();

  const go = (row) => {
    if (!row) return;
    boxIn(row).focus();
    row.scrollIntoView({ block: "center" });
  };

  const write = (row, text, whole) => {
    const box = boxIn(row);
    box.focus();
    if (whole && box.select) box.select();
    else if (whole) document.execCommand("selectAll");
    if (!document.execCommand("insertText", false, text)) box.setRangeText(text); // the first keeps what Ctrl+Z takes back
    box.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const byMachine = (row, on) => {
    row.querySelector("[name='by_machine']")?.remove();
    if (!on) return;
    const mark = Object.assign(document.createElement("input"), { type: "hidden", name: "by_machine", value: "1" });
    row.append(mark);
  };

  const save = async (row) => {
    const answer = await fetch(row.action, { method: "POST", body: new FormData(row), headers: { "X-Requested-With": "fetch" } }).catch(() => null);
    const state = row.querySelector("[data-state]");
    if (!answer || ![200, 409, 422].includes(answer.status)) {
      row.submit(); // what the server has to say is a page of its own
      return false;
    }
    const seen = row.querySelector("[data-seen]").value;
    state.innerHTML = await answer.text();
    if (answer.ok) {
      changed.delete(row);
      row.dataset.open = "";
      return true;
    }
    row.querySelector("[data-seen]").value = seen; // what was refused once is not to be taken for seen
    return false;
  };

  const offer = async (row) => {
    const place = row.querySelector("[data-suggestions]");
    if (place.dataset.asked) return;
    place.dataset.asked = "1";
    const address = encodeURIComponent(row.elements.address.value);
    const answer = await fetch(`${desk.dataset.suggestions}?address=${address}`).catch(() => null);
    if (answer && answer.ok) place.innerHTML = await answer.text();
  };

  desk.addEventListener("focusin", (event) => {
    const row = event.target.closest("[data-row]");
    if (row) offer(row);
  });

  desk.addEventListener("input", (event) => {
    const row = event.target.closest("[data-row]");
    if (!row) return;
    changed.add(row);
    byMachine(row, false);
  });

  desk.addEventListener("click", (event) => {
    const button = event.target.closest("[data-insert], [data-take]");
    if (!button) return;
    const row = button.closest("[data-row]");
    const { insert, take, machine } = button.dataset;
    write(row, insert ?? take, take !== undefined);
    byMachine(row, Boolean(machine));
  });

  desk.addEventListener("submit", (event) => {
    const row = event.target.closest("[data-row]");
    if (!row || event.submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    save(row);
  });

  const onEnter = async (row) => {
    if (await save(row)) go(rows.slice(rows.indexOf(row) + 1).find((other) => other.dataset.open));
  };

  desk.addEventListener("keydown", (event) => {
    const row = current();
    if (!row) return;
    const at = rows.indexOf(row);
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onEnter(row);
    else if (event.altKey && event.key === "ArrowDown") go(rows[at + 1]);
    else if (event.altKey && event.key === "ArrowUp") go(rows[at - 1]);
    else if (event.altKey && digit) row.querySelectorAll("[data-insert]")[digit[1] - 1]?.click();
    else if (event.altKey && event.code === "KeyM") row.querySelector("[data-take]")?.click();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }, true);

  addEventListener("beforeunload", (event) => {
    if (changed.size) event.preventDefault();
  });
})();
