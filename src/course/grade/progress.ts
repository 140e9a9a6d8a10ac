// Progress on a terminal: one line, rewritten, with the time left. Elsewhere a line a student.

import { oneLine } from "../judge/core/printable";
import type { StudentResult } from "./result";

interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export class Progress {
  readonly #terminal: Terminal;
  readonly #started = Date.now();
  #shown = false;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  show(done: number, of: number, { student, points, outOf }: StudentResult): void {
    const line = `${done} of ${of}   ${timeLeft(Date.now() - this.#started, done, of)}   ${oneLine(student)}: ${points} of ${outOf}`;
    this.#terminal.write(this.#terminal.isTTY === true ? `\r\u001b[K${line}` : `${line}\n`);
    this.#shown = true;
  }

  end(): void {
    if (this.#shown && this.#terminal.isTTY === true) this.#terminal.write("\r\u001b[K");
  }
}

/** What is left, if the rest goes as what is done went. */
export function timeLeft(elapsedMs: number, done: number, of: number): string {
  const seconds = Math.round((elapsedMs / done) * (of - done) / 1000);
  if (seconds < 90) return `${seconds} s left`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min left` : `${(seconds / 3600).toFixed(1)} h left`;
}
