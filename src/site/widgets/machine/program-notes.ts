// What stands beside the lines of a program in its editor: an address, a breakpoint, what the line does, the
// place of the program counter, a mistake. The figure knows it and sends it in; the editor draws it.

import { type EditorState, type Extension, type Range, RangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, gutter, GutterMarker, WidgetType } from "@codemirror/view";
import { tokenLook } from "./assembly-text";
import { tokensOf } from "./assembly-tokens";

/** A line of the program; its place in the list is its number. */
export interface LineNote {
  readonly address?: string | undefined;
  readonly says?: string | undefined;
  readonly isNext?: boolean;
  readonly hasBreakpoint?: boolean;
  readonly fault?: string | undefined;
}

export const setNotes = StateEffect.define<readonly LineNote[]>();

/** `onBreak` is called with the number of the line, from 0, whose gutter is pressed; without it, nothing is to be pressed. */
export function programNotes(onBreak?: (line: number) => void): Extension {
  const press = onBreak === undefined ? {} : { mousedown: (view: EditorView, block: { readonly from: number }): boolean => {
    onBreak(view.state.doc.lineAt(block.from).number - 1);
    return true;
  } };
  return [
    notesField,
    EditorView.decorations.compute([notesField, "doc"], decorate),
    gutter({
      class: "program-gutter", domEventHandlers: press,
      markers: ({ state }) => markersOf(state, ({ address, hasBreakpoint }) => (address === undefined ? undefined : new PlaceMarker(address, onBreak === undefined ? undefined : hasBreakpoint === true))),
      initialSpacer: () => new PlaceMarker("00", undefined),
    }),
  ];
}

const notesField = StateField.define<readonly LineNote[]>({
  create: () => [],
  update: (notes, { effects }) => effects.reduce((latest, effect) => (effect.is(setNotes) ? effect.value : latest), notes),
});

function markersOf(state: EditorState, markerOf: (note: LineNote) => GutterMarker | undefined): RangeSet<GutterMarker> {
  const ranges: Range<GutterMarker>[] = [];
  state.field(notesField).slice(0, state.doc.lines).forEach((note, i) => {
    const marker = markerOf(note);
    if (marker !== undefined) ranges.push(marker.range(state.doc.line(i + 1).from));
  });
  return RangeSet.of(ranges);
}

function decorate(state: EditorState): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  const notes = state.field(notesField);
  const widest = Math.min(34, Math.max(...notes.map(({ says }, i) => (says === undefined || i >= state.doc.lines ? 0 : state.doc.line(i + 1).length))));
  for (let number = 1; number <= state.doc.lines; number++) {
    const { from, to, text } = state.doc.line(number);
    const { says, isNext, fault } = notes[number - 1] ?? {};
    if (isNext === true) ranges.push(Decoration.line({ class: "program-next", attributes: { "aria-current": "step" } }).range(from));
    if (fault !== undefined) ranges.push(Decoration.line({ class: "program-wrong" }).range(from));
    let at = from;
    for (const token of tokensOf(text)) {
      if (token.role !== undefined) ranges.push(Decoration.mark({ class: tokenLook(token.role) }).range(at, at + token.text.length));
      at += token.text.length;
    }
    const note = fault ?? says;
    if (note !== undefined) {
      const gap = Math.max(2, widest - text.length + 2);
      ranges.push(Decoration.widget({ widget: new SaysWidget(note, fault !== undefined, gap), side: 1 }).range(to));
    }
  }
  return Decoration.set(ranges, true);
}

class SaysWidget extends WidgetType {
  readonly #text: string;
  readonly #isFault: boolean;
  /** In letters. */
  readonly #gap: number;

  constructor(text: string, isFault: boolean, gap: number) {
    super();
    this.#text = text;
    this.#isFault = isFault;
    this.#gap = gap;
  }

  override eq(other: SaysWidget): boolean {
    return other.#text === this.#text && other.#isFault === this.#isFault && other.#gap === this.#gap;
  }

  override toDOM(): HTMLElement {
    const element = document.createElement("span");
    element.className = this.#isFault ? "program-note program-fault" : "program-note";
    element.style.setProperty("--gap", `${this.#gap}ch`);
    const says = element.appendChild(document.createElement("span"));
    says.className = "program-says";
    says.textContent = this.#text;
    return element;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

class PlaceMarker extends GutterMarker {
  readonly #address: string;
  /** undefined: it cannot have one. */
  readonly #hasBreakpoint: boolean | undefined;

  constructor(address: string, hasBreakpoint: boolean | undefined) {
    super();
    this.#address = address;
    this.#hasBreakpoint = hasBreakpoint;
  }

  override eq(other: PlaceMarker): boolean {
    return other.#address === this.#address && other.#hasBreakpoint === this.#hasBreakpoint;
  }

  override toDOM(): HTMLElement {
    const element = document.createElement("span");
    element.textContent = this.#address;
    if (this.#hasBreakpoint === undefined) {
      element.className = "program-place still";
      return element;
    }
    element.className = this.#hasBreakpoint ? "program-place broken" : "program-place";
    element.title = this.#hasBreakpoint ? "A run stops before this line. Press to let it pass." : "Press to have a run stop before this line.";
    return element;
  }
}
