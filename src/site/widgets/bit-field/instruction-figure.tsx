/** An instruction as a figure: its text, its boxes, its row, and a line to type another into. */
import { useRef, useState, type ReactNode } from "react";
import { standardDecoder } from "../../../machine/decoder/decoder";
import { LazyExplanation } from "../machine/lazy-explanation";
import { CopyLink } from "../word/copy-link";
import { useLitFields } from "../word/lit-field";
import { useSettled } from "../word/settled";
import { addressOf, useSharedValue } from "../word/shared-value";
import { WordBoxes } from "../word/word-boxes";
import { hexOf } from "../word/word-layout";
import { FieldTable } from "./field-table";
import { InstructionText } from "./instruction-text";
import { plainText, read } from "./reading";
import { RowFacts } from "./row-facts";
import { WordInput } from "./word-input";
import { mustBeWord } from "./word-of";

interface Props {
  readonly id: string;
  readonly start: string;
  readonly explain: boolean;
  readonly tryThis: string | undefined;
}

const usualTry = "Click a box to flip its bit, and watch the text. Or type any word, or any instruction.";

export function InstructionFigure({ id, start, explain, tryThis }: Props): ReactNode {
  const decoder = standardDecoder();
  const figure = useRef<HTMLElement>(null);
  const [initial] = useState(() => BigInt(mustBeWord(start)));
  const [value, setValue] = useSharedValue(id, initial, 32);
  const [lit, light] = useLitFields(figure);
  const reading = read(decoder, Number(value));
  const said = useSettled(`${hexOf(value, 32)}: ${reading.text.length > 0 ? plainText(reading.text) : reading.state}`);

  return (
    <figure ref={figure} id={id} className="figure figure-wide bit-field" data-fields={reading.fields.map(({ name }) => name).join(" ")}>
      <figcaption className="figure-try">{tryThis ?? usualTry}</figcaption>
      <div className="bit-field-head">
        <code className="bit-field-hex">{hexOf(value, 32)}</code>
        <InstructionText reading={reading} lit={lit} onPoint={light} />
      </div>
      <WordBoxes width={32} value={value} fields={reading.fields} label={`The word ${hexOf(value, 32)}, 32 bits`} lit={lit} onPoint={light} onChange={setValue} />
      <LazyExplanation word={Number(value)} />
      <RowFacts reading={reading} />
      {explain && <FieldTable reading={reading} lit={lit} onPoint={light} />}
      <WordInput onRead={(word) => setValue(BigInt(word))}>
        <button type="button" className="button button-small" disabled={value === initial} onClick={() => setValue(initial)}>Reset</button>
        <CopyLink figureId={id} address={() => addressOf(id, value, initial)} />
      </WordInput>
      <p className="visually-hidden" aria-live="polite">{said}</p>
    </figure>
  );
}
