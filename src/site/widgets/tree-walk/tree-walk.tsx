/** `<TreeWalk word="0x91000420" />`: how a word finds its row, question by question. Loads the decoder when it comes. */
import { lazy, Suspense, type ReactNode } from "react";
import "./tree-walk.css";

export interface TreeWalkProps {
  /** A word in hexadecimal, or an instruction. */
  readonly word: string;
  /** The anchor of the figure and its name in the page's address. */
  readonly id?: string;
}

const WalkFigure = lazy(async () => ({ default: (await import("./walk-figure")).WalkFigure }));

export function TreeWalk({ word, id = "walk" }: TreeWalkProps): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide tree-walk" />}><WalkFigure id={id} start={word} /></Suspense>;
}
