// The lines that were entered, for up and down. The line that is being typed stands below them, and
// is there again for who comes back to it.

const MOST_LINES = 32;

export class History {
  #lines: string[] = [];
  /** Where we are in it; the number of lines: below. */
  #at = 0;
  #typed = "";

  /** Nothing is added twice in a row, nor an empty line. */
  add(line: string): void {
    const isLast = this.#lines.length > 0 && this.#lines[this.#lines.length - 1] === line;
    if (line !== "" && !isLast) this.#lines.push(line);
    if (this.#lines.length > MOST_LINES) this.#lines = this.#lines.slice(1);
    this.#at = this.#lines.length;
  }

  /** The line above; `typed` is what stands there now. At the top, that itself. */
  above(typed: string): string {
    if (this.#at === 0) return typed;
    if (this.#at === this.#lines.length) this.#typed = typed;
    this.#at--;
    return this.#lines[this.#at]!;
  }

  below(typed: string): string {
    if (this.#at === this.#lines.length) return typed;
    this.#at++;
    return this.#at === this.#lines.length ? this.#typed : this.#lines[this.#at]!;
  }

  /** The next line is typed from the beginning. */
  leave(): void {
    this.#at = this.#lines.length;
  }
}
