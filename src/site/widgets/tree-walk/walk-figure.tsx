/** A word on its way to its row: the boxes, the questions with the answers not given, and the rows tried at the end. */
import { useRef, useState, type ReactNode } from "react";
import { standardDecoder } from "../../../machine/decoder/decoder";
import { InstructionText } from "../bit-field/instruction-text";
import { plainText, read } from "../bit-field/reading";
import { WordInput } from "../bit-field/word-input";
import { mustBeWord } from "../bit-field/word-of";
import { CopyLink } from "../word/copy-link";
import { useLitFields } from "../word/lit-field";
import { useSettled } from "../word/settled";
import { addressOf, useSharedValue } from "../word/shared-value";
import { WordBoxes } from "../word/word-boxes";
import { hexOf, type WordField } from "../word/word-layout";
import { answered, walkOf, type Step } from "./walk";
import { WalkLeaf } from "./walk-leaf";
import { WalkStep } from "./walk-step";

interface Props {
  readonly id: string;
  readonly start: string;
}

export function WalkFigure({ id, start }: Props): ReactNode {
  const decoder = standardDecoder();
  const figure = useRef<HTMLElement>(null);
  const [initial] = useState(() => BigInt(mustBeWord(start)));
  const [value, setValue] = useSharedValue(id, initial, 32);
  const [lit, light] = useLitFields(figure);
  const word = Number(value);
  const reading = read(decoder, word);
  const { steps, trials } = walkOf(decoder, word);
  const fields = steps.map(windowOf);
  const named = reading.text.length > 0 ? plainText(reading.text) : reading.state;
  const said = useSettled(`${hexOf(value, 32)}, ${named}: ${decoder.rows.length} rows, ${steps.map(left).join(", ")}`);

  return (
    <figure ref={figure} id={id} className="figure figure-wide tree-walk">
      <figcaption className="figure-try">
        Drag along a skyline to give the tree another answer, flip a bit, or type <code>nop</code>, for which it needs four questions.
      </figcaption>
      <div className="bit-field-head">
        <code className="bit-field-hex">{hexOf(value, 32)}</code>
        <InstructionText reading={reading} lit={lit} onPoint={light} />
      </div>
      <WordBoxes width={32} value={value} fields={fields} label={`The word ${hexOf(value, 32)}, 32 bits`} lit={lit} onPoint={light} onChange={setValue} />
      <ol className="walk">
        {steps.map((step, index) => (
          <WalkStep
            key={step.name} step={step} ordinal={ordinals[index] ?? ""} lit={lit.has(step.name)} onPoint={(on) => light(on ? [step.name] : [])}
            onAnswer={(number) => setValue(BigInt(answered(word, step, number)))}
          />
        ))}
        <WalkLeaf trials={trials} state={reading.state} word={word} />
      </ol>
      <WordInput onRead={(typed) => setValue(BigInt(typed))}>
        <button type="button" className="button button-small" disabled={value === initial} onClick={() => setValue(initial)}>Reset</button>
        <CopyLink figureId={id} address={() => addressOf(id, value, initial)} />
      </WordInput>
      <p className="visually-hidden" aria-live="polite">{said}</p>
    </figure>
  );
}

/** A tree over 32 bits, whose every node asks for one at least, and for one of the last few only among its last rows. */
const ordinals = ["1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th"];

/** A question's window as a field of the word; the bits in it choose the operation. */
function windowOf({ name, shift, width, number }: Step, index: number): WordField {
  return { name, shift, width, role: "opcode", label: ordinals[index] ?? "", note: String(number) };
}

function left({ leaves, number }: Step): string {
  return `${leaves[number] ?? 0} left`;
}
