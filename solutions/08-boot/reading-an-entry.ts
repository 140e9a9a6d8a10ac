import type { BootQuestions } from "../../src/course/exercises/08-boot/questions";

type Registers = Parameters<BootQuestions["planEntry"]>[0];

/** Where the Skua has physical address 0. */
const BASE = 0xfffff02940000000n;

const isSet = (word: bigint, bit: bigint): boolean => ((word >> bit) & 1n) === 1n;

export const planEntry: BootQuestions["planEntry"] = (registers) => {
  const read = (name: string): bigint => registers[name] ?? 0n;
  const refused = refusal(read);
  if (refused !== undefined) return { refused };

  const level = levelOf(read);
  const daif = read("DAIF");
  const open = (["D", "A", "I", "F"] as const).filter((_, i) => !isSet(daif, 9n - BigInt(i))).join("");
  const stack = read("SPSel") === 0n ? "SP_EL0" : `SP_EL${level}`;
  const tree = BASE + read("X0");
  if (level === 1) return { level, stack, open, sets: [], tree };
  const down = { spsr: 0xc0n | 5n, elr: read("PC") + 0x135c6cn };
  return { level, stack, open, sets: settings(registers), down, tree };
};

const levelOf = (read: (name: string) => bigint): number => Number((read("CurrentEL") >> 2n) & 3n);

function refusal(read: (name: string) => bigint): number | undefined {
  const level = levelOf(read);
  const [image, tree] = [read("PC"), read("X0")];
  const control = read(`SCTLR_EL${level}`);
  if ((read("X1") | read("X2") | read("X3")) !== 0n) return 109;
  if ((image - 0x3000n) % 0x10000n !== 0n) return 68;
  if (level !== 1 && level !== 2) return 60;
  if (tree === 0n || tree % 8n !== 0n) return 173;
  if (isSet(control, 25n)) return 45;
  return undefined;
}

function settings(registers: Registers): [string, bigint][] {
  const sets: [string, bigint][] = [];
  const set = (name: string, value: bigint): void => {
    if (registers[name] !== value) sets.push([name, value]);
  };
  const bits = (name: string, ones: bigint, zeros: bigint): void => { set(name, ((registers[name] ?? 0n) | ones) & ~zeros); };
  bits("HCR_EL2", 0x80000000n, 0x8000028n);
  set("CNTVOFF_EL2", 0x0n);
  bits("CNTHCTL_EL2", 0x3n, 0xcn);
  set("VMPIDR_EL2", registers["MPIDR_EL1"] ?? 0n);
  set("SCTLR_EL1", 0x30d00808n);
  return sets;
}
