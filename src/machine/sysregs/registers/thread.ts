// Registers that are for software to keep something in: who runs (Arm ARM, "EL0 Read/Write Software
// Thread ID Register" and its two kin). The hardware reads none of them.

import { TPIDR_EL0, TPIDRRO_EL0 } from "../../cpu/layout";
import type { RegisterRow, RegisterTable } from "../register";

/** Programs of chapter 2 have these two without any other system register. */
const scalar = (index: number): Required<Pick<RegisterRow, "read" | "write">> => ({
  read: ({ state }) => state.scalars[index]!,
  write: ({ state }, value) => { state.scalars[index] = value; },
});

export const THREAD_REGISTERS = {
  TPIDR_EL0: {
    title: "EL0 Read/Write Software Thread ID Register",
    purpose: "Where a thread of a program finds what is its own: in C, what is _Thread_local.",
    el0: { read: "always", write: "always" },
    fields: [["63:0", "ThreadID", "Whatever the program keeps here"]],
    ...scalar(TPIDR_EL0),
  },
  TPIDRRO_EL0: {
    title: "EL0 Read-Only Software Thread ID Register",
    purpose: "What the operating system tells a thread, which the thread cannot change.",
    el0: { read: "always", write: "never" },
    fields: [["63:0", "ThreadID", "Whatever EL1 keeps here"]],
    ...scalar(TPIDRRO_EL0),
  },
  TPIDR_EL1: {
    title: "EL1 Software Thread ID Register",
    purpose: "Where EL1 finds what belongs to this CPU.",
    fields: [["63:0", "ThreadID", "Whatever EL1 keeps here"]],
  },
} as const satisfies RegisterTable;
