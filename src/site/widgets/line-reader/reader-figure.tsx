/** A line and a template under two fingers, what is known of the word, and the templates that were asked. */
import { useId, useState, type ReactNode } from "react";
import { fieldsOf } from "../bit-field/reading";
import { useSettled } from "../word/settled";
import { WordBoxes } from "../word/word-boxes";
import { hexOf, valueOf } from "../word/word-layout";
import { FingerLines } from "./finger-lines";
import { readLine, tellingTry, type LineReading, type Try } from "./line-reading";
import { StopList } from "./stop-list";
import { stopsOf, type Stop } from "./stops";
import { TryList } from "./try-list";
import { LineVerdict, verdictOf } from "./line-verdict";

/** Lines that fail or are refused, each in a way of its own. */
const examples = ["add x0, w1, #1", "add x0, x1, #4096", "add x0, x1, x2, lsl #3", "ldr x0, [x1, #9]"];

export function ReaderFigure({ start }: { readonly start: string }): ReactNode {
  const inputId = useId();
  const [line, setLine] = useState(start);
  const [chosen, setChosen] = useState<number>();
  const [finger, setFinger] = useState<number>();
  const reading = readLine(line);
  const tried = chosen === undefined ? tellingTry(reading) : reading.tries[chosen];
  const said = useSettled(verdictOf(reading));

  const type = (text: string): void => {
    setLine(text);
    setChosen(undefined);
    setFinger(undefined);
  };
  const choose = (index: number): void => {
    setChosen(index);
    setFinger(undefined);
  };

  return (
    <figure className="figure figure-wide line-reader">
      <figcaption className="figure-try">Change the line, letter by letter if you like. Point at a step to move both fingers there, or at a template to see how far it came.</figcaption>
      <form className="figure-controls line-reader-controls" onSubmit={(event) => event.preventDefault()}>
        <label className="visually-hidden" htmlFor={inputId}>A line of assembly</label>
        <input
          id={inputId} className="bit-field-input" value={line} autoComplete="off" autoCapitalize="off" spellCheck={false}
          aria-invalid={typeof reading.answer !== "number"} onChange={(event) => type(event.target.value)}
        />
        <button type="button" className="button button-small" disabled={line === start && chosen === undefined && finger === undefined} onClick={() => type(start)}>Reset</button>
        <span className="line-examples" role="group" aria-label="Other lines">
          {examples.map((example) => <button key={example} type="button" className="button button-small" aria-pressed={line === example} onClick={() => type(example)}>{example}</button>)}
        </span>
      </form>
      {tried && <Reading reading={reading} tried={tried} finger={finger} onFinger={setFinger} />}
      <LineVerdict reading={reading} />
      {reading.tries.length > 0 && <TryList reading={reading} tried={tried} onChoose={choose} />}
      <p className="visually-hidden" aria-live="polite">{said}</p>
    </figure>
  );
}

interface ReadingProps {
  readonly reading: LineReading;
  readonly tried: Try;
  readonly finger: number | undefined;
  readonly onFinger: (stop: number) => void;
}

function Reading({ reading, tried, finger, onFinger }: ReadingProps): ReactNode {
  const stops = stopsOf(reading, tried);
  const index = Math.min(finger ?? stops.length - 1, stops.length - 1);
  const stop = stops[index]!;
  return (
    <>
      <FingerLines line={reading.line} tried={tried} stops={stops} at={index} />
      <KnownWord tried={tried} stop={stop} />
      <StopList line={reading.line} tried={tried} stops={stops} at={index} onFinger={onFinger} />
    </>
  );
}

function KnownWord({ tried: { row }, stop: { known, kind, fields: fresh } }: { readonly tried: Try; readonly stop: Stop }): ReactNode {
  const value = BigInt(known.value);
  const fields = fieldsOf(row).map((field) => {
    const mask = (2 ** field.width - 1) * 2 ** field.shift;
    return { ...field, note: (mask & ~known.mask) === 0 ? String(valueOf(value, field)) : "?" };
  });
  const lit = new Set(kind === "operand" ? fresh : []);
  const label = kind === "end" ? `The word ${hexOf(value, 32)}` : "What is known of the word";
  return <WordBoxes width={32} value={value} known={BigInt(known.mask)} fields={fields} label={label} lit={lit} onPoint={() => undefined} />;
}
