/* Tells the hall which result is being opened, by a token that was made for it. Links work without this script. */
(() => {
  "use strict";

  const results = document.querySelector("[data-clicks]");

  function tell(event) {
    const link = event.target.closest("a[data-click]");
    if (link && event.button < 2) { // the main button, a key, or the wheel, which opens a tab
      navigator.sendBeacon(results.dataset.clicks, new URLSearchParams({ token: link.dataset.click }));
    }
  }

  results.addEventListener("click", tell);
  results.addEventListener("auxclick", tell);
})();
