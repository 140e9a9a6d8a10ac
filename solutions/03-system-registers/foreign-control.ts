import type { SystemQuestions } from "../../src/course/exercises/03-system-registers/questions";

/** A register of a Genet: how wide it is, what can be done with it, and what level 0 may. */
interface Row {
  readonly width: number;
  readonly access: "RO" | "WO" | "RW";
  readonly read: (control: bigint) => boolean | "never";
  readonly write: (control: bigint) => boolean | "never";
}

const never = (): "never" => "never";
const bit = (n: bigint) => (control: bigint): bigint => (control >> n) & 1n;
const BO = bit(20n);
const NA = bit(16n);
const SU = bit(12n);
const ZO = bit(9n);

const PERM = 0x1fa;

const ROWS: Readonly<Record<number, Row>> = {
  [PERM]: { width: 32, access: "RW", read: (c) => ZO(c) === 0n || NA(c) === 0n, write: never },
  0x2e6: { width: 16, access: "RW", read: (c) => SU(c) === 0n || BO(c) === 0n, write: (c) => ZO(c) === 1n || SU(c) === 0n },
  0x2ed: { width: 32, access: "RW", read: (c) => BO(c) === 0n, write: (c) => SU(c) === 0n },
  0x114: { width: 48, access: "RO", read: (c) => BO(c) === 1n || NA(c) === 1n, write: never },
  0x2b2: { width: 48, access: "WO", read: never, write: (c) => SU(c) === 0n },
};

/** Bits of PERM, by what becomes of them. */
const WRITTEN = 0x6111200n;
const KEPT = 0x8n;
const SET = 0xe00000n;
const CLEARED = 0x30n;
const ONES = 0x40001n;

const UNDEFINED = 0x42000;
const TRAPPED = 0x5e000;

export const foreignAccess: SystemQuestions["foreignAccess"] = ({ level, direction, number, value }, { held, control }) => {
  const row = ROWS[number];
  const cannot = direction === "read" ? "WO" : "RO";
  if (row === undefined || row.access === cannot) return { syndrome: UNDEFINED, value: 0n };
  const may = level === 1 || row[direction](control);
  if (may === false) {
    const syndrome = TRAPPED | number | ((direction === "read" ? 1 : 0) << 12);
    return { syndrome, value: 0n };
  }
  if (may === "never") return { syndrome: UNDEFINED, value: 0n };
  if (direction === "read") return { syndrome: 0, value: held };
  return { syndrome: 0, value: number === PERM ? controlBehind(held, value) : BigInt.asUintN(row.width, value) };
};

const controlBehind = (held: bigint, value: bigint): bigint =>
  (value & WRITTEN) | (held & KEPT) | ((held | value) & SET) | (held & ~value & CLEARED) | ONES;
