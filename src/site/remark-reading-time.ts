/**
 * Gives each page an export `readingMinutes`: its prose at 220 words a minute, its code at 60 lines a
 * minute. It runs after the excerpts have been filled in, so that quoted code counts.
 */
interface Node {
  readonly type: string;
  readonly value?: string;
  readonly name?: string | null;
  readonly attributes?: readonly { readonly name?: string; readonly value?: unknown }[];
  readonly children?: readonly Node[];
}

const wordsPerMinute = 220;
const linesPerMinute = 60;

/** Minutes, at least 1. */
export function readingMinutes(root: Node): number {
  let words = 0;
  let lines = 0;
  const visit = (node: Node): void => {
    if (node.type === "text" || node.type === "inlineCode") words += (node.value ?? "").split(/\s+/).filter(Boolean).length;
    if (node.type === "code") lines += (node.value ?? "").split("\n").length;
    if (node.name === "Excerpt") lines += linesOfExcerpt(node);
    node.children?.forEach(visit);
  };
  visit(root);
  return Math.max(1, Math.round(words / wordsPerMinute + lines / linesPerMinute));
}

/** The weave's `lines={[17,42]}`: first and last. Nobody reads "the rest of this file". */
function linesOfExcerpt({ attributes = [] }: Node): number {
  const valueOf = (name: string): unknown => attributes.find((attribute) => attribute.name === name)?.value;
  const textOf = (value: unknown): string => (typeof value === "object" && value !== null && "value" in value ? String(value.value) : "");
  const [, first, last] = /^\[(\d+),(\d+)\]$/.exec(textOf(valueOf("lines"))) ?? [];
  return first === undefined || textOf(valueOf("rest")) === "true" ? 0 : Number(last) - Number(first) + 1;
}

/** `export const readingMinutes = 7;` as the syntax tree that MDX wants it in. */
function exportStatement(minutes: number): Node {
  const declaration = {
    type: "ExportNamedDeclaration",
    specifiers: [],
    declaration: {
      type: "VariableDeclaration",
      kind: "const",
      declarations: [
        {
          type: "VariableDeclarator",
          id: { type: "Identifier", name: "readingMinutes" },
          init: { type: "Literal", value: minutes, raw: String(minutes) },
        },
      ],
    },
  };
  const program = { type: "Program", sourceType: "module", body: [declaration] };
  return { type: "mdxjsEsm", value: "", data: { estree: program } } as Node;
}

export function remarkReadingTime(): (root: { children: Node[] } & Node) => void {
  return (root) => {
    root.children.unshift(exportStatement(readingMinutes(root)));
  };
}
