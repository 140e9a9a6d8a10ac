// What stands on the lines of a program in its editor: the line that is pointed at, and what is refused. The figure
// knows both and sends them in.

import { type EditorState, type Extension, type Range, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, WidgetType } from "@codemirror/view";
import type { RefusedLine } from "./messages";

export interface SourceMarks {
  /** From 1. */
  readonly pointed: number | undefined;
  readonly refused: readonly RefusedLine[];
}

export const setMarks = StateEffect.define<SourceMarks>();

const marksField = StateField.define<SourceMarks>({
  create: () => ({ pointed: undefined, refused: [] }),
  update: (marks, { effects }) => effects.reduce((latest, effect) => (effect.is(setMarks) ? effect.value : latest), marks),
});

/** `onPoint` is called with the line under the mouse, as long as it is in the editor; `onCursor` with the cursor's. */
export function sourceMarks(onPoint: (line: number | undefined) => void, onCursor: (line: number) => void): Extension {
  return [
    marksField,
    EditorView.decorations.compute([marksField, "doc"], decorate),
    EditorView.domEventHandlers({
      mousemove: (event, view) => {
        const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
        onPoint(at === null ? undefined : view.state.doc.lineAt(at).number);
      },
    }),
    EditorView.updateListener.of(({ selectionSet, state }) => {
      if (selectionSet) onCursor(state.doc.lineAt(state.selection.main.head).number);
    }),
  ];
}

function decorate(state: EditorState): DecorationSet {
  const { pointed, refused } = state.field(marksField);
  const ranges: Range<Decoration>[] = [];
  if (pointed !== undefined && pointed <= state.doc.lines) ranges.push(Decoration.line({ class: "source-pointed" }).range(state.doc.line(pointed).from));
  for (const { line, column, what } of refused) {
    const { from, to } = state.doc.line(Math.min(line, state.doc.lines));
    const at = Math.min(from + column - 1, to);
    ranges.push(Decoration.line({ class: "source-wrong" }).range(from));
    if (at < to) ranges.push(Decoration.mark({ class: "source-wrong-place" }).range(at, Math.min(to, at + wordLength(state.sliceDoc(at, to)))));
    ranges.push(Decoration.widget({ widget: new RefusalWidget(what), side: 1 }).range(to));
  }
  return Decoration.set(ranges, true);
}

/** Of the word at the text's beginning, or 1. */
const wordLength = (text: string): number => /^[\w$#]+/.exec(text)?.[0].length ?? 1;

class RefusalWidget extends WidgetType {
  readonly #text: string;

  constructor(text: string) {
    super();
    this.#text = text;
  }

  override eq(other: RefusalWidget): boolean {
    return other.#text === this.#text;
  }

  override toDOM(): HTMLElement {
    const element = document.createElement("span");
    element.className = "source-refusal";
    element.textContent = this.#text;
    return element;
  }
}
