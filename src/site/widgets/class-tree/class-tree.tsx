/** `<ClassTree />`: a family of classes, numbered in two orders, and what `instanceof` has to compare. */
import { lazy, Suspense, type ReactNode } from "react";
import "./class-tree.css";

const ClassFigure = lazy(async () => ({ default: (await import("./class-figure")).ClassFigure }));

export function ClassTree(): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide class-tree" />}><ClassFigure /></Suspense>;
}
