/** A program to change: CodeMirror, with what the figure knows of each line beside it. F9 sets a breakpoint, where there are any. */
import { useEffect, useRef, type ReactNode } from "react";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, keymap } from "@codemirror/view";
import { type LineNote, programNotes, setNotes } from "./program-notes";

interface Props {
  readonly label: string;
  /** The text that the editor starts with; a new one replaces what is in it. */
  readonly text: string;
  readonly notes: readonly LineNote[];
  readonly onChange: (text: string) => void;
  /** A breakpoint on a line, counted from 0, or none there any more; absent: there are none. */
  readonly onBreak?: (line: number) => void;
}

export function ProgramEditor({ label, text, notes, onChange, onBreak }: Props): ReactNode {
  const holder = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | undefined>(undefined);
  const callbacks = useRef<Pick<Props, "onChange" | "onBreak">>({ onChange });
  callbacks.current = { onChange, ...(onBreak && { onBreak }) };

  const canBreak = onBreak !== undefined;

  useEffect(() => {
    if (!holder.current) return undefined;
    const breakHere = ({ state }: EditorView): boolean => {
      callbacks.current.onBreak?.(state.doc.lineAt(state.selection.main.head).number - 1);
      return true;
    };
    const editor = new EditorView({
      parent: holder.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          history(), drawSelection(), EditorView.lineWrapping,
          programNotes(canBreak ? (line) => callbacks.current.onBreak?.(line) : undefined),
          keymap.of([...(canBreak ? [{ key: "F9", run: breakHere }] : []), ...defaultKeymap, ...historyKeymap]),
          EditorView.contentAttributes.of({ "aria-label": label, autocapitalize: "off", tabindex: "0" }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) callbacks.current.onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    return () => editor.destroy();
  }, [label, canBreak]);

  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    const isOther = editor.state.doc.toString() !== text;
    editor.dispatch({
      ...(isOther ? { changes: { from: 0, to: editor.state.doc.length, insert: text } } : {}),
      effects: setNotes.of(notes),
    });
  }, [text, notes]);

  return <div ref={holder} className="program-editor" />;
}
