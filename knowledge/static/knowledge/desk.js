// The desk by keyboard. Everything works without this file, page by page; with it only the middle is fetched, and one
// key does what a button does. A key does nothing while somebody types, or with Ctrl, Alt or the like.
(() => {
  const desk = document.querySelector("[data-desk]");
  const box = document.getElementById("desk-q");
  const keys = document.querySelector("[data-desk-keys]");
  const status = document.querySelector("[data-desk-status]");
  let waiting = null;

  const say = (text) => {
    if (status) status.textContent = text;
  };

  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");

  // The middle of the desk as the server answers it; nothing when it answers something else: a login, an error.
  async function middle(url, options = {}) {
    waiting?.abort();
    const asked = (waiting = new AbortController());
    const response = await fetch(url, { ...options, headers: { "X-Desk-Fragment": "1" }, signal: asked.signal });
    const html = await response.text();
    if (asked.signal.aborted) throw new DOMException("", "AbortError");
    return response.ok && html.includes("data-desk-title") ? { html, url: response.url } : null;
  }

  async function put(url, options, then, otherwise) {
    let found;
    try {
      found = await middle(url, options);
    } catch (error) {
      if (error.name === "AbortError") return; // something newer was asked for
    }
    if (!found) {
      otherwise();
      return;
    }
    const main = document.getElementById("desk-main");
    main.innerHTML = found.html;
    then(found.url);
    say(main.querySelector("[data-desk-title]").dataset.deskTitle);
  }

  function show(url, { remember = true } = {}) {
    const note = () => remember && history.pushState(null, "", url);
    return put(url, {}, note, () => window.location.assign(url));
  }

  function send(form, submitter) {
    const body = new URLSearchParams(new FormData(form, submitter));
    return put(form.action, { method: "POST", body }, (url) => history.replaceState(null, "", url), () => form.submit());
  }

  function step(by) {
    const hits = [...document.querySelectorAll("[data-hit]")];
    if (!hits.length) return;
    const at = hits.indexOf(document.activeElement);
    const from = at >= 0 ? at : hits.findIndex((hit) => hit.hasAttribute("aria-current"));
    const next = hits[Math.min(hits.length - 1, Math.max(0, from + by))];
    next.focus();
  }

  function copy() {
    const text = document.querySelector("[data-desk-text]");
    if (!text) return;
    text.closest("details").open = true;
    text.select();
    navigator.clipboard?.writeText(text.value).then(() => say(text.dataset.copied), () => {});
  }

  function act(key) {
    const target = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key && !one.hidden);
    if (!target) return false;
    if (key === "c") copy();
    else target.click();
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || keys?.open) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (typing(event.target) && event.target !== box) return;
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    } else if (typing(event.target)) {
      if (event.key === "Escape") event.target.blur();
    } else if (event.key === "/" && box) {
      event.preventDefault();
      box.focus();
      box.select();
    } else if (event.key === "?" && keys) {
      event.preventDefault();
      keys.showModal();
    } else if (act(event.key)) {
      event.preventDefault();
    }
  });

  if (!desk) return;

  const help = document.querySelector("[data-desk-help]");
  help.hidden = false;
  help.addEventListener("click", () => keys.showModal());

  desk.querySelector(".desk-box").addEventListener("submit", (event) => {
    event.preventDefault();
    const url = new URL(event.target.action);
    url.search = new URLSearchParams({ q: box.value });
    show(url);
  });

  // Links that stay at the desk begin with "?".
  document.getElementById("desk-main").addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="?"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    show(new URL(link.href));
  });

  document.getElementById("desk-main").addEventListener("submit", (event) => {
    event.preventDefault();
    send(event.target, event.submitter);
  });

  window.addEventListener("popstate", () => show(window.location.href, { remember: false }));
})();
