// The registers of one CPU by name, as whoever looks from outside reads and writes them.

import { type CpuState, FPCR, FPSR, NZCV, PC, SP, TPIDR_EL0, TPIDRRO_EL0 } from "../layout";

export interface Register {
  /** As the assembler spells it: "x0", "sp", "v31", "nzcv". */
  readonly name: string;
  readonly bits: number;
  /** Unsigned. */
  readonly read: (state: CpuState) => bigint;
  /** Takes the low `bits` bits of the value. */
  readonly write: (state: CpuState, value: bigint) => void;
}

const general = (name: string, n: number): Register => ({
  name, bits: 64,
  read: ({ x }) => x[n]!,
  write: ({ x }, value) => { x[n] = value; },
});

const vector = (n: number): Register => ({
  name: `v${n}`, bits: 128,
  read: ({ v }) => v[2 * n]! | (v[2 * n + 1]! << 64n),
  write: ({ v }, value) => {
    v[2 * n] = value; // Modulo 2^64.
    v[2 * n + 1] = value >> 64n;
  },
});

const scalar = (name: string, index: number, bits: number): Register => ({
  name, bits,
  read: ({ scalars }) => scalars[index]!,
  write: ({ scalars }, value) => { scalars[index] = BigInt.asUintN(bits, value); },
});

const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

/** x0 to x30, sp, pc, nzcv, v0 to v31, fpcr, fpsr, and the thread pointers. */
export const REGISTERS: readonly Register[] = [
  ...numbers(31).map((n) => general(`x${n}`, n)),
  general("sp", SP),
  scalar("pc", PC, 64),
  scalar("nzcv", NZCV, 4),
  ...numbers(32).map(vector),
  scalar("fpcr", FPCR, 32),
  scalar("fpsr", FPSR, 32),
  scalar("tpidr_el0", TPIDR_EL0, 64),
  scalar("tpidrro_el0", TPIDRRO_EL0, 64),
];

const byName: ReadonlyMap<string, Register> = new Map(REGISTERS.map((each) => [each.name, each]));

const ALIASES: ReadonlyMap<string, string> = new Map([
  ["fp", "x29"], ["lr", "x30"], ["wsp", "sp"],
]);

/** The register that `name` means, in any case; w7 is x7, and q2, d2, s2, h2 and b2 are v2. */
export function registerNamed(name: string): Register | undefined {
  const plain = name.toLowerCase();
  const whole = plain.replace(/^w(?=\d)/, "x").replace(/^[qdshb](?=\d)/, "v");
  return byName.get(ALIASES.get(plain) ?? whole);
}
