/** A small editor for TypeScript: CodeMirror, coloured as code is everywhere on the site. */
import { useEffect, useRef, type ReactNode } from "react";
import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";

interface Props {
  readonly label: string;
  /** The text that the editor starts with; a new one replaces what is in it. */
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onCheck: () => void;
}

export function CodeEditor({ label, text, onChange, onCheck }: Props): ReactNode {
  const holder = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | undefined>(undefined);
  const callbacks = useRef({ onChange, onCheck });
  callbacks.current = { onChange, onCheck };

  useEffect(() => {
    if (!holder.current) return undefined;
    const check = (): boolean => {
      callbacks.current.onCheck();
      return true;
    };
    const editor = new EditorView({
      parent: holder.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          lineNumbers(), history(), drawSelection(), indentOnInput(), bracketMatching(), closeBrackets(), highlightActiveLine(),
          indentUnit.of("  "), javascript({ typescript: true }), syntaxHighlighting(classHighlighter),
          keymap.of([{ key: "Mod-Enter", run: check }, indentWithTab, ...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap]),
          EditorView.contentAttributes.of({ "aria-label": label }),
          EditorView.lineWrapping,
          EditorView.updateListener.of((update) => {
            if (update.docChanged) callbacks.current.onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    return () => editor.destroy();
  }, [label]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === text) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
  }, [text]);

  return <div ref={holder} className="code-editor" />;
}
