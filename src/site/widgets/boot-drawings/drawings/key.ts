/** A key on its way: who takes it from whom, what is masked meanwhile, and where it can be held back. */
import type { Drawing } from "../../compiler-drawings/drawing";

const high = 44;
const row = (i: number): number => 40 + i * 78;
const x = 40;
const wide = 270;

export const key: Drawing = {
  says: "From top to bottom: the PL011's FIFO; the handler, fill, which runs masked on the stack of exceptions; the ring; the event loop, which runs deliver; the line editor; the shell. Between the FIFO and the ring, the handler notes an event. If the ring is full, the rest stays in the FIFO and the UART does not interrupt.",
  tells: "Above the ring nothing may be allocated. Below it everything may. If the shell takes a minute over a command, where do the keys wait?",
  wide: 690, high: 500,
  boxes: [
    { x, y: row(0), wide, high, lines: ["the PL011's FIFO"], head: "the device" },
    { x, y: row(1), wide, high, lines: ["handle: fill the ring"] },
    { x, y: row(2), wide, high, lines: ["the ring"], look: "strong" },
    { x, y: row(3), wide, high, lines: ["event loop: deliver"] },
    { x, y: row(4), wide, high, lines: ["LineEditor.type: a key"] },
    { x, y: row(5), wide, high, lines: ["Shell.run: a line"] },
  ],
  arrows: [
    ...[0, 1, 2, 3, 4].map((i) => ({ through: [[x + wide / 2, row(i) + high], [x + wide / 2, row(i + 1) - 2]] as const })),
    { through: [[x + wide, row(1) + 22], [340, row(1) + 22], [340, row(3) + 14], [x + wide + 4, row(3) + 14]], look: "dashed" },
  ],
  words: [
    { x: 190, y: row(1) - 12, look: "soft", text: "interrupt 33" },
    { x: 352, y: row(2) + 27, look: "soft", text: "event.note()" },
    { x: 352, y: row(1) + 18, look: "strong", text: "masked, on the stack of exceptions" },
    { x: 352, y: row(1) + 37, look: "soft", text: "@noalloc; ring full: stop listening" },
    { x: 352, y: row(3) + 37, look: "strong", text: "unmasked, on the kernel's stack" },
    { x: 326, y: row(4) + 27, look: "soft", text: "bytes become keys, keys a line" },
    { x: 326, y: row(5) + 27, look: "soft", text: "a line becomes a command" },
    { x: 326, y: row(0) + 27, look: "soft", text: "no room: whoever sends has to wait" },
  ],
};
