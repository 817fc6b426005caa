// The page of the fields, by mouse and by keys. Without this file every field has its form, and everything works.
import { asPlace, drag, middleOf, moved, place, put, rectOf, resized, sheetOf } from "./boxes.js";
import { Saver } from "./saving.js";

const QUIET = 400; // milliseconds after the last arrow key
const STEP = 1; // points
const LEAP = 10;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const desk = document.querySelector("[data-fields]");
const editable = Boolean(desk.querySelector("[data-draw]"));
const saver = new Saver(desk, shown);
let chosen = []; // keys of fields, the last one chosen at the end
let moving = null; // a box that arrow keys have moved, and that is not sent yet
let timer = 0;
let drawn = false; // is a field being drawn?
let known = keys();

const boxOf = (key) => desk.querySelector(`[data-box="${key}"]`);
const rowOf = (key) => desk.querySelector(`[data-row="${key}"]`);

function keys() {
  return new Set([...desk.querySelectorAll("[data-row]")].map((row) => row.dataset.row));
}

// --- sending ------------------------------------------------------------------------------------------------------

function act(words, row = null) {
  settle();
  saver.send(words, row);
}

/** Sends what the arrow keys have done so far. */
function settle() {
  clearTimeout(timer);
  const box = moving;
  moving = null;
  if (box) saver.send({ action: "move", field: box.dataset.box, ...asPlace(rectOf(box)) });
}

desk.addEventListener("submit", (event) => {
  const form = event.target;
  event.preventDefault();
  if ("plain" in form.dataset) return leave(form);
  const data = new FormData(form);
  data.set("action", event.submitter?.value ?? "save");
  act(data, form.closest("[data-row]"));
});

/** To another page, when everything is saved. */
function leave(form) {
  settle();
  saver.whenSaved(() => form.submit());
}

desk.addEventListener("input", (event) => {
  const row = event.target.closest("[data-row]");
  if (row && !("place" in event.target.dataset)) row.dataset.dirty = "1";
});

desk.addEventListener("change", (event) => {
  const row = event.target.closest("[data-row]");
  if (event.target.name === "online") act({ action: "online", ...(event.target.checked ? { online: "1" } : {}) });
  if (!row || "place" in event.target.dataset) return;
  const data = new FormData(row.querySelector("form"));
  data.set("action", "save");
  act(data, row);
});

// --- choosing -----------------------------------------------------------------------------------------------------

function choose(key, more = false) {
  if (moving && moving.dataset.box !== key) settle();
  const others = more ? chosen.filter((one) => one !== key) : [];
  chosen = more && chosen.includes(key) ? others : [...others, key];
  mark();
}

function mark() {
  for (const box of desk.querySelectorAll("[data-box]")) box.setAttribute("aria-pressed", String(chosen.includes(box.dataset.box)));
  for (const row of desk.querySelectorAll("[data-row]")) row.classList.toggle("field-chosen", chosen.includes(row.dataset.row));
}

/** Scrolls a list or the page only as far as needed. */
const reveal = (element) => element?.scrollIntoView({ block: "nearest" });

desk.addEventListener("click", (event) => {
  const box = event.target.closest("[data-box]");
  if (box) {
    choose(box.dataset.box, event.shiftKey || event.ctrlKey || event.metaKey);
    reveal(rowOf(box.dataset.box));
  }
  if (event.target.closest("[data-draw]")) drawIn(event.target.closest("[data-page]"));
});

desk.addEventListener("focusin", (event) => {
  const row = event.target.closest("[data-row]");
  if (row && !chosen.includes(row.dataset.row)) {
    choose(row.dataset.row);
    reveal(boxOf(row.dataset.row));
  }
});

// --- mouse --------------------------------------------------------------------------------------------------------

desk.addEventListener("pointerdown", (event) => {
  const paper = event.target.closest("[data-paper]");
  if (!paper || !editable || event.button !== 0 || event.pointerType === "touch") return;
  settle();
  const box = event.target.closest("[data-box]");
  if (!box) event.preventDefault(); // no picture is dragged, nothing is marked
  drag(event, (of, rect) => (of ? moveTo(of, rect) : draw(sheetOf(paper).page, rect)));
});

function moveTo(box, rect) {
  choose(box.dataset.box);
  act({ action: "move", field: box.dataset.box, ...asPlace(rect) });
}

