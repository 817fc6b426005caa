/* The title of a statute in a legal basis, as an ARIA combobox: 许可法 30 offers the article, and choosing it fills in the
   row. Rows are added while one edits, so everything listens on the document. The words: data-label, -some, -none. */
(() => {
  "use strict";

  const PAUSE = 150; // milliseconds without a key before we ask
  const FIELDS = { statute_zh_hans: "statute", article_zh_hans: "article", statute_en: "statute_en", article_en: "article_en", issuing_body_zh_hans: "issued_by" };
  const OF_STATUTE = new Set(["statute_en", "issuing_body_zh_hans"]); // stay as they were written while the title stays
  const boxes = new WeakMap();
  const inputOf = (target) => (target instanceof Element ? target.closest("input[data-statute-suggestions]") : null);

  class StatuteBox {
    constructor(input) {
      this.input = input;
      this.found = [];
      this.chosen = input.defaultValue;
      this.list = Object.assign(document.createElement("ul"), { id: `${input.id}-suggestions`, className: "statute-suggestions" });
      this.list.setAttribute("role", "listbox");
      this.list.setAttribute("aria-label", input.dataset.label);
      this.list.addEventListener("mousedown", (event) => {
        event.preventDefault(); // the input keeps the focus
        const option = event.target.closest("[role=option]");
        if (option) this.choose([...this.list.children].indexOf(option));
      });
      this.voice = Object.assign(document.createElement("p"), { className: "w-sr-only" });
      this.voice.setAttribute("aria-live", "polite");
      input.after(this.list, this.voice);
      input.setAttribute("role", "combobox");
      input.setAttribute("aria-autocomplete", "list");
      input.setAttribute("aria-controls", this.list.id);
      this.close();
    }

    wait() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask(), PAUSE);
    }

    async ask() {
      this.request?.abort();
      const text = this.input.value.trim();
      if (text.length < 2) return this.close();
      this.request = new AbortController();
      try {
        const address = `${this.input.dataset.statuteSuggestions}?${new URLSearchParams({ q: text })}`;
        const answer = await fetch(address, { signal: this.request.signal });
        if (answer.ok) this.show((await answer.json()).suggestions);
      } catch (error) {
        if (error.name !== "AbortError") this.close(); // typing it by hand still works
      }
    }

    show(found) {
      if (document.activeElement !== this.input) return;
      this.found = found;
      this.list.replaceChildren(...found.map((one, index) => this.option(one, index)));
      this.mark(-1);
      this.open(found.length > 0);
      this.voice.textContent = found.length ? this.input.dataset.some : this.input.dataset.none;
    }

    option(one, index) {
      const option = document.createElement("li");
      option.id = `${this.list.id}-${index}`;
      option.setAttribute("role", "option");
      const name = document.createElement("strong");
      name.textContent = `${one.statute} ${one.article}`.trim();
      const words = document.createElement("span");
      words.textContent = [one.note && `${this.input.dataset.repealed} ${one.note}`, one.words].filter(Boolean).join(" · ");
      option.append(name, words);
      return option;
    }

    open(isOpen) {
      this.list.hidden = !isOpen;
      this.input.setAttribute("aria-expanded", String(isOpen));
    }

    close() {
      this.open(false);
      this.mark(-1);
    }

    mark(to) {
      this.active = to;
      [...this.list.children].forEach((option, index) => {
        option.setAttribute("aria-selected", String(index === to));
        if (index === to) option.scrollIntoView({ block: "nearest" });
      });
      if (to >= 0) this.input.setAttribute("aria-activedescendant", this.list.children[to].id);
      else this.input.removeAttribute("aria-activedescendant");
    }

    key(event) {
      if (event.isComposing || this.list.hidden) return; // an input method is choosing characters
      const count = this.found.length;
      if (event.key === "ArrowDown") this.mark((this.active + 1) % count);
      else if (event.key === "ArrowUp") this.mark((this.active + count - (this.active < 0 ? 0 : 1)) % count);
      else if (event.key === "Enter" && this.active >= 0) this.choose(this.active);
      else if (event.key === "Escape") this.close();
      else return;
      event.preventDefault();
    }

    choose(index) {
      const one = this.found[index];
      const prefix = this.input.id.replace(/statute_zh_hans$/, "");
      const isSame = one.statute === this.chosen;
      for (const [field, value] of Object.entries(FIELDS)) {
        const target = document.getElementById(prefix + field);
        if (!target || (isSame && target.value && (OF_STATUTE.has(field) || !one[value]))) continue;
        target.value = one[value];
        target.dispatchEvent(new Event("change", { bubbles: true }));
      }
      this.chosen = one.statute;
      this.close();
      this.voice.textContent = `${one.statute} ${one.article}`;
    }
  }

  const box = (input) => {
    if (!boxes.has(input)) boxes.set(input, new StatuteBox(input));
    return boxes.get(input);
  };

  document.addEventListener("input", (event) => {
    const input = inputOf(event.target);
    if (input) box(input).wait();
  });
  document.addEventListener("keydown", (event) => {
    const input = inputOf(event.target);
    if (input && boxes.has(input)) boxes.get(input).key(event);
  });
  document.addEventListener("focusout", (event) => {
    const input = inputOf(event.target);
    if (input && boxes.has(input)) boxes.get(input).close();
  });
})();
