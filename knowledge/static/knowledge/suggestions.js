/* Suggestions below a search box, as an ARIA combobox with a list. Without this script the box is a plain search box.

   The input says where to ask (data-suggestions) and, translated, how to speak (data-suggestions-label, -some, -none). */
(() => {
  "use strict";

  const PAUSE = 120; // milliseconds without a key before we ask

  class Suggestions {
    constructor(input) {
      this.input = input;
      this.active = -1;
      this.typed = input.value;
      this.list = this.makeList();
      this.voice = this.makeVoice();
      input.setAttribute("role", "combobox");
      input.setAttribute("aria-autocomplete", "list");
      input.setAttribute("aria-controls", this.list.id);
      this.close();
      input.addEventListener("input", () => this.wait());
      input.addEventListener("keydown", (event) => this.key(event));
      input.addEventListener("blur", () => this.close());
    }

    makeList() {
      const list = document.createElement("ul");
      list.id = `${this.input.id}-suggestions`;
      list.className = "suggestions";
      list.setAttribute("role", "listbox");
      list.setAttribute("aria-label", this.input.dataset.suggestionsLabel);
      list.addEventListener("mousedown", (event) => {
        const option = event.target.closest("[role=option]");
        event.preventDefault(); // the input keeps the focus
        if (option) this.choose([...list.children].indexOf(option));
      });
      this.input.parentElement.append(list);
      return list;
    }

    makeVoice() {
      const voice = document.createElement("p");
      voice.className = "visually-hidden";
      voice.setAttribute("aria-live", "polite");
      this.input.parentElement.append(voice);
      return voice;
    }

    wait() {
      this.typed = this.input.value;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask(), PAUSE);
    }

    async ask() {
      this.request?.abort();
      const text = this.typed.trim();
      if (!text) return this.close();
      this.request = new AbortController();
      try {
        const address = `${this.input.dataset.suggestions}?${new URLSearchParams({ q: text })}`;
        const answer = await fetch(address, { signal: this.request.signal });
        if (answer.ok) this.show((await answer.json()).suggestions);
      } catch (error) {
        if (error.name !== "AbortError") this.close(); // the search itself still works
      }
    }

    show(found) {
      if (document.activeElement !== this.input) return;
      this.list.replaceChildren(...found.map((one, index) => this.option(one, index)));
      this.active = -1;
      this.input.removeAttribute("aria-activedescendant");
      this.open(found.length > 0);
      const { suggestionsSome, suggestionsNone } = this.input.dataset;
      this.voice.textContent = found.length ? suggestionsSome : suggestionsNone;
    }

    option(one, index) {
      const option = document.createElement("li");
      option.id = `${this.list.id}-${index}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      const text = document.createElement("span");
      text.textContent = one.text;
      const label = document.createElement("span");
      label.className = "small soft";
      label.textContent = one.label;
      option.append(text, " ", label);
      option.dataset.text = one.text;
      return option;
    }

    open(isOpen) {
      this.list.hidden = !isOpen;
      this.input.setAttribute("aria-expanded", String(isOpen));
    }

    close() {
      this.open(false);
      this.active = -1;
      this.input.removeAttribute("aria-activedescendant");
    }

    key(event) {
      if (event.isComposing || this.list.hidden) return; // an input method is choosing characters
      const count = this.list.children.length;
      if (event.key === "ArrowDown") this.move((this.active + 2) % (count + 1) - 1);
      else if (event.key === "ArrowUp") this.move((this.active + count + 1) % (count + 1) - 1);
      else if (event.key === "Enter" && this.active >= 0) this.choose(this.active);
      else if (event.key === "Escape") this.restore();
      else return;
      event.preventDefault();
    }

    move(to) {
      this.active = to;
      [...this.list.children].forEach((option, index) => {
        option.setAttribute("aria-selected", String(index === to));
        if (index === to) option.scrollIntoView({ block: "nearest" });
      });
      const option = this.list.children[to];
      if (option) this.input.setAttribute("aria-activedescendant", option.id);
      else this.input.removeAttribute("aria-activedescendant");
      this.input.value = option ? option.dataset.text : this.typed;
    }

    choose(index) {
      this.input.value = this.list.children[index].dataset.text;
      this.close();
      this.input.form.requestSubmit();
    }

    restore() {
      this.input.value = this.typed;
      this.close();
    }
  }

  document.querySelectorAll("input[data-suggestions]").forEach((input) => new Suggestions(input));
})();
