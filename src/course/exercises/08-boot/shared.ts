// What the rows of chapter 8 have in common.

import type { Adapter } from "../exercise";

/** The interface of the unikernel's parts. */
export const PARTS = "src/course/exercises/08-boot/parts.ts";

/** The least service: it boots, and every part of the boot is at work in it. */
export const HELLO = "src/unikernel/services/hello.ts";

/** A part that loads and stores is given memory, in front of its own arguments: it takes all that a case has. */
export const IN_MEMORY: Adapter = { name: "inMemory", from: "src/course/exercises/08-boot/adapters/in-memory.ts", takes: 8 };
