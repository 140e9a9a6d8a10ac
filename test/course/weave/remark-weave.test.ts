import { expect } from "chai";
import { join } from "node:path";
import { remarkWeave } from "../../../src/course/weave/remark-weave";
import { FIELDS_MDX, fencePage, smallCourse } from "./small-course";

interface Attribute {
  readonly name: string;
  readonly value: { readonly value: string; readonly data: { readonly estree: { readonly body: readonly { readonly expression: Expression }[] } } };
}

interface Node {
  readonly type: string;
  readonly name?: string;
  readonly lang?: string;
  readonly meta?: string | null;
  readonly position?: { readonly start: { readonly line: number } };
  readonly attributes?: readonly Attribute[];
  readonly children?: Node[];
}

interface Expression {
  readonly type: string;
  readonly value?: unknown;
  readonly elements?: readonly Expression[];
  readonly properties?: readonly { readonly key: Expression; readonly value: Expression }[];
}

/** The value that an expression makes, as a JavaScript engine would make it. */
function valueOf({ type, value, elements, properties }: Expression): unknown {
  if (type === "ArrayExpression") return elements!.map(valueOf);
  if (type === "ObjectExpression") return Object.fromEntries(properties!.map((p) => [p.key.value, valueOf(p.value)]));
  return value;
}

/** The tree that remark makes of `text`, as far as its fences go; those of a list item stand one level down. */
function treeOf(text: string): { type: string; children: Node[] } {
  const lines = text.split("\n");
  const codes = lines.flatMap((line, i) => (/^```\w/.test(line) ? [{ type: "code", lang: /\w+/.exec(line)![0], position: { start: { line: i + 1 } } }] : []));
  return { type: "root", children: [{ type: "paragraph", children: [] }, { type: "mdxJsxFlowElement", children: codes }] };
}

function weave(text: string, path = "chapters/01-decoder/fields.mdx"): Node[] {
  const course = smallCourse({ [path]: text });
  try {
    const tree = treeOf(text);
    remarkWeave(course)(tree, { path: join(course.root, path), value: text });
    return tree.children[1]!.children!;
  } finally {
    course.remove();
  }
}

const propsOf = (node: Node): Record<string, unknown> => Object.fromEntries(node.attributes!.map(({ name, value }) => [name, valueOf(value.data.estree.body[0]!.expression)]));

describe("remarkWeave", () => {
  it("puts a component in the place of each fence", () => {
    expect(weave(FIELDS_MDX).map(({ type, name }) => name ?? type)).to.deep.equal(["Excerpt", "code", "Transcript", "Excerpt", "Excerpt"]);
  });

  it("gives the component its properties as an expression and as JSON alike", () => {
    for (const node of weave(FIELDS_MDX).filter(({ name }) => name !== undefined)) {
      for (const { name, value } of node.attributes!) {
        expect(valueOf(value.data.estree.body[0]!.expression), name).to.deep.equal(JSON.parse(value.value));
      }
    }
  });

  it("gives a transcript what is recorded", () => {
    expect(propsOf(weave(FIELDS_MDX)[2]!)).to.deep.include({ command: "printf 'one\\ntwo\\n'", output: "one\ntwo\n", status: 0, marked: [] });
  });

  it("leaves an example as it is, but for its mark", () => {
    const [code] = weave(fencePage('text example title="a listing"', "x"));
    expect(code).to.deep.include({ type: "code", lang: "text", meta: 'title="a listing"' });
    expect(weave(fencePage("text example", "x"))[0]?.meta).to.equal(null);
  });

  it("stops at a fault with file and line", () => {
    expect(() => weave(fencePage("ts", "const x = 1;"))).to.throw(/^chapters\/01-decoder\/fields\.mdx:3: code in a chapter is quoted/);
    expect(() => weave(FIELDS_MDX.replace("## The rest", "## Code field {/* #code-field */}"))).to.throw(/^chapters\/01-decoder\/fields\.mdx:22: the anchor code-field is taken/);
  });

  it("leaves pages that are no chapter's alone", () => {
    expect(weave(fencePage("ts", "const x = 1;"), "src/site/pages/about.mdx").map(({ type }) => type)).to.deep.equal(["code"]);
  });
});
