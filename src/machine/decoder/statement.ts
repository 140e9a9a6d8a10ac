// Assembly text as statements: comments gone, labels apart.

/** Columns count from 0 within the line. */
export interface Statement {
  /** From 1. */
  readonly line: number;
  /** The line without its comment. */
  readonly text: string;
  readonly label: string | undefined;
  readonly labelColumn: number;
  /** A mnemonic, a directive with its dot, or nothing. */
  readonly name: string;
  readonly nameColumn: number;
  readonly operandsStart: number;
}

/** The statements of `source`, one for each label and each instruction or directive. */
export function splitStatements(source: string): Statement[] {
  return withoutBlockComments(source).split("\n").flatMap((line, i) => {
    const text = withoutComment(line.replace(/\r$/, ""));
    return statementsOf(text, i + 1);
  });
}

function statementsOf(text: string, line: number): Statement[] {
  const statements: Statement[] = [];
  let position = 0;
  for (;;) {
    const label = /\s*([\w.$]+)\s*:/y;
    label.lastIndex = position;
    const found = label.exec(text);
    if (found === null) break;
    const labelColumn = position + found[0].search(/\S/);
    position = label.lastIndex;
    const nothing = { name: "", nameColumn: position, operandsStart: position };
    statements.push({ line, text, label: found[1]!, labelColumn, ...nothing });
  }
  const rest = text.slice(position);
  const name = /\S+/.exec(rest)?.[0] ?? "";
  if (name !== "") {
    const nameColumn = position + rest.indexOf(name);
    const operandsStart = nameColumn + name.length;
    const noLabel = { label: undefined, labelColumn: nameColumn };
    statements.push({ line, text, ...noLabel, name, nameColumn, operandsStart });
  }
  return statements;
}

/** Comments between the usual marks become blanks, so that lines and columns stay. */
function withoutBlockComments(source: string): string {
  const stringsAndComments = /"(?:\\.|[^"\\\n])*"|\/\/[^\n]*|\/\*[^]*?\*\//g;
  return source.replace(stringsAndComments, (found) =>
    found.startsWith("/*") ? found.replace(/[^\n]/g, " ") : found);
}

/** A line up to // or ; outside quotes, or nothing for a line that starts with #. */
function withoutComment(text: string): string {
  if (/^\s*#/.test(text)) return "";
  return /^(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])'|(?!\/\/|;)[^])*/.exec(text)![0].trimEnd();
}
