// Shows how far an upload has come. Without this file the form is sent as any other, and everything works.
(() => {
  const MOST_BYTES = 20_000_000; // as forms_library/safety/kinds.py

  const watch = (form) => form.addEventListener("submit", (event) => send(event, form));

  function send(event, form) {
    event.preventDefault();
    const status = form.querySelector("[data-upload-status]");
    const progress = form.querySelector("[data-upload-progress]");
    const button = form.querySelector("button[type=submit]");
    const file = form.elements.file;
    const request = new XMLHttpRequest();
    const stop = (text) => {
      status.textContent = text;
      progress.hidden = true;
      button.disabled = false;
    };
    if ((file.files[0]?.size ?? 0) > MOST_BYTES) {
      stop(form.dataset.uploadTooLarge);
      return;
    }
    request.open("POST", form.action);
    request.setRequestHeader("X-Upload", "1");
    request.upload.addEventListener("progress", (sent) => {
      if (sent.lengthComputable) progress.value = (100 * sent.loaded) / sent.total;
    });
    request.upload.addEventListener("load", () => {
      progress.removeAttribute("value"); // it goes on, nobody knows for how long
      status.textContent = form.dataset.uploadExamining;
    });
    request.addEventListener("error", () => stop(form.dataset.uploadFailed));
    request.addEventListener("load", () => answered(request, form, file, stop));
    status.textContent = form.dataset.uploadSending;
    progress.value = 0;
    progress.hidden = false;
    button.disabled = true;
    request.send(new FormData(form));
  }

  function answered(request, form, file, stop) {
    const type = request.getResponseHeader("Content-Type") ?? "";
    if (type.startsWith("application/json")) {
      location.assign(JSON.parse(request.responseText).url);
    } else if (request.status === 200) {
      const page = new DOMParser().parseFromString(request.responseText, "text/html");
      const next = page.querySelector("form[data-upload]");
      if (!next) {
        location.reload(); // somebody has to log in again
        return;
      }
      next.elements.file.replaceWith(file); // the file need not be chosen again
      form.replaceWith(next);
      watch(next);
      next.querySelector(".error-message, .w-field__errors, [role=alert]")?.scrollIntoView({ block: "center" });
      file.focus();
    } else {
      stop(type.startsWith("text/plain") ? request.responseText : form.dataset.uploadFailed);
    }
  }

  document.querySelectorAll("form[data-upload]").forEach(watch);
})();
