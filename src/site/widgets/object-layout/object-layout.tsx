/** `<ObjectLayout show="array" />`: objects in memory, word by word. */
import { lazy, Suspense, type ReactNode } from "react";
import "./object-layout.css";
import type { ObjectKind } from "./object-scenes";

const ObjectFigure = lazy(async () => ({ default: (await import("./object-figure")).ObjectFigure }));

export function ObjectLayout({ show }: { readonly show: ObjectKind }): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide object-layout" />}><ObjectFigure start={show} /></Suspense>;
}
