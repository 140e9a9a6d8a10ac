/** The templates that were asked, in that order, each beside as much of the line as it read. */
import type { ReactNode } from "react";
import { hexOf } from "../word/word-layout";
import { reportedTries, type LineReading, type Try } from "./line-reading";

interface Props {
  readonly reading: LineReading;
  /** The one whose steps are shown. */
  readonly tried: Try | undefined;
  readonly onChoose: (index: number) => void;
}

/** So many lie open; of more, those that read nothing are folded. */
const openUpTo = 6;

export function TryList({ reading, tried, onChoose }: Props): ReactNode {
  const { tries } = reading;
  const reported = reportedTries(reading);
  const folded = tries.length <= openUpTo ? [] : tries.filter((each) => each.read.length === 0 && each.word === undefined && !reported.includes(each));
  const button = (each: Try): ReactNode => (
    <li key={tries.indexOf(each)}>
      <TryButton line={reading.line} each={each} shown={each === tried} reported={reported.includes(each)} onChoose={() => onChoose(tries.indexOf(each))} />
    </li>
  );
  return (
    <div className="tries">
      <p className="label">{tries.length === 1 ? "the template that was asked" : `the ${tries.length} templates that were asked`}</p>
      <ol>{tries.filter((each) => !folded.includes(each)).map(button)}</ol>
      {folded.length > 0 && (
        <details>
          <summary>and {folded.length} that stopped at the first operand</summary>
          <ol>{folded.map(button)}</ol>
        </details>
      )}
    </div>
  );
}

interface ButtonProps {
  readonly line: string;
  readonly each: Try;
  readonly shown: boolean;
  readonly reported: boolean;
  readonly onChoose: () => void;
}

function TryButton({ line, each: { row, word, failedAt, wanted }, shown, reported, onChoose }: ButtonProps): ReactNode {
  const far = word === undefined ? Math.max(0, failedAt) : line.length;
  return (
    <button type="button" className={reported || word !== undefined ? "try try-tells" : "try"} aria-pressed={shown} onClick={onChoose}>
      <span className="try-row">{row.name}</span>
      <code className="try-far" aria-hidden="true"><span className="far">{line.slice(0, far)}</span><span className="beyond">{line.slice(far) || " "}</span></code>
      <span className="try-answer">{word === undefined ? <><span className="visually-hidden">column {far + 1}, </span>wanted: {wanted}</> : hexOf(BigInt(word), 32)}</span>
    </button>
  );
}
