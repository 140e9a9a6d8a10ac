import { type Bytes, exclusiveMonitor as ours, type MonitorEvent, type Watch } from "../../../machine/cpu/exclusive-monitor";
import type { CpuParts } from "../../../machine/cpu/parts";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { address as hex } from "./notation";

type Monitor = CpuParts["exclusiveMonitor"];

const at = (offset: number, bytes: number): Bytes => ({ offset, bytes });
const A = at(0x100, 8);

/** Arm ARM, "Exclusive access instructions and Shareable memory locations"; where it leaves a choice, the interface's. */
const PAIRS: readonly Case<Monitor>[] = [
  { args: [undefined, { kind: "load exclusive", at: A }],       want: { watched: A, passes: false },         why: "LDXR: the watch begins" },
  { args: [A, { kind: "store exclusive", at: A }],              want: { watched: undefined, passes: true },  why: "STXR: it stores, and the watch ends" },
  { args: [undefined, { kind: "store exclusive", at: A }],      want: { watched: undefined, passes: false }, why: "STXR without a watch: nobody may store" },
  { args: [A, { kind: "load exclusive", at: at(0x200, 4) }],    want: { watched: at(0x200, 4), passes: false }, why: "a second LDXR: only the last one is watched" },
  { args: [A, { kind: "clear" }],                               want: { watched: undefined, passes: false }, why: "CLREX" },
  { args: [undefined, { kind: "clear" }],                       want: { watched: undefined, passes: false } },
];

const EXACTLY: readonly Case<Monitor>[] = [
  { args: [A, { kind: "store exclusive", at: at(0x108, 8) }],   want: { watched: undefined, passes: false }, why: "another address: it does not store, and the watch ends for all that" },
  { args: [A, { kind: "store exclusive", at: at(0x100, 4) }],   want: { watched: undefined, passes: false }, why: "the same address, but fewer bytes" },
  { args: [A, { kind: "store exclusive", at: at(0x100, 16) }],  want: { watched: undefined, passes: false }, why: "the same address, but more bytes" },
  { args: [at(0, 8), { kind: "store exclusive", at: at(0, 8) }], want: { watched: undefined, passes: true }, why: "at the very start of RAM: 0 is an offset like any other" },
];

const STORES: readonly Case<Monitor>[] = [
  { args: [A, { kind: "store", at: A }],                        want: { watched: undefined, passes: false }, why: "somebody stores what is watched" },
  { args: [A, { kind: "store", at: at(0x107, 1) }],             want: { watched: undefined, passes: false }, why: "its last byte alone" },
  { args: [A, { kind: "store", at: at(0x0ff, 2) }],             want: { watched: undefined, passes: false }, why: "its first byte, and one before it" },
  { args: [A, { kind: "store", at: at(0x0f8, 16) }],            want: { watched: undefined, passes: false }, why: "a larger store around it" },
  { args: [A, { kind: "store", at: at(0x0f8, 8) }],             want: { watched: A, passes: false },         why: "up to it, and not into it" },
  { args: [A, { kind: "store", at: at(0x108, 8) }],             want: { watched: A, passes: false },         why: "right behind it" },
  { args: [undefined, { kind: "store", at: A }],                want: { watched: undefined, passes: false }, why: "nothing is watched" },
];

export const exclusiveMonitor: Trial<Monitor> = {
  show: {
    call: (watched, event) => `exclusiveMonitor(${watchedText(watched)}, ${eventText(event)})`,
    answer: ({ watched, passes }: Watch) => `watches ${watchedText(watched)}; ${passes ? "passes" : "does not pass"}`,
  },
  properties: [
    { title: "lets LDXR and STXR work together", cases: () => PAIRS },
    { title: "lets pass exactly what was loaded", cases: () => EXACTLY },
    { title: "notices stores to what it watches, and to nothing else", cases: () => STORES },
    {
      title: "agrees with the reference",
      cases: (draw) => draw.times(500, (): Case<Monitor> => {
        const args = [draw.below(4) === 0 ? undefined : drawBytes(draw), drawEvent(draw)] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};

/** Within 32 bytes, so that two of them often meet. */
function drawBytes(draw: Draw): Bytes {
  const bytes = draw.pick([1, 2, 4, 8, 16]);
  return { offset: bytes * draw.below(32 / bytes), bytes };
}

function drawEvent(draw: Draw): MonitorEvent {
  const kind = draw.pick(["load exclusive", "store exclusive", "store", "store", "store", "clear"] as const);
  return kind === "clear" ? { kind } : { kind, at: drawBytes(draw) };
}

const watchedText = (watched: Bytes | undefined): string => (watched === undefined ? "nothing" : `${watched.bytes} bytes at ${hex(watched.offset)}`);

const eventText = (event: MonitorEvent): string => (event.kind === "clear" ? "clear" : `${event.kind} of ${watchedText(event.at)}`);
