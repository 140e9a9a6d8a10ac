/** `<HeapPicture />`: a small heap, and the kernel's collector at work on it, step by step. The collector comes with the figure. */
import { lazy, Suspense, type ReactNode } from "react";
import "../machine/machine.css";
import "./heap-picture.css";

const HeapFigure = lazy(async () => ({ default: (await import("./heap-figure")).HeapFigure }));

export function HeapPicture(): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide heap-picture" />}><HeapFigure /></Suspense>;
}
