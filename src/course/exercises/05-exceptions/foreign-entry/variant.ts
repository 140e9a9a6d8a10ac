// The exceptions of a processor that was never built: A64's, with every choice that its designers made open again.

import type { Draw } from "../../draw";

/** What becomes of a field of the status register when an exception is taken. */
export type AtEntry = "level" | "set by some" | "kept" | "zero" | "one";

// Types, not interfaces: only a type is Plain.
export type StatusField = {
  readonly name: string;
  readonly high: number;
  readonly low: number;
  readonly atEntry: AtEntry;
  /** Where a return takes it from: what was saved, or what it is. */
  readonly atReturn: "saved" | "kept";
};

export type ForeignException = {
  readonly number: number;
  readonly name: string;
  readonly kind: "call" | "fault" | "interrupt";
  /** The lowest level that it is taken to. */
  readonly level: number;
  /** The field that keeps it waiting; empty: nothing does. */
  readonly mask: string;
  /** Masks that it sets. */
  readonly sets: readonly string[];
};

export type EntryVariant = {
  readonly processor: string;
  /** Bytes of an instruction. */
  readonly step: 2 | 4;
  readonly levels: 3 | 4;
  /** The first is the level; the last, if a return may be half, is what says so. */
  readonly fields: readonly StatusField[];
  /** The last is that of an illegal return. */
  readonly exceptions: readonly ForeignException[];
  /** Whether a mask counts where the exception would go to a higher level. */
  readonly maskedFromBelow: boolean;
  readonly base: number;
  readonly spacing: number;
  readonly groupBytes: number;
  /** What chooses the group: the level that it comes from, or whether that is the one that it is taken to. */
  readonly groups: "from" | "lower first" | "same first";
  readonly cause: { readonly number: number; readonly from: number };
  /** What becomes of an illegal return. */
  readonly illegal: "trap" | "half";
};

export const STATUS_BITS = 24;
export const NUMBERS = 16;

const PROCESSORS = ["Heron", "Egret", "Curlew", "Avocet", "Spoonbill", "Bittern", "Stilt", "Plover"] as const;
const FAULTS = ["no page", "bad word", "odd address", "divide", "too deep"] as const;
const CALLS = ["call", "ask", "plead"] as const;
const INTERRUPTS = ["clock", "wire", "alarm", "disk", "bell", "lamp"] as const;
const MASKS = ["K", "L", "M", "P", "Q", "R", "T", "V"] as const;

export function drawEntryVariant(draw: Draw): EntryVariant {
  const levels = draw.pick([3, 4] as const);
  const illegal = draw.pick(["trap", "half"] as const);
  const masks = draw.shuffle(MASKS).slice(0, 3);
  const spacing = draw.pick([8, 16, 24, 32, 40, 48, 64, 96, 128]);
  const groupBytes = spacing * draw.pick([16, 20, 32]);
  return {
    processor: draw.pick(PROCESSORS),
    step: draw.pick([2, 4] as const),
    levels,
    fields: drawFields(draw, masks, illegal),
    exceptions: drawExceptions(draw, masks, levels),
    maskedFromBelow: draw.bits(1) === 1,
    base: draw.between(0x100, 0xeffff) * 0x1000,
    spacing, groupBytes,
    groups: draw.pick(["from", "lower first", "same first"] as const),
    cause: draw.bits(1) === 0 ? { number: draw.below(5), from: draw.between(9, 14) } : { from: draw.below(5), number: draw.between(7, 12) },
    illegal,
  };
}

function drawFields(draw: Draw, masks: readonly string[], illegal: "trap" | "half"): StatusField[] {
  const [cond, stack] = draw.shuffle(["saved", "kept"] as const) as ["saved", "kept"] | ["kept", "saved"];
  const fields: readonly (Pick<StatusField, "name" | "atEntry" | "atReturn"> & { readonly bits: number })[] = [
    { name: "LEVEL", bits: 2, atEntry: "level", atReturn: "saved" },
    ...masks.map((name) => ({ name, bits: 1, atEntry: "set by some" as const, atReturn: "saved" as const })),
    { name: "COND", bits: draw.between(3, 5), atEntry: draw.pick(["kept", "zero"] as const), atReturn: cond },
    { name: "TRACE", bits: 1, atEntry: "zero", atReturn: "saved" },
    { name: "STACK", bits: draw.between(1, 2), atEntry: draw.pick(["one", "zero"] as const), atReturn: stack },
    ...(illegal === "half" ? [{ name: "WRONG", bits: 1, atEntry: "zero" as const, atReturn: "saved" as const }] : []),
  ];
  const lows = drawLows(draw, fields.map(({ bits }) => bits));
  return fields.map(({ bits, ...field }, i) => ({ ...field, low: lows[i]!, high: lows[i]! + bits - 1 }));
}

/** Where fields of so many bits begin: in any order, with gaps. */
function drawLows(draw: Draw, bits: readonly number[]): number[] {
  let free = STATUS_BITS - bits.reduce((sum, each) => sum + each, 0);
  let low = 0;
  const lows: number[] = [];
  for (const i of draw.shuffle(bits.map((_, index) => index))) {
    const gap = draw.below(Math.min(free, 3) + 1);
    free -= gap;
    lows[i] = low + gap;
    low += gap + bits[i]!;
  }
  return lows;
}

function drawExceptions(draw: Draw, masks: readonly string[], levels: number): ForeignException[] {
  const numbers = draw.shuffle(Array.from({ length: NUMBERS }, (_, i) => i));
  const level = (): number => draw.between(1, levels - 1);
  const some = (): string[] => masks.filter(() => draw.bits(1) === 1);
  const rows: Omit<ForeignException, "number">[] = [
    { name: draw.pick(CALLS), kind: "call", level: 1, mask: "", sets: some() },
    ...draw.shuffle(FAULTS).slice(0, 2).map((name) => ({ name, kind: "fault" as const, level: level(), mask: "", sets: some() })),
    ...draw.shuffle(INTERRUPTS).slice(0, 3).map((name, i) => ({
      name, kind: "interrupt" as const, level: level(), mask: masks[i]!, sets: masks.filter((mask) => mask === masks[i] || draw.bits(1) === 1),
    })),
  ];
  const illegal = { name: "wrong return", kind: "fault" as const, level: level(), mask: "", sets: some() };
  return [...draw.shuffle(rows), illegal].map((row, i) => ({ ...row, number: numbers[i]! }));
}
