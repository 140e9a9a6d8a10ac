/**
 * A sidenote: in the margin on a wide screen, under its line on a narrow one. Made of spans, because it
 * stands inside paragraphs.
 */
import type { ReactNode } from "react";

export function Aside({ children }: { readonly children?: ReactNode }): ReactNode {
  return (
    <>
      <span className="aside-mark aside-call" aria-hidden="true" />
      <span className="aside" role="note">
        <span className="aside-mark aside-number" aria-hidden="true" />
        {children}
      </span>
    </>
  );
}
