// A box that keys have moved, or that keys are drawing: nothing is sent before somebody keeps it.
import { middleOf, moved, put, rectOf, resized, sheetOf } from "./boxes.js";

const STEP = 1; // points
const LEAP = 10;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export const isArrow = (key) => key in ARROWS;

export class Underway {
  #keep;
  #say;
  #words;
  #before = null; // where the box was; nothing of a new one
  #back = null; // what had the focus before a new box
  #paper = null; // what a new box lies in
  box = null;

  /** `keep(box)` sends a box as it is; `say(text)` tells what goes on, in the `words` of the page. */
  constructor(keep, say, words) {
    this.#keep = keep;
    this.#say = say;
    this.#words = words;
  }

  get isNew() {
    return Boolean(this.box && "new" in this.box.dataset);
  }

  /** An arrow key on a box. */
  nudge(event, box) {
    if (this.box !== box) {
      this.keep();
      this.box = box;
      this.#before = rectOf(box);
    }
    const step = event.altKey ? LEAP : STEP;
    const [across, down] = ARROWS[event.key].map((way) => way * step);
    put(box, (event.shiftKey ? resized : moved)(rectOf(box), across, down, sheetOf(box)));
    this.#tell();
  }

  /** A new box in the middle of what is seen of a page. */
  begin(sheet) {
    this.keep();
    this.#back = document.activeElement;
    const box = document.createElement("button");
    box.type = "button";
    box.className = "field-box field-new";
    box.dataset.new = "";
    box.dataset.key = "box-new";
    box.setAttribute("aria-label", this.#words.newBox);
    this.#paper = sheet.querySelector("[data-boxes]");
    this.#paper.append(box);
    put(box, middleOf(sheet.querySelector("[data-paper]")));
    this.box = box;
    box.focus();
    this.#tell();
  }

  keep() {
    const { box } = this;
    if (!box) return;
    this.box = null;
    this.#keep(box);
  }

  cancel() {
    const { box, isNew } = this;
    this.box = null;
    if (isNew) {
      box.remove();
      this.#back?.focus();
    } else put(box, this.#before);
    this.#say(this.#words.cancelled);
  }

  /** The boxes of the pages were replaced: `boxOf(key)` is the same box among the new ones. */
  goOn(boxOf) {
    if (!this.box || this.box.isConnected) return;
    if (this.isNew) {
      this.#paper.append(this.box);
      this.box.focus();
      return;
    }
    const next = boxOf(this.box.dataset.box);
    if (next) put(next, rectOf(this.box));
    this.box = next;
  }

  #tell() {
    const { left, top, right, bottom } = rectOf(this.box);
    const place = [left, top, right - left, bottom - top].map(Math.round);
    this.#say(`${this.isNew ? this.#words.drawing : this.#words.moving} (${place[0]}, ${place[1]}; ${place[2]} × ${place[3]})`);
  }
}
