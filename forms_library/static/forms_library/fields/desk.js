// The page of the fields, by mouse and by keys. Without this file every field has its form, and everything works.
import { asPlace, drag, place, rectOf, sheetOf } from "./boxes.js";
import { Saver } from "./saving.js";
import { isArrow, Underway } from "./underway.js";

const desk = document.querySelector("[data-fields]");
const editable = Boolean(desk.querySelector("[data-draw]"));
const saver = new Saver(desk, shown);
let chosen = []; // keys of fields, the last one chosen at the end
const underway = new Underway(keep, (said) => saver.say(said), desk.dataset);
let drawn = false; // is a field being drawn?
let known = keys();

const boxOf = (key) => desk.querySelector(`[data-box="${key}"]`);
const rowOf = (key) => desk.querySelector(`[data-row="${key}"]`);

/** Of all fields and questions. */
function keys() {
  return new Set([...desk.querySelectorAll("[data-row], [data-question]")].map((row) => row.dataset.row ?? row.dataset.question));
}

// --- sending ------------------------------------------------------------------------------------------------------

function act(words, row = null) {
  underway.keep();
  saver.send(words, row);
}

/** Sends what keys have moved or drawn. */
function keep(box) {
  if (!("new" in box.dataset)) return saver.send({ action: "move", field: box.dataset.box, ...asPlace(rectOf(box)) });
  drawn = true;
  saver.send({ action: "draw", page: sheetOf(box).page, ...asPlace(rectOf(box)) });
}

desk.addEventListener("submit", (event) => {
  const form = event.target;
  event.preventDefault();
  if ("plain" in form.dataset) return leave(form);
  const data = new FormData(form);
  data.set("action", event.submitter?.value ?? "save");
  act(data, form.closest("[data-typed]"));
});

/** To another page, when everything is saved. */
function leave(form) {
  underway.keep();
  saver.whenSaved(() => form.submit());
}

desk.addEventListener("input", (event) => {
  const row = event.target.closest("[data-typed]");
  if (row && !("withButton" in event.target.dataset)) row.dataset.dirty = "1";
});

desk.addEventListener("change", (event) => {
  const row = event.target.closest("[data-row], [data-question]");
  if (event.target.name === "online") act({ action: "online", ...(event.target.checked ? { online: "1" } : {}) });
  if (!row || "withButton" in event.target.dataset) return;
  const form = row.querySelector("form");
  const data = new FormData(form);
  data.set("action", form.dataset.save ?? "save");
  act(data, row);
});

window.addEventListener("beforeunload", (event) => {
  if (underway.box) event.preventDefault();
});

// --- choosing -----------------------------------------------------------------------------------------------------

function choose(key, more = false) {
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
  if (event.target.closest("[data-draw]")) underway.begin(event.target.closest("[data-page]"));
});

desk.addEventListener("focusin", (event) => {
  if (underway.box && event.target !== underway.box) underway.keep();
  const question = event.target.closest("[data-question]");
  if (question) {
    chosen = question.dataset.members.split(" ");
    mark();
  }
  const row = event.target.closest("[data-row]");
  if (row && !chosen.includes(row.dataset.row)) {
    choose(row.dataset.row);
    reveal(boxOf(row.dataset.row));
  }
});

// --- mouse --------------------------------------------------------------------------------------------------------

desk.addEventListener("pointerdown", (event) => {
  const paper = event.target.closest("[data-paper]");
  if (!paper || !editable || event.button !== 0) return;
  const box = event.target.closest("[data-box]");
  // A finger scrolls; only a box that is chosen already goes along with it.
  if (event.pointerType === "touch" && box?.getAttribute("aria-pressed") !== "true") return;
  underway.keep();
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

// --- keys ---------------------------------------------------------------------------------------------------------

desk.addEventListener("keydown", (event) => {
  const box = event.target.closest("[data-box], [data-new]");
  const row = event.target.closest("[data-row], [data-question]");
  if (row && event.key === "Escape") boxOf(row.dataset.row ?? row.dataset.members.split(" ")[0])?.focus();
  else if (box && editable && isArrow(event.key)) nudge(event, box);
  else if (underway.box && box && ["Enter", "Escape", "Delete"].includes(event.key)) decide(event);
  else if (box && event.key === "Enter") enter(event, box.dataset.box);
  else if (event.target.closest("[data-page]") && editable && !underway.isNew) command(event, box);
});

/** A box that is under way is kept or not; one that is moved can also be deleted. */
function decide(event) {
  if (event.key === "Delete" && !underway.isNew) return command(event, underway.box);
  event.preventDefault();
  if (event.key === "Enter") underway.keep();
  else underway.cancel();
}

function enter(event, key) {
  event.preventDefault();
  choose(key);
  rowOf(key)?.querySelector("[name=label]")?.focus();
}

function nudge(event, box) {
  event.preventDefault();
  underway.nudge(event, box);
  if (box.dataset.box && chosen.at(-1) !== box.dataset.box) choose(box.dataset.box);
}

function command(event, box) {
  const key = event.key.toLowerCase();
  const undoes = key === "z" && (event.ctrlKey || event.metaKey);
  if ((event.ctrlKey || event.metaKey || event.altKey) && !undoes) return;
  if (undoes) act({ action: "undo" });
  else if (key === "n") underway.begin(event.target.closest("[data-page]"));
  else if (key === "g") join();
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

/** To the form that puts boxes to tick together, with those ticked that are chosen. */
function join() {
  const form = desk.querySelector("[data-typed=join]");
  if (!form) return saver.say("", desk.dataset.noBoxes);
  form.open = true;
  form.dataset.dirty = "1";
  for (const input of form.querySelectorAll("[name=member]")) input.checked = chosen.includes(input.value);
  form.querySelector("[name=name]").focus();
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
  underway.goOn(boxOf);
  const { touched, asked } = desk.dataset;
  const isNew = touched && !known.has(touched);
  const isAsked = asked && !known.has(asked);
  known = keys();
  chosen = chosen.filter(rowOf);
  if (touched && rowOf(touched) && (isNew || !chosen.length)) chosen = [touched];
  mark();
  if (underway.isNew) return;
  if (isAsked) desk.querySelector(`[data-question="${asked}"] [name=name]`)?.focus();
  else if (isNew && (drawn || focus.isBox) && boxOf(touched)) boxOf(touched).focus();
  else refocus(focus, touched);
  if (isNew) drawn = false;
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
