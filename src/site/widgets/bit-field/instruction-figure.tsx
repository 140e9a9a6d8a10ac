/** An instruction as a figure: its text, its boxes, its row, and a line to type another into. */
import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { standardDecoder } from "../../../machine/decoder/decoder";
import { CopyLink } from "../word/copy-link";
import { useLitFields } from "../word/lit-field";
import { addressOf, useSharedValue } from "../word/shared-value";
import { WordBoxes } from "../word/word-boxes";
import { hexOf } from "../word/word-layout";
import { FieldTable } from "./field-table";
import { InstructionText } from "./instruction-text";
import { plainText, read } from "./reading";
import { RowFacts } from "./row-facts";
import { wordOf } from "./word-of";

interface Props {
  readonly id: string;
  readonly start: string;
  readonly explain: boolean;
  readonly tryThis: string | undefined;
}

const usualTry = "Click a box to flip its bit, and watch the text. Or type any word, or any instruction.";
const sayAfterMs = 400;

export function InstructionFigure({ id, start, explain, tryThis }: Props): ReactNode {
  const decoder = standardDecoder();
  const figure = useRef<HTMLElement>(null);
  const inputId = useId();
  const [initial] = useState(() => BigInt(mustRead(start)));
  const [value, setValue] = useSharedValue(id, initial, 32);
  const [lit, light] = useLitFields(figure);
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState("");
  const reading = read(decoder, Number(value));
  const said = useSettled(`${hexOf(value, 32)}: ${reading.text.length > 0 ? plainText(reading.text) : reading.state}`);

  const take = (): void => {
    const answer = wordOf(typed);
    if (typeof answer === "number") {
      setValue(BigInt(answer));
      setTyped("");
      setFault("");
    } else {
      setFault(answer.fault);
    }
  };

  return (
    <figure ref={figure} id={id} className="figure figure-wide bit-field" data-fields={reading.fields.map(({ name }) => name).join(" ")}>
      <figcaption className="figure-try">{tryThis ?? usualTry}</figcaption>
      <div className="bit-field-head">
        <code className="bit-field-hex">{hexOf(value, 32)}</code>
        <InstructionText reading={reading} lit={lit} onPoint={light} />
      </div>
      <WordBoxes width={32} value={value} fields={reading.fields} label={`The word ${hexOf(value, 32)}, 32 bits`} lit={lit} onPoint={light} onChange={setValue} />
      <RowFacts reading={reading} />
      {explain && <FieldTable reading={reading} lit={lit} onPoint={light} />}
      <form className="figure-controls" onSubmit={(event) => { event.preventDefault(); take(); }}>
        <label className="visually-hidden" htmlFor={inputId}>A word in hexadecimal, or an instruction</label>
        <input
          id={inputId} className="bit-field-input" value={typed} placeholder="8b020020 or add x0, x1, x2" autoComplete="off" autoCapitalize="off" spellCheck={false}
          aria-describedby={`${inputId}-fault`} aria-invalid={fault !== ""} onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className="button button-small">Read</button>
        <button type="button" className="button button-small" disabled={value === initial} onClick={() => setValue(initial)}>Reset</button>
        <CopyLink figureId={id} address={() => addressOf(id, value, initial)} />
        <p id={`${inputId}-fault`} className="bit-field-fault" role="status">{fault}</p>
      </form>
      <p className="visually-hidden" aria-live="polite">{said}</p>
    </figure>
  );
}

/** The word that the page itself names; a page with a wrong one does not build. */
function mustRead(start: string): number {
  const answer = wordOf(start);
  if (typeof answer === "number") return answer;
  throw new Error(`<BitField>: ${start}: ${answer.fault}`);
}

/** `text` once it has stood still, so that a drag over ten boxes is read out once; "" at first. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState("");
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return undefined;
    }
    const timer = setTimeout(() => setSettled(text), sayAfterMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
