/** The machine's terminal: what its serial port says, and what is typed to it. */
import { useEffect, useRef, useState, type CSSProperties, type ReactNode } from "react";
import type { Line } from "./line";
import type { Screen } from "./screen";
import "./terminal.css";

interface Props {
  /** "The machine's terminal" */
  readonly label: string;
  readonly line: Line;
  /** Lines of the screen. */
  readonly rows?: number;
  /** Whether a line feed begins a new line, as programs without a terminal driver expect. */
  readonly convertEol?: boolean;
  /** What stands there without script, or before the terminal has come. */
  readonly children?: ReactNode;
}

export function Terminal({ label, line, rows = 24, convertEol = false, children }: Props): ReactNode {
  const holder = useRef<HTMLDivElement>(null);
  const leave = useRef<HTMLButtonElement>(null);
  const [screen, setScreen] = useState<Screen>();
  const [isReadable, setReadable] = useState(false);
  const [fault, setFault] = useState<string>();

  useEffect(() => {
    let isGone = false;
    let opened: Screen | undefined;
    // What is opened before the code face is there would measure another.
    Promise.all([import("./screen"), document.fonts.ready]).then(([{ openScreen }]) => {
      if (isGone || !holder.current) return;
      opened = openScreen({ holder: holder.current, line, label, convertEol, onLeave: () => leave.current?.focus() });
      setScreen(opened);
    }, (reason: unknown) => setFault(`The terminal did not come: ${String(reason)}`));
    return () => {
      isGone = true;
      opened?.close();
      setScreen(undefined);
    };
  }, [line, label, convertEol]);

  useEffect(() => screen?.setReadable(isReadable), [screen, isReadable]);

  return (
    <div className="terminal" role="group" aria-label={label}>
      <div ref={holder} className="terminal-screen" style={{ "--rows": rows } as CSSProperties}>
        {screen === undefined && <div className="terminal-before">{fault ?? children}</div>}
      </div>
      <p className="terminal-foot">
        <button ref={leave} type="button" className="terminal-readable" aria-pressed={isReadable} onClick={() => setReadable(!isReadable)}>Read aloud</button>
        <span className="label">Click to type. Ctrl-] leaves it.</span>
      </p>
    </div>
  );
}
