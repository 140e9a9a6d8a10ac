/** Two registers of lanes, an instruction, and what the machine makes of them. */
import { useMemo, useState, type ReactNode } from "react";
import { bug } from "../../../base/bug";
import { wordSays } from "../machine/program";
import { useSettled } from "../word/settled";
import { exampleOf } from "./examples";
import { arrangementOf, laneSizes, lineOf, resultSize, type VectorInstruction, vectorInstructions, wordOf } from "./instructions";
import { LaneRow, ResultRow } from "./lane-rows";
import { laneOf, type LaneReading, type LaneSize, laneText } from "./lanes";
import { type SourceLane, VectorMachine } from "./vector-machine";

interface State {
  readonly instruction: VectorInstruction;
  readonly size: LaneSize;
  readonly reading: LaneReading;
  readonly x: bigint;
  readonly y: bigint;
}

const readings: readonly LaneReading[] = ["unsigned", "signed", "hexadecimal", "float"];

export function LanesFigure({ start, startSize }: { readonly start: string; readonly startSize: LaneSize }): ReactNode {
  const [machine] = useState(() => new VectorMachine());
  const [initial] = useState(() => stateOf(vectorInstructions.find(({ name }) => name === start) ?? bug(`<VectorLanes>: there is no "${start}" in its list`), startSize));
  const [state, setState] = useState(initial);
  const [pointed, point] = useState<number>();
  const { instruction, size, reading, x, y } = state;
  const word = wordOf(instruction, size) ?? bug(`${instruction.name} has no lanes of ${size} bits`);
  const wide = resultSize(instruction, size);
  const { result, saturated } = useMemo(() => machine.execute(word, x, y), [machine, word, x, y]);
  const sources = useMemo(() => machine.sourcesOf(word, x, y, size, wide), [machine, word, x, y, size, wide]);
  const lit = pointed === undefined ? [] : sources[pointed] ?? [];
  const said = useSettled(`${lineOf(instruction, size)}: ${lanesSaid(result, wide, reading)}${saturated ? ". QC is set" : ""}`);

  const choose = (next: VectorInstruction, nextSize: LaneSize): void => {
    point(undefined);
    const fresh = stateOf(next, nextSize);
    // Values that the reader typed stay; an example makes room for another.
    setState(isExample(state) ? fresh : { ...fresh, x, y });
  };

  return (
    <figure className="figure figure-wide vector-lanes">
      <figcaption className="figure-try">Choose an instruction, and where the borders are. Change a lane; point at one of the result to see where it came from.</figcaption>
      <div className="figure-controls lanes-controls">
        <label className="lanes-choose">
          <span className="visually-hidden">Instruction</span>
          <select className="lanes-select" value={instruction.name} onChange={(event) => choose(vectorInstructions.find(({ name }) => name === event.target.value)!, size)}>
            {vectorInstructions.map(({ name }) => <option key={name}>{name}</option>)}
          </select>
        </label>
        <span role="group" aria-label="Arrangement" className="choice">
          {laneSizes.map((each) => (
            <button key={each} type="button" className="button button-small" aria-pressed={each === size} disabled={wordOf(instruction, each) === undefined} onClick={() => choose(instruction, each)}>
              {arrangementOf(each).toUpperCase()}
            </button>
          ))}
        </span>
        <label className="lanes-choose">
          <span className="label">read as</span>
          <select className="lanes-select" value={reading} onChange={(event) => setState({ ...state, reading: event.target.value as LaneReading })}>
            {readings.map((each) => <option key={each} disabled={each === "float" && size === 8}>{each}</option>)}
          </select>
        </label>
        <button type="button" className="button button-small" disabled={state === initial} onClick={() => { setState(initial); point(undefined); }}>Reset</button>
      </div>
      <LaneRow name="v1" register={1} value={x} size={size} reading={reading} lit={lit} onChange={(next) => setState({ ...state, x: next })} />
      {/\bv2\b/.test(instruction.text) && <LaneRow name="v2" register={2} value={y} size={size} reading={reading} lit={lit} onChange={(next) => setState({ ...state, y: next })} />}
      <p className="lanes-instruction"><code>{lineOf(instruction, size)}</code> <span className="lanes-says">{wordSays(word, 0n)}</span></p>
      <ResultRow value={result} size={wide} reading={reading} sources={sources} pointed={pointed} onPoint={point} />
      <p className="lanes-origin" role="status">{pointed === undefined ? "" : originText(pointed, laneText(laneOf(result, wide, pointed), wide, reading), sources[pointed] ?? [])}</p>
      <p className={saturated ? "lanes-qc set" : "lanes-qc"}>
        <b>QC = {saturated ? 1 : 0}</b> {saturated ? "A lane held the nearest that fits." : "No lane was saturated."}
      </p>
      <p className="visually-hidden" aria-live="polite">{said}</p>
    </figure>
  );
}

/** An instruction in its example; for lanes of another size, if it has none of this. */
function stateOf(instruction: VectorInstruction, wanted: LaneSize): State {
  const size = wordOf(instruction, wanted) === undefined ? laneSizes.find((each) => wordOf(instruction, each) !== undefined && (each !== 16 || instruction.reading !== "float"))! : wanted;
  const [x, y] = exampleOf(instruction, size);
  return { instruction, size, reading: instruction.reading, x, y };
}

function isExample({ instruction, size, x, y }: State): boolean {
  const [exampleX, exampleY] = exampleOf(instruction, size);
  return x === exampleX && y === exampleY;
}

function originText(lane: number, text: string, sources: readonly SourceLane[]): string {
  const names = sources.map(({ register, lane: from }) => `v${register}[${from}]`);
  const from = names.length === 0 ? "nowhere: it is the same whatever the sources hold" : names.length > 8 ? `${names.slice(0, 7).join(", ")} and ${names.length - 7} more` : names.join(", ");
  return `v0[${lane}] = ${text}, from ${from}`;
}

const lanesSaid = (value: bigint, size: LaneSize, reading: LaneReading): string =>
  Array.from({ length: 128 / size }, (_, i) => laneText(laneOf(value, size, 128 / size - 1 - i), size, reading)).join(", ");
