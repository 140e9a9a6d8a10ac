/** `<VectorLanes program="uqadd" />`: 128 bits as lanes, and an instruction on them. The machine comes with the figure. */
import { lazy, Suspense, type ReactNode } from "react";
import "../machine/machine.css";
import "./vector-lanes.css";

export interface VectorLanesProps {
  /** The mnemonic of one of instructions.ts. */
  readonly program?: string;
  /** Bits of a lane. */
  readonly size?: 8 | 16 | 32 | 64;
}

const LanesFigure = lazy(async () => ({ default: (await import("./lanes-figure")).LanesFigure }));

export function VectorLanes({ program = "uqadd", size = 8 }: VectorLanesProps): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide vector-lanes" />}><LanesFigure start={program} startSize={size} /></Suspense>;
}
