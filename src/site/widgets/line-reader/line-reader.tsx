/**
 * `<LineReader line="add x0, x1, #1, lsl #12" />`: a line of assembly and a template, read with a finger on
 * each. Loads the assembler when it comes.
 */
import { lazy, Suspense, type ReactNode } from "react";
import "./line-reader.css";

export interface LineReaderProps {
  /** One instruction, right or wrong. */
  readonly line: string;
}

const ReaderFigure = lazy(async () => ({ default: (await import("./reader-figure")).ReaderFigure }));

export function LineReader({ line }: LineReaderProps): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide line-reader" />}><ReaderFigure start={line} /></Suspense>;
}
