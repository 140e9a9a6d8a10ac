/** `<CompilerDrawing of="rooms" />`: one of the chapter's still pictures. */
import type { ReactNode } from "react";
import { bug } from "../../../base/bug";
import { Drawn } from "./drawn";
import { DRAWINGS } from "./drawings";
import "./compiler-drawings.css";

export function CompilerDrawing({ of }: { readonly of: string }): ReactNode {
  const drawing = DRAWINGS[of] ?? bug(`there is no drawing "${of}"`);
  return (
    <figure className="figure compiler-drawing">
      <figcaption className="figure-try">{drawing.tells}</figcaption>
      <Drawn drawing={drawing} />
    </figure>
  );
}
