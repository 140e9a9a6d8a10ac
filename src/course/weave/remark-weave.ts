// The weave as a remark plugin: a src fence becomes an `<Excerpt>`, a run fence a `<Transcript>`, and any other
// code that is not marked example fails the build, with the page's file and line.

import { join, relative, sep } from "node:path";
import { HOUSE } from "../house";
import type { Course } from "./course";
import { parsePage } from "./page";
import { WeaveFault } from "./weave-fault";
import { anchorFaults, weaveFence } from "./weave-page";

/** The parts of a Markdown tree that the plugin touches. */
interface Node {
  readonly type: string;
  readonly lang?: string | null;
  meta?: string | null;
  readonly position?: { readonly start: { readonly line: number } };
  children?: Node[];
}

interface File {
  readonly path: string;
  readonly value: string | Uint8Array;
}

const ROOT = join(__dirname, "../../..");

export function remarkWeave({ root = ROOT, house = HOUSE }: Partial<Course> = {}) {
  return (tree: Node, file: File): void => {
    const path = relative(root, file.path).split(sep).join("/");
    if (!path.startsWith("chapters/")) return;
    const page = parsePage(path, String(file.value));
    const woven: Parameters<typeof anchorFaults>[1][number][] = [];
    const replace = (node: Node): Node[] => {
      if (node.type !== "code") {
        if (node.children !== undefined) node.children = node.children.flatMap(replace);
        return [node];
      }
      const line = node.position!.start.line;
      const fence = page.fences.find((f) => f.line === line);
      if (fence === undefined) throw new WeaveFault(path, line, "code stands in a fence, not behind an indentation");
      const w = weaveFence({ root, house }, page, fence);
      woven.push({ line, woven: w });
      switch (w.kind) {
        case "example":
          node.meta = w.fence.title === undefined ? null : `title="${w.fence.title}"`;
          return [node];
        case "excerpts":
          return w.excerpts.map((props) => element("Excerpt", props));
        case "transcript":
          return [element("Transcript", w.transcript)];
      }
    };
    replace(tree);
    const [fault] = anchorFaults(page, woven);
    if (fault !== undefined) throw fault;
  };
}

/** `<NAME a={...} b={...} />` as MDX's tree has it. */
function element(name: string, props: object): Node {
  const attributes = Object.entries(props).map(([key, value]) => ({
    type: "mdxJsxAttribute",
    name: key,
    value: {
      type: "mdxJsxAttributeValueExpression",
      value: JSON.stringify(value),
      data: { estree: { type: "Program", sourceType: "module", comments: [], body: [{ type: "ExpressionStatement", expression: expressionOf(value) }] } },
    },
  }));
  return { type: "mdxJsxFlowElement", name, attributes, children: [] } as Node;
}

/** Plain data as the ESTree expression that makes it. */
function expressionOf(value: unknown): object {
  if (Array.isArray(value)) return { type: "ArrayExpression", elements: value.map(expressionOf) };
  if (typeof value !== "object" || value === null) return { type: "Literal", value };
  const properties = Object.entries(value).filter(([, part]) => part !== undefined).map(([key, part]) => ({
    type: "Property", kind: "init", method: false, shorthand: false, computed: false,
    key: { type: "Literal", value: key }, value: expressionOf(part),
  }));
  return { type: "ObjectExpression", properties };
}
