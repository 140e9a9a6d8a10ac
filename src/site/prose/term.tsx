/** A word of the glossary: `<Term>opcode</Term>`, or `<Term id="opcode">opcodes</Term>`. */
import { isValidElement, useId, type ReactNode } from "react";
import Link from "@docusaurus/Link";
import { glossary, termId } from "../glossary";
import { bug } from "../../base/bug";

interface Props {
  readonly id?: string;
  readonly children: ReactNode;
}

/** The text of what a page has marked up: `<Term>**undefined**</Term>` is about "undefined". */
function textOf(node: ReactNode): string {
  if (Array.isArray(node)) return node.map(textOf).join("");
  if (isValidElement<{ readonly children?: ReactNode }>(node)) return textOf(node.props.children);
  return typeof node === "string" ? node : "";
}

export function Term({ id, children }: Props): ReactNode {
  const definitionId = useId();
  const wanted = termId(id ?? textOf(children));
  const entry = glossary.find(({ term }) => termId(term) === wanted) ?? bug(`<Term>: the glossary has no "${wanted}"; add it to src/site/glossary.ts`);
  return (
    <span className="term-box">
      <Link className="term" to={`/glossary/#${wanted}`} aria-describedby={definitionId}>{children}</Link>
      <span className="term-definition" role="tooltip" id={definitionId}>{entry.meaning}</span>
    </span>
  );
}
