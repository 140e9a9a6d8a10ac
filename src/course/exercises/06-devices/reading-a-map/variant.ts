// The memory map of a board that was never built: everything that a bus decoder may be asked to do, on one page.

import type { Draw } from "../../draw";

// Types, not interfaces: only a type is Plain.
export type Region = {
  readonly name: string;
  readonly base: number;
  /** Of one copy. */
  readonly bytes: number;
  readonly copies: number;
  /** From the beginning of a copy to that of the next. */
  readonly apart: number;
  /** The device's own bytes, which fill a copy again and again; as many as a copy has, if they do not repeat. */
  readonly repeats: number;
  /** The sizes of accesses that it takes, aligned; none: it takes any access. */
  readonly widths: readonly number[];
};

export type MapVariant = {
  readonly board: string;
  /** Address lines of the bus: it does not see the bits above. */
  readonly lines: number;
  /** The last two regions lie on each other: which one is reached. */
  readonly wins: "upper" | "lower";
  /** In the order of the handout's table. */
  readonly regions: readonly Region[];
};

const BOARDS = ["Fulmar", "Gannet", "Petrel", "Skua", "Puffin", "Razorbill", "Kittiwake", "Cormorant"] as const;
const WIDTHS = [[4], [1], [1, 2, 4], [4, 8], [2, 4], [8]] as const;

type Shape = Omit<Region, "base">;

export function drawMapVariant(draw: Draw): MapVariant {
  const lines = draw.between(34, 37);
  const shapes = draw.shuffle(drawShapes(draw));
  const window = drawWindow(draw);
  const bases = drawBases(draw, lines, [...shapes, window]);
  const regions = [...shapes, window].map((shape, i): Region => ({ ...shape, base: bases[i]! }));
  const inner = drawInner(draw, regions.at(-1)!);
  const wins = draw.pick(["upper", "lower"] as const);
  return {
    board: draw.pick(BOARDS), lines, wins,
    regions: [...regions.slice(0, -1), ...(wins === "upper" ? [inner, regions.at(-1)!] : [regions.at(-1)!, inner])],
  };
}

function drawShapes(draw: Draw): Shape[] {
  const alone = (name: string, bytes: number, widths: readonly number[]): Shape => ({ name, bytes, copies: 1, apart: bytes, repeats: bytes, widths });
  const bank = draw.between(3, 15) * 0x100_0000;
  const slot = draw.pick([0x100, 0x200, 0x400, 0x180]);
  const timer = draw.pick([0x20, 0x40, 0x60]);
  const uart = draw.pick([0x10, 0x20, 0x40]);
  const sound = draw.pick([0x8, 0x20, 0x80]);
  return [
    alone("rom", draw.pick([0x1_0000, 0x4_0000, 0xc_0000]), []),
    { name: "ram", bytes: bank, copies: draw.between(2, 4), apart: bank, repeats: bank, widths: [] },
    { name: "timer", bytes: timer, copies: draw.between(3, 12), apart: draw.pick([0x80, 0x100, 0x1000]), repeats: timer, widths: draw.pick(WIDTHS) },
    { name: "slot", bytes: slot, copies: draw.between(5, 32), apart: slot, repeats: slot, widths: draw.pick(WIDTHS) },
    { name: "uart", bytes: 0x1000, copies: 1, apart: 0x1000, repeats: uart, widths: draw.pick(WIDTHS) },
    { name: "sound", bytes: 0x800, copies: draw.between(2, 4), apart: 0x1000, repeats: sound, widths: [] },
    alone("clock", draw.pick([0x40, 0x100, 0x1000]), draw.pick(WIDTHS)),
  ];
}

function drawWindow(draw: Draw): Shape {
  const bytes = draw.between(2, 9) * 0x10_0000;
  return { name: "screen", bytes, copies: 1, apart: bytes, repeats: bytes, widths: [] };
}

/** It lies on a part of the window, with some of it on either side. */
function drawInner(draw: Draw, { base, bytes }: Region): Region {
  const size = draw.pick([0x200, 0x1000, 0x3000]);
  return { name: "pen", base: base + draw.between(1, bytes / 0x1000 - 5) * 0x1000, bytes: size, copies: 1, apart: size, repeats: size, widths: draw.pick(WIDTHS) };
}

/** Where shapes begin, in ascending order of places, with gaps: in no order of their own. */
function drawBases(draw: Draw, lines: number, shapes: readonly Shape[]): number[] {
  const room = Math.floor(2 ** lines / shapes.length / 0x10_0000);
  const places = draw.shuffle(shapes.map((_, i) => i));
  return places.map((place) => (place * room + draw.below(Math.floor(room / 2))) * 0x10_0000 + draw.below(0x20) * 0x1000);
}
