// A case: a state of the machine and instructions to execute in it, and the record of it that the harness reads.
//
// A record is doublewords:
//
//   0 SIZE in bytes   1 NUMBER   2 FLAGS   3 BASE   4 OFFSET   5 CODE_COUNT   6 POKE_COUNT   7 PEEK_COUNT
//   8 the state (settings.ts), then TRANSLATION_SETTINGS, then SETTINGS; RECORD_SIZE bytes so far
//   code, two words a doubleword; pokes: address, value; peeks: address, count

import { bug } from "../../../src/base/bug";
import type { SystemRegisterName } from "../../../src/machine/decoder/tables/system-registers";
import { CODE, DATA, KERNEL_DATA, SAFE_TABLE, TABLES, TABLES_SIZE, VECTORS } from "./place";
import {
  ELR, ESR, FAR, PAR, SAFE_MAIR, SAFE_SCTLR, SAFE_TCR, SCTLR_M, SETTINGS, SP_EL0, SP_EL1, SPSR, STATE_SIZE, TRANSLATION_SETTINGS,
} from "./settings";

export type Setting = SystemRegisterName;

export interface Case {
  /** One line: what is tried. */
  readonly title: string;
  /** At CODE. Ends with an exception, whatever happens. */
  readonly words: readonly number[];
  /** Where the harness's half of the addresses begins: 0 or HIGH. Without the MMU: 0. */
  readonly base?: bigint;
  /** X0 to X30 by number, and SP_EL0, SP_EL1, ELR, SPSR by theirs (settings.ts). */
  readonly state?: Readonly<Record<number, bigint>>;
  readonly settings?: Readonly<Partial<Record<Setting, bigint>>>;
  /** Doublewords in RAM before: inside TABLES, CODE or DATA. */
  readonly pokes?: readonly (readonly [address: number, value: bigint])[];
  /** The one of them that is a block's descriptor at a level that has no blocks (errata.ts). */
  readonly misplacedBlock?: number;
  /** What to report of RAM behind it. */
  readonly peeks?: readonly (readonly [address: number, dwords: number])[];
  /** An interrupt is pending when the case begins. */
  readonly interrupt?: "IRQ" | "FIQ";
}

/** A translation to address 0. */
const PAR_RES1 = 1n << 11n;

export const EL1H = 0x3c5n;
export const EL1T = 0x3c4n;
export const EL0T = 0x3c0n;

const HEAD = ["SIZE", "NUMBER", "FLAGS", "BASE", "OFFSET", "CODE_COUNT", "POKE_COUNT", "PEEK_COUNT"] as const;
const STATE_AT = HEAD.length;
const ALL_SETTINGS: readonly Setting[] = [...TRANSLATION_SETTINGS, ...SETTINGS];
const SETTINGS_AT = STATE_AT + STATE_SIZE;
const RECORD_DWORDS = SETTINGS_AT + ALL_SETTINGS.length;

/** What harness.s knows of a record: "SIZE_AT", "X_AT", "TCR_EL1_AT", ... in bytes. */
export function recordSymbols(): Record<string, number> {
  const named = (names: readonly string[], at: number): [string, number][] => names.map((name, i) => [`${name}_AT`, 8 * (at + i)]);
  return Object.fromEntries([
    ...named(HEAD, 0),
    ...named(["X"], STATE_AT),
    ...named(["SP_EL0", "SP_EL1", "VECTOR", "ESR", "FAR", "ELR", "SPSR", "PAR", "PSTATE", "ISR"], STATE_AT + SP_EL0),
    ...named(ALL_SETTINGS, SETTINGS_AT),
    ["RECORD_SIZE", 8 * RECORD_DWORDS], ["STATE_SIZE", STATE_SIZE],
  ]);
}

