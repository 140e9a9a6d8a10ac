// The solution to a variant, as a student of the house would write it.

import type { ControlField, ControlVariant, FieldKind, ForeignRegister, Permission } from "./variant";

export function controlSolution(variant: ControlVariant): string {
  const { processor, fields, registers, codes, places } = variant;
  const [control, ...others] = registers;
  const { name, number } = control!;
  const neverLine = variant.neverIs === "undefined" ? `  if (may === "never") return { syndrome: UNDEFINED, value: 0n };\n` : "";
  const rows = registers.map(rowCode).join();
  const gates = fields.filter(({ name: field }) => field !== "" && rows.includes(`${field}(c)`));
  return `import type { SystemQuestions } from "../../src/course/exercises/03-system-registers/questions";

/** A register of a ${processor}: how wide it is, what can be done with it, and what level 0 may. */
interface Row {
  readonly width: number;
  readonly access: "RO" | "WO" | "RW";
  readonly read: (control: bigint) => boolean | "never";
  readonly write: (control: bigint) => boolean | "never";
}

const never = (): "never" => "never";
${rows.includes("always") ? "const always = (): boolean => true;\n" : ""}const bit = (n: bigint) => (control: bigint): bigint => (control >> n) & 1n;
${gates.map((gate) => `const ${gate.name} = bit(${gate.low}n);`).join("\n")}

const ${name} = ${hex(number)};

const ROWS: Readonly<Record<number, Row>> = {
  [${name}]: ${rowCode(control!)},
${others.map((row) => `  ${hex(row.number)}: ${rowCode(row)},`).join("\n")}
};

/** Bits of ${name}, by what becomes of them. */
const WRITTEN = ${maskOf(fields, "written")};
const KEPT = ${maskOf(fields, "kept")};
const SET = ${maskOf(fields, "set")};
const CLEARED = ${maskOf(fields, "cleared")};
const ONES = ${maskOf(fields, "one")};

const UNDEFINED = ${hex(codes.undefined << places.code)};
const TRAPPED = ${hex(codes.trapped << places.code)};

export const foreignAccess: SystemQuestions["foreignAccess"] = ({ level, direction, number, value }, { held, control }) => {
  const row = ROWS[number];
  const cannot = direction === "read" ? "WO" : "RO";
  if (row === undefined || row.access === cannot) return { syndrome: UNDEFINED, value: 0n };
  const may = level === 1 || row[direction](control);
  if (${variant.neverIs === "trapped" ? "may !== true" : "may === false"}) {
    const syndrome = TRAPPED | ${shifted("number", places.number)} | ${shifted(`(direction === "read" ? 1 : 0)`, places.read)};
    return { syndrome, value: 0n };
  }
${neverLine}  if (direction === "read") return { syndrome: 0, value: held };
  return { syndrome: 0, value: number === ${name} ? controlBehind(held, value) : BigInt.asUintN(row.width, value) };
};

const controlBehind = (held: bigint, value: bigint): bigint =>
  (value & WRITTEN) | (held & KEPT) | ((held | value) & SET) | (held & ~value & CLEARED) | ONES;
`;
}

const hex = (value: bigint | number): string => `0x${value.toString(16)}`;

const shifted = (value: string, places: number): string => (places === 0 ? value : `(${value} << ${places})`);

const rowCode = ({ width, access, read, write }: ForeignRegister): string =>
  `{ width: ${width}, access: "${access}", read: ${permissionCode(read)}, write: ${permissionCode(write)} }`;

function permissionCode(permission: Permission): string {
  if (typeof permission === "string") return permission;
  const gates = permission.gates.map(({ field, open }) => `${field}(c) === ${open}n`);
  return `(c) => ${gates.join(permission.all ? " && " : " || ")}`;
}

const maskOf = (fields: readonly ControlField[], kind: FieldKind): string =>
  `${hex(fields.filter((field) => field.kind === kind).reduce((mask, { high, low }) => mask | (((1n << BigInt(high - low + 1)) - 1n) << BigInt(low)), 0n))}n`;
