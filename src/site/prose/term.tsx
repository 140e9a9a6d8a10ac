/** A word of the glossary: `<Term>opcode</Term>`, or `<Term id="opcode">opcodes</Term>`. */
import { useId, type ReactNode } from "react";
import Link from "@docusaurus/Link";
import { glossary, termId } from "../glossary";
import { bug } from "../../base/bug";

interface Props {
  readonly id?: string;
  readonly children: ReactNode;
}

export function Term({ id, children }: Props): ReactNode {
  const definitionId = useId();
  const wanted = id ?? (typeof children === "string" ? termId(children) : bug("<Term> around more than a word needs an id"));
  const entry = glossary.find(({ term }) => termId(term) === wanted) ?? bug(`<Term>: the glossary has no "${wanted}"; add it to src/site/glossary.ts`);
  return (
    <span className="term-box">
      <Link className="term" to={`/glossary/#${wanted}`} aria-describedby={definitionId}>{children}</Link>
      <span className="term-definition" role="tooltip" id={definitionId}>{entry.meaning}</span>
    </span>
  );
}
