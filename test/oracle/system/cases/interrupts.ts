// Interrupts: one that the interrupt controller has pending when the case begins. It is taken as soon as PSTATE lets
// it, and WFI does not wait for long.

import type { Random } from "../../words";
import { below, oneIn, pick } from "../../cpu/values";
import type { Case } from "../case";
import { assembled } from "../code";
import { OTHER_VECTORS, VECTORS } from "../place";
import { SAFE_SCTLR, SPSR } from "../settings";

const SOURCES = [
  "nop; nop; nop", "msr daifclr, #2; nop; nop", "msr daifclr, #1; nop; nop", "msr daifclr, #3; nop; nop", "msr daif, xzr; nop; nop",
  "wfi; nop; nop", "wfi; msr daifclr, #3; nop",
  "mrs x0, isr_el1; nop; nop", "svc #3; nop; nop", "msr daifset, #15; nop; nop", "mov x0, #5; msr daifclr, #15; mov x0, #6",
  "b . + 8; nop; nop", "udf #1; nop; nop",
] as const;

const SPAN = 1n << 23n;
const UMA = 1n << 9n;
const nTWI = 1n << 16n;

export function interruptCases(count: number, random: Random): Case[] {
  return Array.from({ length: count }, () => {
    const source = pick(random, SOURCES);
    const mode = pick(random, [0n, 4n, 5n]);
    const masks = BigInt(oneIn(random, 3) ? 15 : below(random, 16)) << 6n;
    const pstate = mode | masks | (BigInt(below(random, 16)) << 28n) | (BigInt(below(random, 4)) << 22n);
    const interrupt = pick(random, ["IRQ", "IRQ", "FIQ", undefined] as const);
    const waitsForNothing = interrupt === undefined && source.startsWith("wfi");
    return {
      title: `${source}, PSTATE 0x${pstate.toString(16)}, ${interrupt ?? "no interrupt"}`,
      words: assembled(`${waitsForNothing ? "nop" : source}; svc #1`),
      ...(interrupt === undefined ? {} : { interrupt }),
      state: { [SPSR]: pstate },
      settings: {
        SCTLR_EL1: [SPAN, UMA, nTWI].reduce((all, bit) => (oneIn(random, 2) ? all ^ bit : all), SAFE_SCTLR),
        VBAR_EL1: BigInt(VECTORS + OTHER_VECTORS * below(random, 2)),
      },
    };
  });
}
