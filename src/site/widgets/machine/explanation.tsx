/** What a word does, statement by statement; or why this machine does not do it. */
import type { ReactNode } from "react";
import { wordSays } from "./program";
import { missingFeatures } from "./missing-features";

interface Props {
  readonly word: number;
  readonly pc?: bigint;
}

export function Explanation({ word, pc }: Props): ReactNode {
  const missing = missingFeatures(word);
  if (missing === undefined) return null;
  if (missing.length > 0) return <p className="explanation-none">Not in this machine: it needs {missing.join(" and ")}, and is Undefined here.</p>;
  const statements = wordSays(word, pc).split("; ");
  return (
    <ol className={statements.length === 1 ? "explanation single" : "explanation"}>
      {statements.map((statement, i) => <li key={i}><code>{statement}</code></li>)}
    </ol>
  );
}
