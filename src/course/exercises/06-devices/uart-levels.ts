import type { Pl011Parts } from "../../../machine/devices/pl011/parts";
import type { Case, Trial } from "../exercise";

type ReceiveLevel = Pl011Parts["receiveLevel"];

/** Arm DDI 0183, "Interrupt FIFO level select register": RXIFLSEL. What it has reserved is not asked. */
const OF_SIXTEEN = [
  // RXIFLSEL, words, at least how full
  [0b000, 2,  "1/8"],
  [0b001, 4,  "1/4"],
  [0b010, 8,  "1/2"],
  [0b011, 12, "3/4"],
  [0b100, 14, "7/8"],
] as const;

/** Arm DDI 0183, "UARTRXINTR": while the FIFOs are disabled, the word that fills the one place interrupts. */
const OF_ONE = [0b000, 0b001, 0b010, 0b011, 0b100] as const;

export const uartLevels: Trial<ReceiveLevel> = {
  show: {
    call: (select, depth) => `receiveLevel(0b${select.toString(2).padStart(3, "0")}, ${depth})`,
    answer: (answer) => String(answer),
  },
  properties: [
    {
      title: "has the manual's five levels",
      cases: () => OF_SIXTEEN.map(([select, want, full]): Case<ReceiveLevel> => ({ args: [select, 16], want, why: `at least ${full} full` })),
    },
    {
      title: "knows FIFOs that are disabled",
      cases: () => OF_ONE.map((select): Case<ReceiveLevel> => ({ args: [select, 1], want: 1, why: "room for one word: that word interrupts" })),
    },
  ],
};
