// Sends one edit after the other and shows what the hall answers: the parts of the page as they are now.
// What is being typed stays; when the connection breaks, what was not saved is kept and can be sent again.
const CONFLICT = 409;

export class Saver {
  #desk;
  #queue = [];
  #busy = false;
  #held = false; // a button of the mouse is down: nothing below it may be replaced
  #shown;
  #then = null;

  /** `shown(answer)` is called after the parts of the page were replaced. */
  constructor(desk, shown) {
    this.#desk = desk;
    this.#shown = shown;
    document.addEventListener("pointerdown", () => (this.#held = true), true);
    for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => setTimeout(() => (this.#held = false)), true);
    window.addEventListener("beforeunload", (event) => {
      if (this.#queue.length || desk.querySelector("[data-dirty]")) event.preventDefault();
    });
  }

  /** `words` is an object or FormData; `row` the row (or form) whose words are in it. */
  send(words, row = null) {
    const data = words instanceof FormData ? words : new FormData();
    if (!(words instanceof FormData)) for (const [name, value] of Object.entries(words)) data.set(name, value);
    this.#queue.push({ data, row, typed: row && typed(row) });
    this.#next();
  }

  /** Calls `then` as soon as nothing waits to be sent. */
  whenSaved(then) {
    this.#then = then;
    this.#next();
  }

  async #next() {
    if (this.#busy) return;
    if (!this.#queue.length) {
      this.#then?.();
      this.#then = null;
      return;
    }
    this.#busy = true;
    const sent = this.#queue[0];
    this.say(this.#desk.dataset.saving);
    try {
      const { answer, status } = await this.#post(sent.data);
      while (this.#held) await new Promise((resume) => setTimeout(resume, 30));
      this.#queue.shift();
      if (status === CONFLICT) this.#queue = [];
      if (status === 200 && sent.row && typed(sent.row) === sent.typed) delete sent.row.dataset.dirty;
      this.#show(answer);
    } catch {
      this.#broken();
      return;
    } finally {
      this.#busy = false;
    }
    this.#next();
  }

  async #post(data) {
    data.set("revision", this.#desk.dataset.revision);
    const headers = { "X-Fields": "1", "X-CSRFToken": cookie("csrftoken") || this.#desk.dataset.csrf };
    const response = await fetch(this.#desk.dataset.fields, { method: "POST", body: data, headers, redirect: "error" });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const answer = page.querySelector("[data-fields]");
    if (!answer) throw new Error("this is not the page of the fields");
    return { answer, status: response.status };
  }

  #show(answer) {
    const focus = remember(this.#desk);
    this.#desk.dataset.revision = answer.dataset.revision;
    this.#desk.dataset.touched = answer.dataset.touched;
    this.#desk.dataset.asked = answer.dataset.asked;
    keepTyped(this.#desk, answer);
    for (const part of answer.querySelectorAll("[data-part]")) {
      this.#desk.querySelector(`[data-part="${part.dataset.part}"]`)?.replaceChildren(...part.childNodes); // scrolled as before
    }
    this.say(answer.querySelector("[data-said]").textContent, answer.querySelector("[data-problem]").textContent);
    this.#shown(focus);
  }

  /** What has happened, or what is wrong. */
  say(said, problem = "") {
    this.#desk.querySelector("[data-said]").textContent = said;
    this.#desk.querySelector("[data-problem]").textContent = problem;
  }

  #broken() {
    this.say("", this.#desk.dataset.broken);
    const again = document.createElement("button");
    again.type = "button";
    again.className = "button button-small";
    again.textContent = this.#desk.dataset.again;
    again.addEventListener("click", () => this.#next());
    this.#desk.querySelector("[data-problem]").append(" ", again);
  }
}

/** Everything that stands in the inputs of a row. */
function typed(row) {
  const data = new FormData(row.querySelector("form"));
  for (const name of ["revision", "csrfmiddlewaretoken"]) data.delete(name);
  return JSON.stringify([...data]);
}

/** Rows that are the same, and rows with words that are not saved yet, go on as they are. What was unfolded stays so. */
function keepTyped(desk, answer) {
  for (const same of answer.querySelectorAll("[data-same]")) {
    same.replaceWith(desk.querySelector(`[data-row="${same.dataset.same}"]`));
  }
  for (const row of desk.querySelectorAll("[data-dirty]")) {
    if (answer.contains(row)) continue;
    const other = answer.querySelector(`[data-typed="${row.dataset.typed}"]`);
    if (other) other.replaceWith(row);
    else answer.querySelector("[data-part=list] ol")?.append(row); // somebody else deleted it: the words can still be copied
  }
  for (const open of desk.querySelectorAll("details[open][data-key]")) {
    answer.querySelector(`details[data-key="${open.dataset.key}"]`)?.setAttribute("open", "");
  }
}

/** What has the focus, so that its successor can have it. */
function remember(desk) {
  const active = document.activeElement;
  const holder = desk.contains(active) ? active.closest("[data-key]") : null;
  const caret = active && "selectionStart" in active ? [active.selectionStart, active.selectionEnd] : null;
  return { key: holder?.dataset.key ?? null, isBox: Boolean(active?.closest?.("[data-box], [data-new]")), caret, element: active };
}

function cookie(name) {
  return document.cookie.split("; ").find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1) ?? "";
}
