/** `<FileStrip />`: the file that chapter 1 reads, drawn byte by byte. Loads the decoder when it comes, for its words. */
import { lazy, Suspense, type ReactNode } from "react";
import "./file-strip.css";

const StripFigure = lazy(async () => ({ default: (await import("./strip-figure")).StripFigure }));

export function FileStrip(): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide file-strip" />}><StripFigure /></Suspense>;
}