/** The state that the case begins with. What the handler finds there and the case did not set is not reported. */
export function stateOf(one: Case): BigUint64Array {
  const state = new BigUint64Array(STATE_SIZE);
  for (let n = 0; n <= 30; n++) state[n] = 0x0101_0101_0101_0101n * BigInt(n);
  const data = isMapped(one) ? BigInt.asUintN(64, (one.base ?? 0n) + KERNEL_DATA) : 0n;
  state[SP_EL0] = data + BigInt(DATA + 0x800);
  state[SP_EL1] = data + BigInt(DATA + 0x1800);
  state[ESR] = 0x0bad_0badn;
  state[FAR] = 0xfa_fa_fa_fa_fa_fa_fa_fan;
  state[PAR] = PAR_RES1;
  state[ELR] = BigInt.asUintN(64, (one.base ?? 0n) + BigInt(CODE));
  state[SPSR] = EL1H;
  for (const [index, value] of Object.entries(one.state ?? {})) state[Number(index)] = value;
  return state;
}

/** Whether the MMU is on. */
export const isMapped = ({ settings }: Case): boolean => ((settings?.SCTLR_EL1 ?? 0n) & SCTLR_M) !== 0n;

function defaultOf(name: Setting, base: bigint): bigint {
  switch (name) {
    case "SCTLR_EL1": return SAFE_SCTLR;
    case "TCR_EL1": return SAFE_TCR;
    case "TTBR0_EL1": case "TTBR1_EL1": return BigInt(SAFE_TABLE);
    case "MAIR_EL1": return SAFE_MAIR;
    case "VBAR_EL1": return BigInt.asUintN(64, base + BigInt(VECTORS));
    case "CPACR_EL1": return 0x30_0000n;
    default: return 0n;
  }
}

export function settingOf(one: Case, name: Setting): bigint {
  return one.settings?.[name] ?? defaultOf(name, one.base ?? 0n);
}

export function recordOf(one: Case, number: number): Uint8Array {
  const base = one.base ?? 0n;
  const offset = isMapped(one) ? BigInt.asUintN(64, base + KERNEL_DATA) : 0n;
  const pokes = one.pokes ?? [];
  const peeks = one.peeks ?? [];
  check(one, pokes);
  const codeDwords = Math.ceil(one.words.length / 2);
  const dwords = RECORD_DWORDS + codeDwords + 2 * pokes.length + 2 * peeks.length;
  const flags = one.interrupt === undefined ? 0n : one.interrupt === "FIQ" ? 3n : 1n;
  const words = [...one.words, 0].slice(0, 2 * codeDwords);
  const code = Array.from({ length: codeDwords }, (_, i) => BigInt(words[2 * i]!) | (BigInt(words[2 * i + 1]!) << 32n));
  const pairs = [...pokes, ...peeks].flatMap(([address, value]) => [BigInt(address), BigInt(value)]);
  const record = BigUint64Array.from([
    8 * dwords, number, flags, base, offset, codeDwords, pokes.length, peeks.length,
    ...stateOf(one), ...ALL_SETTINGS.map((name) => settingOf(one, name)), ...code, ...pairs,
  ].map(BigInt));
  return new Uint8Array(record.buffer);
}

/** A case is not to write over the harness, nor leave a page table behind. */
function check({ title, words }: Case, pokes: readonly (readonly [number, bigint])[]): void {
  if (words.length > 1024) bug(`${title}: ${words.length} words of code`);
  for (const [address] of pokes) {
    const inTables = address >= TABLES && address < TABLES + TABLES_SIZE;
    const inData = address >= CODE && address < DATA + 0x1_0000;
    if (address % 8 !== 0 || !(inTables || inData)) bug(`${title}: a poke at 0x${address.toString(16)}`);
  }
}

/** What is put at CASES: records, and a SIZE of zero behind them. The first one's number is `first`. */
export function casesFile(cases: readonly Case[], first = 0): Uint8Array {
  return Buffer.concat([...cases.map((one, i) => recordOf(one, first + i)), new Uint8Array(16)]);
}
