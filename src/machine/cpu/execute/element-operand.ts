// By element: the second operand of every step is one element of Vm. The bits H, L and M are its
// index, as many of them as it takes to count the elements; where they leave M, that is the top bit
// of Rm.

import type { Operations, Size } from "../operations";
import type { Lanes } from "./shape";

export interface ElementOperand {
  readonly H: number;
  readonly L: number;
  readonly M: number;
  readonly Rm: number;
}

export interface ByElement extends ElementOperand {
  readonly Rn: number;
  readonly Rd: number;
}

/** Vm.T[index], of 16, 32 or 64 bits. */
export function elementOperand<V>(
  m: Operations<V>, size: Size, { H, L, M, Rm }: ElementOperand,
): V {
  if (size === 16) return m.element(16, m.readV(Rm, 128), (H << 2) | (L << 1) | M);
  const index = size === 32 ? (H << 1) | L : H;
  return m.element(size, m.readV((M << 4) | Rm, 128), index);
}

/** Vd = f of each element of Vn, and that of Vm. */
export function eachByElement<V, S extends Size>(
  m: Operations<V>, { size, count, bits }: Lanes<S>, operands: ByElement,
  f: (m: Operations<V>, size: S, x: V, y: V) => V,
): void {
  const { Rn, Rd } = operands;
  const y = elementOperand(m, size, operands);
  m.writeV(Rd, bits, count === 1
    ? f(m, size, m.readV(Rn, size), y)
    : m.map(size, count, (x, each) => f(m, size, x, each),
      m.readV(Rn, bits), m.duplicate(size, count, y)));
}

/** Vd = f of each of its own elements, the one beside it in Vn, and that of Vm. */
export function accumulateByElement<V, S extends Size>(
  m: Operations<V>, { size, count, bits }: Lanes<S>, operands: ByElement,
  f: (m: Operations<V>, size: S, d: V, x: V, y: V) => V,
): void {
  const { Rn, Rd } = operands;
  const y = elementOperand(m, size, operands);
  m.writeV(Rd, bits, count === 1
    ? f(m, size, m.readV(Rd, size), m.readV(Rn, size), y)
    : m.map(size, count, (d, x, each) => f(m, size, d, x, each),
      m.readV(Rd, bits), m.readV(Rn, bits), m.duplicate(size, count, y)));
}