function draw(page, rect) {
  drawn = true;
  act({ action: "draw", page, ...asPlace(rect) });
}

function drawIn(sheet) {
  draw(sheetOf(sheet).page, middleOf(sheet.querySelector("[data-paper]")));
}

// --- keys ---------------------------------------------------------------------------------------------------------

desk.addEventListener("keydown", (event) => {
  const box = event.target.closest("[data-box]");
  const row = event.target.closest("[data-row]");
  if (row && event.key === "Escape") boxOf(row.dataset.row)?.focus();
  else if (box && event.key === "Enter") enter(event, box.dataset.box);
  else if (box && editable && event.key in ARROWS) nudge(event, box);
  else if (event.target.closest("[data-page]") && editable) command(event, box);
});

function enter(event, key) {
  event.preventDefault();
  choose(key);
  rowOf(key)?.querySelector("[name=label]")?.focus();
}

function nudge(event, box) {
  event.preventDefault();
  if (moving !== box) choose(box.dataset.box);
  const step = event.altKey ? LEAP : STEP;
  const [across, down] = ARROWS[event.key].map((way) => way * step);
  put(box, (event.shiftKey ? resized : moved)(rectOf(box), across, down, sheetOf(box)));
  moving = box;
  clearTimeout(timer);
  timer = setTimeout(settle, QUIET);
}

function command(event, box) {
  const key = event.key.toLowerCase();
  const undoes = key === "z" && (event.ctrlKey || event.metaKey);
  if ((event.ctrlKey || event.metaKey || event.altKey) && !undoes) return;
  if (undoes) act({ action: "undo" });
  else if (key === "n") drawIn(event.target.closest("[data-page]"));
  else if (box && (key === "delete" || key === "backspace")) act({ action: "delete", field: box.dataset.box });
  else if (box && key === "s") act({ action: "split", field: box.dataset.box });
  else if (box && key === "c") act({ action: "confirm", field: box.dataset.box });
  else if (box && key === "m") merge(box.dataset.box);
  else return;
  event.preventDefault();
}

function merge(key) {
  const other = chosen.findLast((one) => one !== key);
  const [first, second] = other ? inOrder(key, other) : [key, ""];
  act({ action: "merge", field: first, other: second });
}

/** The one that comes first in the list keeps its words. */
function inOrder(one, other) {
  const follows = rowOf(one).compareDocumentPosition(rowOf(other)) & Node.DOCUMENT_POSITION_FOLLOWING;
  return follows ? [one, other] : [other, one];
}

// --- what the hall answered ---------------------------------------------------------------------------------------

/** The parts of the page are new: boxes to their places, and the focus to where it was, or to what came instead. */
function shown(focus) {
  dress();
  goOnMoving();
  const { touched } = desk.dataset;
  const isNew = touched && !known.has(touched);
  known = keys();
  chosen = chosen.filter(rowOf);
  if (touched && rowOf(touched) && (isNew || !chosen.length)) chosen = [touched];
  mark();
  if (isNew && (drawn || focus.isBox) && boxOf(touched)) boxOf(touched).focus();
  else refocus(focus, touched);
  if (isNew) drawn = false;
}

/** A box that is under way keeps the place that it has by now. */
function goOnMoving() {
  const next = moving && !moving.isConnected ? boxOf(moving.dataset.box) : null;
  if (!next) return;
  put(next, rectOf(moving));
  moving = next;
}

function refocus({ key, isBox, caret, element }, touched) {
  if (!key || element.isConnected) return;
  const near = touched || chosen.at(-1);
  const instead = isBox ? (boxOf(near) ?? desk.querySelector("[data-box]")) : rowOf(near)?.querySelector("[name=label]");
  const same = desk.querySelector(`[data-key="${key}"]`);
  const next = same && !same.disabled ? same : (instead ?? desk.querySelector("[data-part=bar] button:enabled"));
  next?.focus({ preventScroll: next === same });
  if (next === same && caret && caret[0] !== null && "setSelectionRange" in next) next.setSelectionRange(...caret);
}

function dress() {
  for (const box of desk.querySelectorAll(".field-box")) place(box);
  for (const element of desk.querySelectorAll("[data-scripted]")) element.hidden = false;
}

dress();
