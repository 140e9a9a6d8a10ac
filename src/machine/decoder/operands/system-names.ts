// Names of numbers that are too many for a choice: system registers, and the operations of SYS.
//
//   <o0:op1:CRn:CRm:op2 sysreg read>            what MRS reads (write: what MSR writes);
//                                               S3_0_C15_C2_0 where it has no name
//   <op1:CRn:CRm:op2 operation DC>              an operation of DC, which takes Xt
//   <op1:CRn:CRm:op2:Rt operation TLBI alone>   one that takes none: Rt is 31 in the source, and
//                                               not looked at in a word

import { bug } from "../../../base/bug";
import type { Scanner } from "../scanner";
import {
  SYSTEM_OPERATIONS, type SystemAlias, type SystemOperation,
} from "../tables/system-operations";
import { SYSTEM_REGISTER_SYNONYMS, SYSTEM_REGISTERS } from "../tables/system-registers";
import type { Kind } from "./context";

interface Names {
  readonly byNumber: ReadonlyMap<number, string>;
  /** By the name in lower case. */
  readonly byName: ReadonlyMap<string, number>;
}

const GENERIC = /^s([23])_([0-7])_c([0-9]|1[0-5])_c([0-9]|1[0-5])_([0-7])$/;

export const sysreg: Kind = (slice, [direction]) => {
  if (direction !== "read" && direction !== "write") bug(`sysreg ${direction}?`);
  const names = direction === "read" ? readable : writable;
  const participle = direction === "read" ? "read" : "written";
  const numberOf = (name: string): number | undefined =>
    names().byName.get(name) ?? genericNumber(name);
  return {
    mask: slice.mask,
    print: (word) => names().byNumber.get(slice.get(word)) ?? genericName(slice.get(word)),
    parse(text) {
      const known = `a system register that can be ${participle}`;
      const number = readName(text, numberOf, "a system register", known);
      return number === undefined ? undefined : slice.put(number);
    },
  };
};

export const operation: Kind = (slice, [alias = "", lone]) => {
  const known = aliases().find((name) => name === alias) ?? bug(`SYS has no alias ${alias}`);
  const names = once(() => operationsOf(known, lone === undefined ? "Xt" : "-"));
  const below = lone === undefined ? 0 : 5; // The bits of Rt below the operation's number.
  return {
    mask: slice.mask,
    print: (word) => names().byNumber.get(slice.get(word) >>> below),
    parse(text) {
      const number = readName(text, (name) => names().byName.get(name), `an operation of ${alias}`);
      return number === undefined ? undefined : slice.put((number << below) | (2 ** below - 1));
    },
  };
};

/** The number of the name that stands here; `wanted` is any name, `known` one that has a number. */
function readName(
  text: Scanner, numberOf: (name: string) => number | undefined, wanted: string, known = wanted,
): number | undefined {
  text.skipSpace();
  const start = text.position;
  const name = text.match(/[a-z]\w*/iy, wanted)?.toLowerCase();
  if (name === undefined) return undefined;
  return numberOf(name) ?? text.refuse(start, known);
}

const aliases = (): SystemAlias[] => Object.keys(SYSTEM_OPERATIONS) as SystemAlias[];

/** Whether SYS with these numbers is an operation that has no use for Xt. */
export function takesNoArgument(op1: number, CRn: number, CRm: number, op2: number): boolean {
  return alone().has(operationNumber(op1, CRn, CRm, op2));
}

const alone = once(() => new Set(aliases()
  .flatMap((alias) => [...operationsOf(alias, "-").byNumber.keys()])));

function genericName(number: number): string {
  const [op0, op1] = [2 + (number >> 14), (number >> 11) & 7];
  const [CRn, CRm, op2] = [(number >> 7) & 15, (number >> 3) & 15, number & 7];
  return `S${op0}_${op1}_C${CRn}_C${CRm}_${op2}`;
}

function genericNumber(name: string): number | undefined {
  const found = GENERIC.exec(name);
  if (found === null) return undefined;
  const [op0 = 0, op1 = 0, CRn = 0, CRm = 0, op2 = 0] = found.slice(1).map(Number);
  return registerNumber(op0, op1, CRn, CRm, op2);
}

/** o0:op1:CRn:CRm:op2; o0 is the low bit of op0, which is 2 or 3. */
const registerNumber = (op0: number, op1: number, CRn: number, CRm: number, op2: number): number =>
  ((op0 - 2) << 14) | operationNumber(op1, CRn, CRm, op2);

const operationNumber = (op1: number, CRn: number, CRm: number, op2: number): number =>
  (op1 << 11) | (CRn << 7) | (CRm << 3) | op2;

const readable = once(() => registers("WO"));
const writable = once(() => registers("RO"));

function registers(except: "RO" | "WO"): Names {
  const rows = SYSTEM_REGISTERS.filter((row) => row[5] !== except);
  const { byNumber, byName } = namesOf(rows.map(([op0, op1, CRn, CRm, op2, , name]) =>
    [registerNumber(op0, op1, CRn, CRm, op2), name]));
  const synonyms = Object.entries(SYSTEM_REGISTER_SYNONYMS).map(([synonym, name]) => {
    const number = byName.get(name.toLowerCase()) ?? bug(`no register ${name}`);
    return [synonym.toLowerCase(), number] as const;
  });
  return { byNumber, byName: new Map([...byName, ...synonyms]) };
}

/** FEAT_XS gives each TLBI a variant that does not wait for accesses with the XS attribute. */
const TLBI_NXS_CRN = 9;

function operationsOf(alias: SystemAlias, argument: "Xt" | "-"): Names {
  const all: readonly SystemOperation[] = SYSTEM_OPERATIONS[alias];
  const rows = all.filter((row) => row[4] === argument);
  return namesOf(rows.flatMap(([op1, CRn, CRm, op2, , name]) => {
    const lower = name.toLowerCase();
    const plain = [operationNumber(op1, CRn, CRm, op2), lower] as const;
    if (alias !== "TLBI") return [plain];
    const nxs = [operationNumber(op1, TLBI_NXS_CRN, CRm, op2), `${lower}nxs`] as const;
    return [plain, nxs];
  }));
}

function namesOf(rows: readonly (readonly [number: number, name: string])[]): Names {
  const byNumber = new Map(rows);
  const byName = new Map(rows.map(([number, name]) => [name.toLowerCase(), number]));
  if (byNumber.size !== rows.length || byName.size !== rows.length) {
    bug("two system registers or operations share a number or a name");
  }
  return { byNumber, byName };
}

/** `make()`, made when first asked for. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
