/** A line to type, its word and row, and the explanation that its meaning gives of itself. */
import { useId, useState, type ReactNode } from "react";
import { standardDecoder } from "../../../machine/decoder/decoder";
import { InstructionText } from "../bit-field/instruction-text";
import { read } from "../bit-field/reading";
import { RowFacts } from "../bit-field/row-facts";
import { wordOf } from "../bit-field/word-of";
import { Explanation } from "../machine/explanation";
import { wordSays } from "../machine/program";
import { useSettled } from "../word/settled";
import { hexOf } from "../word/word-layout";

/** Lines whose explanations are worth comparing. */
const examples = ["add x0, x1, #1", "adds x0, x1, #1", "blr x30", "csinc x0, xzr, xzr, ne", "cas x0, x1, [x2]", "uqadd v0.16b, v1.16b, v2.16b", "paciasp", "pacia x0, x1"];
const nothingLit: ReadonlySet<string> = new Set();

export function ExplainFigure({ start }: { readonly start: string }): ReactNode {
  const inputId = useId();
  const [text, setText] = useState(start);
  /** The last that could be read: it stays while the next is being typed. */
  const [word, setWord] = useState(() => wordOf(start));
  const answer = wordOf(text);
  const shown = typeof answer === "number" ? answer : word;
  const said = useSettled(typeof answer === "number" ? wordSays(answer) : answer.fault);
  const type = (typed: string): void => {
    setText(typed);
    const next = wordOf(typed);
    if (typeof next === "number") setWord(next);
  };
  return (
    <figure className="figure figure-wide explain-line">
      <figcaption className="figure-try">Type an instruction, or a word in hexadecimal, and read what it does.</figcaption>
      <form className="figure-controls explain-controls" onSubmit={(event) => event.preventDefault()}>
        <label className="visually-hidden" htmlFor={inputId}>An instruction, or a word</label>
        <input
          id={inputId} className="bit-field-input" value={text} autoComplete="off" autoCapitalize="off" spellCheck={false}
          aria-invalid={typeof answer !== "number"} aria-describedby={`${inputId}-fault`} onChange={(event) => type(event.target.value)}
        />
        <button type="button" className="button button-small" disabled={text === start} onClick={() => type(start)}>Reset</button>
        <p id={`${inputId}-fault`} className="bit-field-fault">{typeof answer === "number" ? "" : answer.fault}</p>
        <span className="explain-examples" role="group" aria-label="Other lines">
          {examples.map((example) => <button key={example} type="button" className="button button-small" aria-pressed={text === example} onClick={() => type(example)}>{example}</button>)}
        </span>
      </form>
      {typeof shown === "number" && <Explained word={shown} isStale={typeof answer !== "number"} />}
      <p className="visually-hidden" aria-live="polite">{said}</p>
    </figure>
  );
}

function Explained({ word, isStale }: { readonly word: number; readonly isStale: boolean }): ReactNode {
  const reading = read(standardDecoder(), word);
  return (
    <div className={isStale ? "explained stale" : "explained"}>
      <div className="bit-field-head">
        <code className="bit-field-hex">{hexOf(BigInt(word), 32)}</code>
        <InstructionText reading={reading} lit={nothingLit} onPoint={() => undefined} />
      </div>
      <Explanation word={word} />
      <RowFacts reading={reading} />
    </div>
  );
}
