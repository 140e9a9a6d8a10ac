// An exception passes several functions, closures and methods.
class Parser {
  depth = 0;

  parse(text: string, at: number): number {
    this.depth++;
    const result = at >= text.length ? this.fail(text) : text.charCodeAt(at) === 40 ? this.parse(text, at + 1) : at;
    this.depth--;
    return result;
  }

  fail(text: string): never {
    throw new Error(`no end of ${text} at depth ${this.depth}`);
  }
}

export function start(): void {
  const parser = new Parser();
  for (const text of ["((x", "(((", "y"]) {
    try {
      console.log(`${[text].map((t) => parser.parse(t, 0)).join()} ${parser.depth}`);
    } catch (e) {
      if (e instanceof Error) console.log(`${e.message} ${parser.depth}`);
      parser.depth = 0;
    }
  }
}
