/** A register as a row of lanes, lane 0 at the right: one to type into, and one to point at. */
import { useState, type ReactNode } from "react";
import { laneOf, type LaneReading, type LaneSize, laneText, parseLane, withLane } from "./lanes";
import type { SourceLane } from "./vector-machine";

interface RowProps {
  readonly name: string;
  readonly size: LaneSize;
  readonly children: (lane: number) => ReactNode;
}

/** On a phone, sixteen lanes stand in two lines of eight. */
function Row({ name, size, children }: RowProps): ReactNode {
  const count = 128 / size;
  return (
    <div className={`lane-row lanes-${count}`} role="group" aria-label={name}>
      <span className="lane-row-name">{name}</span>
      <div className="lane-boxes">{Array.from({ length: count }, (_, i) => children(count - 1 - i))}</div>
    </div>
  );
}

interface LaneRowProps {
  readonly name: string;
  readonly register: 1 | 2;
  readonly value: bigint;
  readonly size: LaneSize;
  readonly reading: LaneReading;
  readonly lit: readonly SourceLane[];
  readonly onChange: (value: bigint) => void;
}

export function LaneRow({ name, register, value, size, reading, lit, onChange }: LaneRowProps): ReactNode {
  const role = register === 1 ? "role-register" : "role-immediate";
  return (
    <Row name={name} size={size}>
      {(lane) => {
        const isLit = lit.some((each) => each.register === register && each.lane === lane);
        return (
          <span key={lane} data-lane={lane} className={`lane ${role}${isLit ? " lit" : ""}`}>
            <LaneInput label={`lane ${lane} of ${name}`} lane={laneOf(value, size, lane)} size={size} reading={reading} onChange={(to) => onChange(withLane(value, size, lane, to))} />
          </span>
        );
      }}
    </Row>
  );
}

interface LaneInputProps {
  readonly label: string;
  readonly lane: bigint;
  readonly size: LaneSize;
  readonly reading: LaneReading;
  readonly onChange: (lane: bigint) => void;
}

/** What is being typed stands as it was typed; what is no number changes nothing, and is marked. */
function LaneInput({ label, lane, size, reading, onChange }: LaneInputProps): ReactNode {
  const [typed, setTyped] = useState<string>();
  const read = typed === undefined ? lane : parseLane(typed, size, reading);
  return (
    <input
      className="lane-value" aria-label={label} aria-invalid={read === undefined} value={typed ?? laneText(lane, size, reading)} autoComplete="off" spellCheck={false}
      onFocus={(event) => event.currentTarget.select()} onBlur={() => setTyped(undefined)}
      onChange={(event) => {
        setTyped(event.target.value);
        const next = parseLane(event.target.value, size, reading);
        if (next !== undefined) onChange(next);
      }}
    />
  );
}

interface ResultRowProps {
  readonly value: bigint;
  readonly size: LaneSize;
  readonly reading: LaneReading;
  /** Of each lane, where it came from. */
  readonly sources: readonly (readonly SourceLane[])[];
  readonly pointed: number | undefined;
  readonly onPoint: (lane: number | undefined) => void;
}

export function ResultRow({ value, size, reading, sources, pointed, onPoint }: ResultRowProps): ReactNode {
  return (
    <Row name="v0" size={size}>
      {(lane) => {
        const from = sources[lane] ?? [];
        const text = laneText(laneOf(value, size, lane), size, reading);
        return (
          <button
            key={lane} type="button" data-lane={lane} className={`lane lane-result ${lookOf(from)}${lane === pointed ? " lit" : ""}`} aria-label={`lane ${lane} of v0: ${text}`}
            onMouseEnter={() => onPoint(lane)} onMouseLeave={() => onPoint(undefined)} onFocus={() => onPoint(lane)} onBlur={() => onPoint(undefined)} onClick={() => onPoint(lane)}
          >
            <span className="lane-value">{text}</span>
          </button>
        );
      }}
    </Row>
  );
}

/** The colour of the register that it comes from; of both, half and half. */
function lookOf(sources: readonly SourceLane[]): string {
  const [one, two] = ([1, 2] as const).map((register) => sources.some((source) => source.register === register));
  if (one === true && two === true) return "from-both";
  return one === true ? "role-register" : two === true ? "role-immediate" : "role-fixed";
}
