/**
 * A field named in the text: `<F of="imm12">the immediate</F>`, or `<F>imm12</F>`. It wears its role's colour,
 * and pointing at it lights its boxes in the nearest figure that has such a field.
 */
import type { MouseEvent, FocusEvent, ReactNode } from "react";
import { bug } from "../../base/bug";
import { lightField } from "../widgets/word/lit-field";
import { roleOfField, type Role } from "../widgets/word/role";

interface Props {
  readonly of?: string;
  readonly role?: Role;
  readonly children: ReactNode;
}

export function FieldName({ of, role, children }: Props): ReactNode {
  const name = of ?? (typeof children === "string" ? children : bug("<F> around more than a name needs of="));
  const light = (event: MouseEvent<HTMLElement> | FocusEvent<HTMLElement>): void => lightField(event.currentTarget, name);
  const dim = (event: MouseEvent<HTMLElement> | FocusEvent<HTMLElement>): void => lightField(event.currentTarget, undefined);
  return (
    <span className={`field-name role-${role ?? roleOfField(name)}`} onMouseEnter={light} onMouseLeave={dim}>{children}</span>
  );
}
