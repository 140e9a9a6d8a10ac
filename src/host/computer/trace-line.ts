// What a trace says of an event: one line.

import { hex, hex32 } from "../../base/word";
import { PSCI } from "../../formats/devices/psci";
import type { PsciAnswer, PsciArguments } from "../../machine/board/psci";
import { causeText } from "../../machine/cpu/exception";
import type { Decoder } from "../../machine/decoder/decoder";
import type { BusAccess } from "../../machine/devices/bus";
import type { TakenException } from "./observed-parts";
import { registerName } from "./register-names";

export type TraceEvent =
  | ({ readonly kind: "exception" } & TakenException)
  | { readonly kind: "psci"; readonly call: PsciArguments; readonly answer: PsciAnswer }
  | ({ readonly kind: "mmio" } & BusAccess)
  | { readonly kind: "code"; readonly address: bigint; readonly word: number };

/** Instructions completed before it, by all CPUs; and whose doing it is. */
export interface Moment {
  readonly time: number;
  readonly cpu: number;
}

export function traceLine({ time, cpu }: Moment, event: TraceEvent, decoder: Decoder): string {
  return `${String(time).padStart(12)} cpu${cpu} ${labelOf(event).padEnd(9)} ${textOf(event, decoder)}\n`;
}

const isInterrupt = ({ cause }: TakenException): boolean => cause.kind === "IRQ" || cause.kind === "FIQ";

const labelOf = (event: TraceEvent): string => (event.kind === "exception" && isInterrupt(event) ? "irq" : event.kind);

function textOf(event: TraceEvent, decoder: Decoder): string {
  switch (event.kind) {
    case "exception": return `${causeText(event.cause)}, EL${event.level} at ${hex(event.pc)}, to ${hex(event.vector)}`;
    case "psci": return psciText(event.call, event.answer);
    case "mmio": return accessText(event);
    case "code": return `${hex(event.address)}  ${hex32(event.word).slice(2)}  ${decoder.disassemble(event.word, event.address).replace("\t", " ")}`;
  }
}

const FUNCTIONS = new Map(Object.entries(PSCI).map(([name, number]) => [BigInt(number), name]));

function psciText([x0, ...rest]: PsciArguments, { result, effect }: PsciAnswer): string {
  const name = FUNCTIONS.get(BigInt.asUintN(32, x0)) ?? hex(x0);
  return `${name}(${rest.map((each) => hex(each)).join(", ")}) = ${BigInt.asIntN(64, result)}${effect === undefined ? "" : `, ${effect.kind}`}`;
}

function accessText({ mapping, offset, bytes, write, value, isRefused }: BusAccess): string {
  const place = registerName(mapping.name, offset) ?? `+${hex(offset)}`;
  const size = bytes === 4 ? "" : ` (${bytes} ${bytes === 1 ? "byte" : "bytes"})`;
  return `${mapping.name} ${place} ${write ? "<-" : "->"} ${isRefused ? "refused" : hex(value)}${size}`;
}
