// The registers of a processor that was never built: one that controls, and four that programs may touch if it lets them.

import type { Draw } from "../../draw";

/** What becomes of a bit of the control register that is written. */
export type FieldKind = "written" | "kept" | "set" | "cleared" | "one";

// Types, not interfaces: only a type is Plain.
export type ControlField = { readonly name: string; readonly high: number; readonly low: number; readonly kind: FieldKind };

/** Fields of the control register and what they must be: all of them, or one. */
export type Gates = { readonly gates: readonly { readonly field: string; readonly open: 0 | 1 }[]; readonly all: boolean };
export type Permission = "never" | "always" | Gates;

export type ForeignRegister = {
  readonly name: string;
  readonly number: number;
  readonly width: number;
  readonly access: "RO" | "WO" | "RW";
  readonly read: Permission;
  readonly write: Permission;
};

export type ControlVariant = {
  readonly processor: string;
  readonly fields: readonly ControlField[];
  /** The first is the control register. */
  readonly registers: readonly ForeignRegister[];
  /** What a program is told of a register that is never its own. */
  readonly neverIs: "undefined" | "trapped";
  readonly codes: { readonly undefined: number; readonly trapped: number };
  /** Where in a syndrome these begin. */
  readonly places: { readonly code: number; readonly number: number; readonly read: number };
};

export const CODE_BITS = 6;
export const NUMBER_BITS = 10;

const PROCESSORS = ["Caracal", "Civet", "Genet", "Marten", "Ocelot", "Polecat", "Serval", "Stoat"] as const;
const CONTROLS = ["CTRL", "GATE", "MODE", "PERM"] as const;
const REGISTERS = ["BEEP", "DIAL", "DOOR", "FANS", "LEDS", "LOAD", "SEED", "TAPE", "TEMP", "TICK"] as const;
const FIELDS = ["BO", "CI", "DU", "FE", "GA", "HY", "JO", "KE", "LU", "MI", "NA", "PY", "RE", "SU", "TE", "VA", "WI", "ZO"] as const;

/** The fields of a control register: so many bits, and what they are. The first four are gates. */
const SHAPES: readonly (readonly [bits: readonly number[], kind: FieldKind])[] = [
  [[1], "written"], [[1], "written"], [[1], "written"], [[1], "written"],
  [[2, 3, 4], "written"], [[1, 2], "kept"], [[2, 3], "set"], [[2, 3], "cleared"], [[1, 2], "one"], [[1], "one"],
];

export function drawControlVariant(draw: Draw): ControlVariant {
  const width = draw.pick([32, 36, 40, 44, 48]);
  const fields = drawFields(draw, width);
  const gates = fields.filter(({ kind, high, low }) => kind === "written" && high === low).map(({ name }) => name);
  const numbers = drawDifferent(draw, 5, () => draw.between(1, 2 ** NUMBER_BITS - 1));
  const names = draw.shuffle(REGISTERS).slice(0, 4);
  const accesses = draw.shuffle(["RO", "WO", "RW", "RW"] as const);
  const [undefinedCode = 1, trappedCode = 2] = drawDifferent(draw, 2, () => draw.between(1, 2 ** CODE_BITS - 1));
  return {
    processor: draw.pick(PROCESSORS),
    fields,
    registers: [
      { name: draw.pick(CONTROLS), number: numbers[0]!, width, access: "RW", read: drawGates(draw, gates), write: "never" },
      ...names.map((name, i): ForeignRegister => ({
        name, number: numbers[i + 1]!, width: draw.pick([16, 20, 24, 32, 48]), access: accesses[i]!, ...drawPermissions(draw, gates, accesses[i]!),
      })),
    ],
    neverIs: draw.pick(["undefined", "trapped"] as const),
    codes: { undefined: undefinedCode, trapped: trappedCode },
    places: drawPlaces(draw),
  };
}

/** Fields one above the other, with gaps, which are RES0. */
function drawFields(draw: Draw, width: number): ControlField[] {
  const names = draw.shuffle(FIELDS);
  const sized = draw.shuffle(SHAPES).map(([bits, kind]) => ({ kind, bits: draw.pick(bits) }));
  let free = width - sized.reduce((sum, { bits }) => sum + bits, 0);
  let low = 0;
  return sized.map(({ kind, bits }, i) => {
    const gap = Math.min(free, draw.below(4));
    free -= gap;
    low += gap;
    const field = { name: kind === "one" ? "" : names[i]!, high: low + bits - 1, low, kind };
    low += bits;
    return field;
  }).reverse();
}

/** At least one way in is behind a gate. */
function drawPermissions(draw: Draw, gates: readonly string[], access: "RO" | "WO" | "RW"): Pick<ForeignRegister, "read" | "write"> {
  const any = (): Permission => draw.pick(["never", "always", drawGates(draw, gates)]);
  const gated = drawGates(draw, gates);
  if (access === "RO") return { read: gated, write: "never" };
  if (access === "WO") return { read: "never", write: gated };
  return draw.bits(1) === 0 ? { read: gated, write: any() } : { read: any(), write: gated };
}

function drawGates(draw: Draw, gates: readonly string[]): Gates {
  const chosen = draw.shuffle(gates).slice(0, draw.pick([1, 2, 2]));
  return { gates: chosen.map((field) => ({ field, open: draw.pick([0, 1] as const) })), all: draw.bits(1) === 1 };
}

/** Three fields of a syndrome, in any order, with gaps. */
function drawPlaces(draw: Draw): ControlVariant["places"] {
  const places = { code: 0, number: 0, read: 0 };
  let low = 0;
  for (const [name, bits] of draw.shuffle([["code", CODE_BITS], ["number", NUMBER_BITS], ["read", 1]] as const)) {
    low += draw.below(3);
    places[name] = low;
    low += bits;
  }
  return places;
}

function drawDifferent(draw: Draw, count: number, one: () => number): number[] {
  const drawn = new Set<number>();
  while (drawn.size < count) drawn.add(one());
  return [...drawn];
}
