/** The program, to be changed: CodeMirror, with the line that is pointed at and what is refused. */
import { useEffect, useRef, type ReactNode } from "react";
import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { setMarks, sourceMarks, type SourceMarks } from "./source-marks";

interface Props {
  readonly label: string;
  /** The text that the editor starts with; a new one replaces what is in it. */
  readonly text: string;
  readonly marks: SourceMarks;
  readonly onChange: (text: string) => void;
  readonly onPoint: (line: number | undefined) => void;
  readonly onCursor: (line: number) => void;
  /** Ctrl-Enter. */
  readonly onRun?: () => void;
}

export function SourceEditor(props: Props): ReactNode {
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
          lineNumbers(), history(), drawSelection(), indentOnInput(), bracketMatching(), closeBrackets(),
          indentUnit.of("  "), javascript({ typescript: true }), syntaxHighlighting(classHighlighter), EditorView.lineWrapping,
          sourceMarks((line) => latest.current.onPoint(line), (line) => latest.current.onCursor(line)),
          keymap.of([{ key: "Mod-Enter", run: () => runs(latest.current) }, ...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap]),
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

  return <div ref={holder} className="source-editor" onMouseLeave={() => props.onPoint(undefined)} />;
}

/** False: the key is for somebody else. */
function runs({ onRun }: Props): boolean {
  onRun?.();
  return onRun !== undefined;
}
