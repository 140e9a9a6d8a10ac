/** A remark that must not be missed, set off from the text: `<Note title="What this does not cover">`. */
import type { ReactNode } from "react";

interface Props {
  readonly title?: string;
  readonly children?: ReactNode;
}

export function Note({ title, children }: Props): ReactNode {
  return (
    <div className="note" role="note">
      {title && <p className="note-title">{title}</p>}
      {children}
    </div>
  );
}
