/**
 * `<PageWalk va="0x12_3456_7890" preset="linux" />`: an address on its way through translation tables, which can
 * be changed. The presets are those of address-spaces.ts. The MMU comes with the figure.
 */
import { lazy, Suspense, type ReactNode } from "react";
import "../machine/machine.css";
import "./page-walk.css";

export interface PageWalkProps {
  /** A virtual address, in hexadecimal. */
  readonly va: string;
  readonly preset?: string;
  /** The anchor of the figure and its name in the page's address. */
  readonly id?: string;
}

const PageWalkFigure = lazy(async () => ({ default: (await import("./page-walk-figure")).PageWalkFigure }));

export function PageWalk({ va, preset = "linux", id = "page-walk" }: PageWalkProps): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide page-walk" />}><PageWalkFigure id={id} start={va} startsIn={preset} /></Suspense>;
}
