// A microkernel that handles no exception itself: which server hears of what, and what it is told.

import type { Draw } from "../../draw";

// Types, not interfaces: only a type is Plain.

/** Who hears of what; each has a port. */
export type Server = "low calls" | "high calls" | "pager" | "copier" | "guard" | "fixer" | "emulator" | "floats" | "debugger" | "kernel" | "rest";

export type PassOnVariant = {
  readonly kernel: string;
  readonly ports: Readonly<Record<Server, number>>;
  /** Calls below it are low. */
  readonly callLimit: number;
  /** The logarithm of a page's bytes. */
  readonly pageBits: number;
  /** Who hears of access flag faults. */
  readonly accessFlag: "pager" | "guard";
  /** Where in a message the number of a call begins, that of BRK, an address, and a class. */
  readonly places: { readonly call: number; readonly comment: number; readonly address: number; readonly class: number };
  /** Where in the message of a fault its fields begin. */
  readonly fault: { readonly page: number; readonly level: number; readonly write: number; readonly fetch: number };
  /** Where in the message of a trap its fields begin. */
  readonly trap: { readonly register: number; readonly Rt: number; readonly read: number };
};

const SERVERS: readonly Server[] = ["low calls", "high calls", "pager", "copier", "guard", "fixer", "emulator", "floats", "debugger", "kernel", "rest"];
const KERNELS = ["Merganser", "Goosander", "Garganey", "Shoveler", "Pochard", "Gadwall", "Wigeon", "Smew"] as const;

export function drawPassOnVariant(draw: Draw): PassOnVariant {
  const pageBits = draw.pick([12, 14, 16]);
  return {
    kernel: draw.pick(KERNELS),
    ports: drawPorts(draw),
    callLimit: draw.between(2, 0xfe) * 256 + draw.pick([0, 0x40, 0x80]),
    pageBits,
    accessFlag: draw.pick(["pager", "guard"] as const),
    places: { call: draw.below(48), comment: draw.below(48), address: draw.below(16), class: draw.below(58) },
    fault: drawPlaces(draw, [["page", 48 - pageBits], ["level", 2], ["write", 1], ["fetch", 1]] as const),
    trap: drawPlaces(draw, [["register", 16], ["Rt", 5], ["read", 1]] as const),
  };
}

function drawPorts(draw: Draw): Record<Server, number> {
  const ports = new Set<number>();
  while (ports.size < SERVERS.length) ports.add(draw.between(100, 999));
  const numbers = [...ports];
  return Object.fromEntries(SERVERS.map((server, i) => [server, numbers[i]!])) as Record<Server, number>;
}

/** Fields in any order, with gaps, in 64 bits. */
function drawPlaces<Name extends string>(draw: Draw, fields: readonly (readonly [name: Name, bits: number])[]): Record<Name, number> {
  let free = 64 - fields.reduce((sum, [, bits]) => sum + bits, 0);
  let low = 0;
  const places = draw.shuffle(fields).map(([name, bits]): [Name, number] => {
    const gap = draw.below(Math.min(free, 6) + 1);
    free -= gap;
    low += gap + bits;
    return [name, low - bits];
  });
  return Object.fromEntries(places) as Record<Name, number>;
}
