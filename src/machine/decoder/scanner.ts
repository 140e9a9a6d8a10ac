// A line of assembly under the reader's finger: a position, and the furthest failure. Reading
// functions answer undefined when the text is not what they want; the assembler tries another
// template, and at the end reports the failure that lay furthest to the right.

export class Scanner {
  readonly text: string;
  position: number;
  /** Where the furthest failure lies. */
  failedAt = -1;
  #wanted: string[] = [];

  constructor(text: string, position = 0) {
    this.text = text;
    this.position = position;
  }

  fail(wanted: string, at = this.position): undefined {
    if (at > this.failedAt) {
      this.failedAt = at;
      this.#wanted = [];
    }
    if (at === this.failedAt && !this.#wanted.includes(wanted)) this.#wanted.push(wanted);
    return undefined;
  }

  /** Goes back to `start`: what stands there could be read, but is not what was wanted. */
  refuse(start: number, wanted: string): undefined {
    this.position = start;
    return this.fail(wanted);
  }

  /** What would have been right where the furthest failure lies. */
  get alternatives(): readonly string[] {
    return this.#wanted;
  }

  get wanted(): string {
    return listed(this.#wanted);
  }

  skipSpace(): void {
    while (this.next === " " || this.next === "\t") this.position++;
  }

  /** The character at the position; undefined at the end. */
  get next(): string | undefined {
    return this.text[this.position];
  }

  atEnd(): boolean {
    this.skipSpace();
    return this.position >= this.text.length;
  }

  /**
   * Reads `literal`, in any case of letters; white space before it is skipped, and a blank in it
   * matches any amount, or none.
   */
  literal(literal: string): boolean {
    const start = this.position;
    for (const word of literal.split(" ")) {
      this.skipSpace();
      const end = this.position + word.length;
      const found = this.text.slice(this.position, end);
      if (found.toLowerCase() !== word.toLowerCase()) {
        this.fail(`"${literal.trim()}"`);
        this.position = start;
        return false;
      }
      this.position = end;
    }
    return true;
  }

  /** The match of `pattern` (sticky) here, after white space. */
  match(pattern: RegExp, wanted: string): string | undefined {
    this.skipSpace();
    pattern.lastIndex = this.position;
    const [found] = pattern.exec(this.text) ?? [];
    if (found === undefined) return this.fail(wanted);
    this.position += found.length;
    return found;
  }
}

const LONGEST_LIST = 4;

/**
 * "a", "a or b", "a, b or c"; a long list ends early, and "an apple" goes without saying beside
 * "an apple or a pear".
 */
export function listed(all: readonly string[]): string {
  const alternatives = all.filter((a) => !all.some((b) => b !== a && b.startsWith(a)));
  const shown = alternatives.slice(0, LONGEST_LIST);
  const isWhole = alternatives.length <= LONGEST_LIST;
  const last = (isWhole ? shown.pop() : undefined) ?? "something else";
  return shown.length === 0 ? last : `${shown.join(", ")} or ${last}`;
}
