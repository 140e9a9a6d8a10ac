// A terminal of one size, as far as the line editor needs it (ECMA-48: BS, CR, LF, BEL, EL, CUB).

import { bug } from "../../../../src/base/bug";

export class Screen {
  /** The row that has the cursor. */
  row = "";
  column = 0;
  /** Those above. */
  readonly rows: string[] = [];
  bells = 0;
  readonly #columns: number;

  constructor(columns: number) {
    this.#columns = columns;
  }

  write(text: string): void {
    for (const [token] of text.matchAll(/\x1b\[\d*[KD]|[^]/g)) this.#take(token);
  }

  #take(token: string): void {
    if (token === "\x1b[K") this.row = this.row.slice(0, this.column);
    else if (token.startsWith("\x1b[")) this.column -= Number(token.slice(2, -1));
    else if (token === "\b") this.column--;
    else if (token === "\r") this.column = 0;
    else if (token === "\n") this.#feed();
    else if (token === "\x07") this.bells++;
    else if (token >= " " && token <= "~") this.#put(token);
    else bug(`the screen does not know ${JSON.stringify(token)}`);
    if (this.column < 0) bug("the cursor has left the screen");
  }

  #put(letter: string): void {
    if (this.column >= this.#columns) bug("the row is full");
    this.row = this.row.slice(0, this.column).padEnd(this.column) + letter + this.row.slice(this.column + 1);
    this.column++;
  }

  #feed(): void {
    this.rows.push(this.row.trimEnd());
    this.row = "";
    this.column = 0;
  }
}
