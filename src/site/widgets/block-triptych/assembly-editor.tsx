/** CodeMirror with a program in its colours, the line that is pointed at, and a mistake at its line. */
import { useEffect, useRef, type ReactNode } from "react";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { EditorState, type Extension, type Range } from "@codemirror/state";
import { Decoration, type DecorationSet, drawSelection, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { setMarks, sourceMarks, type SourceMarks } from "../compiler-view/source-marks";
import { tokenLook } from "../machine/assembly-text";
import { tokensOf } from "../machine/assembly-tokens";

interface Props {
  readonly label: string;
  /** A new one replaces what is in the editor. */
  readonly text: string;
  readonly marks: SourceMarks;
  readonly onChange: (text: string) => void;
  readonly onPoint: (line: number | undefined) => void;
  readonly onCursor: (line: number) => void;
}

export function AssemblyEditor(props: Props): ReactNode {
  const { label, text, marks } = props;
  const holder = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | undefined>(undefined);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    if (!holder.current) return undefined;
    const editor = new EditorView({
      parent: holder.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          lineNumbers(), history(), drawSelection(), EditorView.lineWrapping, colours,
          sourceMarks((line) => latest.current.onPoint(line), (line) => latest.current.onCursor(line)),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          EditorView.contentAttributes.of({ "aria-label": label, autocapitalize: "off", tabindex: "0" }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    return () => editor.destroy();
  }, [label]);

  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    const isOther = editor.state.doc.toString() !== text;
    editor.dispatch({
      ...(isOther ? { changes: { from: 0, to: editor.state.doc.length, insert: text } } : {}),
      effects: setMarks.of(marks),
    });
  }, [text, marks]);

  return <div ref={holder} className="source-editor triptych-editor" onMouseLeave={() => props.onPoint(undefined)} />;
}

const colours: Extension = EditorView.decorations.compute(["doc"], ({ doc }): DecorationSet => {
  const ranges: Range<Decoration>[] = [];
  for (let number = 1; number <= doc.lines; number++) {
    const { from, text } = doc.line(number);
    let at = from;
    for (const token of tokensOf(text)) {
      if (token.role !== undefined) ranges.push(Decoration.mark({ class: tokenLook(token.role) }).range(at, at + token.text.length));
      at += token.text.length;
    }
  }
  return Decoration.set(ranges, true);
});
