import type { Operations, Width } from "../operations";

/** NZCV of a result that was not added: N and Z are its, C and V are clear. */
export function flagsOfLogical<V>(m: Operations<V>, width: Width, result: V): V {
  const n = m.bits(result, width - 1, width - 1);
  const z = m.compare("EQ", width, result, m.constant(0));
  return m.join(m.join(n, z, 1), m.constant(0), 2);
}

/** One of NZCV: N is bit 3. */
export const flag = <V>(m: Operations<V>, bit: number): V => m.bits(m.readNzcv(), bit, bit);
