/** Where the machine is in time: from the earliest moment that can be gone back to, to the latest that is known. */
import type { ReactNode } from "react";
import { withCommas } from "./numbers";

interface Props {
  readonly earliest: number;
  readonly time: number;
  readonly furthest: number;
  readonly onGo: (time: number) => void;
}

export function TimeRail({ earliest, time, furthest, onGo }: Props): ReactNode {
  return (
    <label className="time-rail">
      <span className="label">time</span>
      <input
        type="range" min={earliest} max={Math.max(furthest, earliest + 1)} value={time} disabled={furthest <= earliest}
        aria-valuetext={`behind ${withCommas(time)} of ${withCommas(furthest)} instructions`} onChange={(event) => onGo(Number(event.target.value))}
      />
      <output className="time-rail-text">{withCommas(time)} of {withCommas(furthest)}</output>
    </label>
  );
}
