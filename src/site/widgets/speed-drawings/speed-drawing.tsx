/** `<SpeedDrawing of="nest" />`: one of the still pictures of chapter 11. */
import type { ReactNode } from "react";
import { bug } from "../../../base/bug";
import { Drawn } from "../compiler-drawings/drawn";
import { DRAWINGS } from "./drawings";
import "../compiler-drawings/compiler-drawings.css";

export function SpeedDrawing({ of }: { readonly of: string }): ReactNode {
  const drawing = DRAWINGS[of] ?? bug(`there is no drawing "${of}"`);
  return (
    <figure className="figure speed-drawing">
      <figcaption className="figure-try">{drawing.tells}</figcaption>
      <Drawn drawing={drawing} />
    </figure>
  );
}
