/**
 * Priorities as a ruler, the urgent end on the left. What stands in the shaded part does not get through: it is not
 * more urgent than what runs, or than the mask.
 */
import type { ReactNode } from "react";
import { type CpuSide, sourceOf, type SourceState } from "./gic-actions";
import { byteText } from "./happened-text";

interface Props {
  readonly states: readonly SourceState[];
  readonly cpu: CpuSide;
}

const ends = 0x100;
const share = (priority: number): string => `${(100 * priority) / ends}%`;

export function PriorityScale({ states, cpu: { mask, running } }: Props): ReactNode {
  const limit = Math.min(mask, running);
  const why = running < mask ? `the CPU is at ${byteText(running)}` : `the mask is ${byteText(mask)}`;
  return (
    <div className="gic-scale" role="img" aria-label={`Priorities: below ${byteText(limit)} gets through, since ${why}. ${states.map(stateText).join("; ")}.`}>
      <span className="gic-scale-shut" style={{ left: share(limit) }} aria-hidden="true"><span>{why}</span></span>
      {[0, 0x40, 0x80, 0xc0].map((tick) => <span key={tick} className="gic-scale-tick" style={{ left: share(tick) }} aria-hidden="true">{byteText(tick)}</span>)}
      {[...states].sort((a, b) => a.intid - b.intid).map((state) => (
        <span key={state.intid} className={lookOf(state)} style={{ left: share(state.priority), top: `${1.5 + 1.25 * overlapping(state, states)}rem` }} aria-hidden="true">{state.intid}</span>
      ))}
    </div>
  );
}

/** How many others stand at the same place before it. */
const overlapping = ({ intid, priority }: SourceState, states: readonly SourceState[]): number =>
  states.filter((other) => other.priority === priority && other.intid < intid).length;

function lookOf({ isPending, isActive, isOn }: SourceState): string {
  return ["gic-mark", ...(isPending ? ["pending"] : []), ...(isActive ? ["active"] : []), ...(isOn ? [] : ["off"])].join(" ");
}

export function stateName({ isPending, isActive }: SourceState): string {
  if (isActive) return isPending ? "active and pending" : "active";
  return isPending ? "pending" : "inactive";
}

const stateText = (state: SourceState): string => `${sourceOf(state.intid).title} at ${byteText(state.priority)}, ${stateName(state)}`;
