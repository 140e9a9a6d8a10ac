/**
 * `<CpuStepper program="sum" />`: a program that runs in the page, forwards and backwards; the program, the
 * registers and the memory can be changed. The machine and the editor come with the figure.
 */
import { lazy, Suspense, type ReactNode } from "react";
import "../machine/machine.css";
import "./cpu-stepper.css";

export interface CpuStepperProps {
  /** One of machine/programs.ts. */
  readonly program?: string;
}

const StepperFigure = lazy(async () => ({ default: (await import("./stepper-figure")).StepperFigure }));

export function CpuStepper({ program = "sum" }: CpuStepperProps): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide cpu-stepper" />}><StepperFigure start={program} /></Suspense>;
}
