/** A line of assembly in its colours. */
import type { ReactNode } from "react";
import { tokensOf } from "./assembly-tokens";

export function AssemblyText({ text }: { readonly text: string }): ReactNode {
  return tokensOf(text).map(({ text: piece, role }, i) => (role === undefined ? piece : <span key={i} className={tokenLook(role)}>{piece}</span>));
}

export const tokenLook = (role: string): string => (role === "comment" || role === "label" ? `asm-${role}` : `asm role-${role}`);
