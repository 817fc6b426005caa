/* Tells the hall that somebody has this page before them. Nothing depends on it. */
(() => {
  "use strict";

  const { opened, openedToken } = document.body.dataset;

  function tell() {
    if (document.visibilityState !== "visible") return;
    document.removeEventListener("visibilitychange", tell);
    navigator.sendBeacon(opened, new URLSearchParams({ token: openedToken }));
  }

  if (opened) {
    document.addEventListener("visibilitychange", tell);
    tell();
  }
})();
