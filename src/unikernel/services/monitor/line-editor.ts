// One line, edited on a terminal of which nothing is known but that it has COLUMNS columns. A line
// that is longer is seen through a window:
//
//                   first           cursor       first + WINDOW
//   text     w a l k|0 x f f f f f f 8 0 4 0 2 0 0 0|0 0
//            prompt >|
//
// 1. first <= cursor <= first + WINDOW, and ^C has room behind it. So no terminal goes on to its
//    next row. The cursor is at `first` only where the text begins.
// 2. What can be shown by one more code, or by one less, is; all else is drawn anew.

import { edited } from "./edited";
import { History } from "./history";
import { KEY, KeyReader } from "./keys";

/** A telephone's, held upright. */
const COLUMNS = 46;
const MOST_CODES = 256;

const BELL = "\x07";
const CANCELLED = "^C";
const ERASE_BEHIND = "\x1b[K";

export class LineEditor {
  readonly #prompt: string;
  readonly #write: (text: string) => void;
  readonly #entered: (line: string) => void;
  readonly #window: number;
  readonly #keys = new KeyReader();
  readonly #history = new History();
  #text = "";
  #cursor = 0;
  #first = 0;

  /** `write` gets what goes to the terminal, `entered` each line, behind its newline. */
  constructor(prompt: string, write: (text: string) => void, entered: (line: string) => void) {
    this.#prompt = prompt;
    this.#write = write;
    this.#entered = entered;
    this.#window = COLUMNS - CANCELLED.length - prompt.length;
  }

  get text(): string {
    return this.#text;
  }

  get cursor(): number {
    return this.#cursor;
  }

  /** A new line, empty. */
  begin(): void {
    this.#text = "";
    this.#cursor = 0;
    this.#first = 0;
    this.#history.leave();
    this.#say(this.#prompt);
  }

  /** A byte that was received. */
  type(code: number): void {
    const key = this.#keys.read(code);
    switch (key) {
      case KEY.none: return;
      case KEY.enter: return this.#enter();
      case KEY.cancel: return this.#cancel();
      case KEY.up: return this.#replace(this.#history.above(this.#text));
      case KEY.down: return this.#replace(this.#history.below(this.#text));
      case KEY.redraw: return this.#draw();
      default: return this.#edit(key);
    }
  }

  #enter(): void {
    const line = this.#text;
    this.#history.add(line);
    this.#say("\n");
    const entered = this.#entered;
    entered(line);
    this.begin();
  }

  #cancel(): void {
    this.#say(`${CANCELLED}\n`);
    this.begin();
  }

  #edit(key: number): void {
    const before = this.#text;
    const from = this.#cursor;
    if (key < KEY.enter && before.length >= MOST_CODES) return this.#say(BELL);
    const [text, cursor] = edited(before, from, key);
    this.#text = text;
    this.#cursor = cursor;
    const isAtEnd = from === before.length && cursor === text.length;
    if (text === before && cursor === from) this.#sayNothingDone(key);
    else if (isAtEnd && cursor === from + 1 && this.#isShown(cursor)) this.#say(text.slice(from));
    else if (isAtEnd && cursor === from - 1 && this.#isShown(cursor)) this.#say("\b \b");
    else this.#draw();
  }

  /** At the begin or the end already, there is nothing to complain of. */
  #sayNothingDone(key: number): void {
    if (key !== KEY.home && key !== KEY.end) this.#say(BELL);
  }

  /** Whether a cursor at the end may be there without the window moving. */
  #isShown(cursor: number): boolean {
    const isBehindFirst = cursor > this.#first || this.#first === 0;
    return isBehindFirst && cursor <= this.#first + this.#window;
  }

  #replace(line: string): void {
    this.#text = line;
    this.#cursor = line.length;
    this.#draw();
  }

  #draw(): void {
    const half = this.#window >>> 1;
    if (this.#cursor <= this.#first) this.#first = Math.max(0, this.#cursor - half);
    if (this.#cursor > this.#first + this.#window) this.#first = this.#cursor - this.#window;
    const shown = this.#text.slice(this.#first, this.#first + this.#window);
    const back = shown.length - (this.#cursor - this.#first);
    this.#say(`\r${this.#prompt}${shown}${ERASE_BEHIND}`);
    if (back > 0) this.#say(`\x1b[${back}D`);
  }

  #say(text: string): void {
    const write = this.#write;
    write(text);
  }
}
