/** Something to open after having thought: `<Details summary="After you have thought about it">`. */
import type { ReactNode } from "react";

interface Props {
  readonly summary: string;
  readonly children?: ReactNode;
}

export function Details({ summary, children }: Props): ReactNode {
  return (
    <details className="details">
      <summary>{summary}</summary>
      <div className="details-body">{children}</div>
    </details>
  );
}
