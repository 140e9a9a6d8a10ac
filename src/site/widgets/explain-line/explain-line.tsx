/** `<ExplainLine text="ldp x29, x30, [sp], #16" />`: any instruction, or any word, and what it does. */
import { lazy, Suspense, type ReactNode } from "react";
import "../bit-field/bit-field.css";
import "../machine/explanation.css";
import "./explain-line.css";

export interface ExplainLineProps {
  /** An instruction, or a word of eight hexadecimal digits. */
  readonly text: string;
}

const ExplainFigure = lazy(async () => ({ default: (await import("./explain-figure")).ExplainFigure }));

export function ExplainLine({ text }: ExplainLineProps): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide explain-line" />}><ExplainFigure start={text} /></Suspense>;
}
