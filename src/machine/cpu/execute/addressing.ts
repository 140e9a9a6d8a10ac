// Where loads and stores access memory (Arm ARM, "Load/Store addressing modes"): at a base register
// and an offset, which may also become the base register's value, before the access or behind it.

import type { Operations } from "../operations";

/** [Xn, #8], [Xn, #8]! and [Xn], #8. */
export type Index = "offset" | "pre" | "post";

/** `bytes` from an address, backwards if negative. */
export function plus<V>(m: Operations<V>, address: V, bytes: number): V {
  if (bytes === 0) return address;
  return bytes > 0
    ? m.add(64, address, m.constant(bytes))
    : m.sub(64, address, m.constant(-bytes));
}

/** Where the access is. It is named if writeBack() uses it once more. */
export function addressOf<V>(m: Operations<V>, Rn: number, index: Index, offset: number): V {
  if (index === "offset") return plus(m, m.readBase(Rn), offset);
  return namedAddress(m, Rn, index === "pre" ? offset : 0);
}

/** The same for an instruction that makes several accesses. */
export const namedAddress = <V>(m: Operations<V>, Rn: number, offset: number): V =>
  m.let("address", plus(m, m.readBase(Rn), offset));

/** The base's new value. It comes last: in ldr x1, [x1], #8 the address wins, as in QEMU. */
export function writeBack<V>(
  m: Operations<V>, Rn: number, index: Index, address: V, offset: number,
): void {
  if (index === "offset") return;
  m.writeXOrSp(Rn, 64, index === "pre" ? address : plus(m, address, offset));
}
