// Boxes on the pictures of pages. Positions are points from the top left of the page, kept in data-left, -top, -right, -bottom.
const SIDES = ["left", "top", "right", "bottom"];
const SMALLEST = 4; // points, as forms_library/field_reviews/places.py

/** The page that something stands on: its number and its size in points. */
export function sheetOf(element) {
  const { page, width, height } = element.closest("[data-page]").dataset;
  return { page: Number(page), width: Number(width), height: Number(height) };
}

export function rectOf(box) {
  const [left, top, right, bottom] = SIDES.map((side) => Number(box.dataset[side]));
  return { left, top, right, bottom };
}

/** Puts a box where its data say. */
export function place(box) {
  const { width, height } = sheetOf(box);
  const rect = rectOf(box);
  box.style.left = `${(100 * rect.left) / width}%`;
  box.style.top = `${(100 * rect.top) / height}%`;
  box.style.width = `${(100 * (rect.right - rect.left)) / width}%`;
  box.style.height = `${(100 * (rect.bottom - rect.top)) / height}%`;
  box.hidden = false;
}

export function put(box, rect) {
  for (const side of SIDES) box.dataset[side] = rect[side].toFixed(1);
  place(box);
}

/** A rectangle moved by so many points, and no further than to the edges of its page. */
export function moved(rect, across, down, { width, height }) {
  const x = Math.min(Math.max(across, -rect.left), width - rect.right);
  const y = Math.min(Math.max(down, -rect.top), height - rect.bottom);
  return { left: rect.left + x, top: rect.top + y, right: rect.right + x, bottom: rect.bottom + y };
}

/** A rectangle whose lower right corner was moved. */
export function resized(rect, across, down, { width, height }) {
  return {
    ...rect,
    right: Math.min(Math.max(rect.right + across, rect.left + SMALLEST), width),
    bottom: Math.min(Math.max(rect.bottom + down, rect.top + SMALLEST), height),
  };
}

/** A rectangle as the server wants it. */
export function asPlace({ left, top, right, bottom }) {
  return { left, top, width: right - left, height: bottom - top };
}

/** A new box in the middle of what is seen of a page. */
export function middleOf(paper) {
  const { width, height } = sheetOf(paper);
  const seen = paper.getBoundingClientRect();
  const from = Math.max(0, -seen.top) / seen.height;
  const to = Math.min(seen.height, window.innerHeight - seen.top) / seen.height;
  const at = to > from ? ((from + to) / 2) * height : height / 2;
  const size = { width: width / 5, height: 20 };
  const rect = { left: width / 2 - size.width / 2, top: at - size.height / 2 };
  return moved({ ...rect, right: rect.left + size.width, bottom: rect.top + size.height }, 0, 0, { width, height });
}

/**
 * Lets a pointer move a box, change its size by its corner, or draw a new one over white paper.
 * `done(box, rect)` is told what came of it; `box` is null for a new one. A pointer that hardly moved did nothing, and
 * Escape lets go without a change.
 */
export function drag(event, done) {
  const paper = event.target.closest("[data-paper]");
  const box = event.target.closest("[data-box]");
  const sheet = sheetOf(paper);
  const scale = sheet.width / paper.clientWidth; // points in a pixel
  const before = box && rectOf(box);
  const change = event.target.closest("[data-corner]") ? resized : moved;
  const band = box ?? paper.querySelector("[data-boxes]").appendChild(newBand());
  const corner = paper.getBoundingClientRect();
  const start = { x: (event.clientX - corner.left) * scale, y: (event.clientY - corner.top) * scale };
  let rect = null;

  const follow = (at) => {
    const across = (at.clientX - event.clientX) * scale;
    const down = (at.clientY - event.clientY) * scale;
    if (!rect && Math.hypot(across, down) < 3 * scale) return;
    rect = before ? change(before, across, down, sheet) : between(start, across, down, sheet);
    put(band, rect);
  };
  const finish = (kept) => {
    document.removeEventListener("pointermove", follow);
    document.removeEventListener("pointerup", up);
    document.removeEventListener("pointercancel", cancel);
    document.removeEventListener("keydown", escape);
    if (!box) band.remove();
    if (box && rect && !kept) put(box, before);
    if (rect && kept) done(box, rect);
  };
  const up = () => finish(true);
  const cancel = () => finish(false);
  const escape = (press) => press.key === "Escape" && cancel();
  document.addEventListener("pointermove", follow);
  document.addEventListener("keydown", escape);
  document.addEventListener("pointerup", up);
  document.addEventListener("pointercancel", cancel);
}

function newBand() {
  const band = document.createElement("div");
  band.className = "field-box field-band";
  return band;
}

function between(start, across, down, { width, height }) {
  const [left, right] = [start.x, start.x + across].sort((one, other) => one - other);
  const [top, bottom] = [start.y, start.y + down].sort((one, other) => one - other);
  return { left: Math.max(left, 0), top: Math.max(top, 0), right: Math.min(right, width), bottom: Math.min(bottom, height) };
}
