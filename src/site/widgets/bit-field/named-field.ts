/** A field as a page writes it: bits hi to lo, both ends included. */
import type { Role } from "../word/role";

export interface NamedField {
  readonly name: string;
  readonly hi: number;
  readonly lo: number;
  /** Its colour; that of an opcode if absent. */
  readonly role?: Role;
  /** What to write under the name instead of the value. */
  readonly note?: string;
}
