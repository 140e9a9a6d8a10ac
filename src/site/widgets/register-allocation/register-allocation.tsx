/** `<RegisterAllocation program="sum" />`: linear scan, step by step, over a function of the chapter's, with as many registers as the reader gives it. */
import { lazy, Suspense, type ReactNode } from "react";
import "../machine/machine.css";
import "./register-allocation.css";

export interface RegisterAllocationProps {
  /** One of sample-functions.ts. */
  readonly program?: string;
}

const AllocationFigure = lazy(async () => ({ default: (await import("./allocation-figure")).AllocationFigure }));

export function RegisterAllocation({ program = "sum" }: RegisterAllocationProps): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide register-allocation" />}><AllocationFigure start={program} /></Suspense>;
}
