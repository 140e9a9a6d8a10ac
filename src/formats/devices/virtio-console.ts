// The console device: bytes in, bytes out, and the size of the screen ("Virtual I/O Device (VIRTIO)
// Version 1.2", section 5.3). A chain is nothing but characters.

import type { Structure } from "./structure";

/** Section 5.3.2, of a console with one port. */
export const CONSOLE_QUEUE = {
  RECEIVE: 0,
  TRANSMIT: 1,
} as const;

/** Numbers of bits. */
export const CONSOLE_FEATURE = {
  SIZE: 0, // the configuration says how large the screen is
} as const;

export const CONSOLE_CONFIG_BYTES = 8;

export const CONSOLE_CONFIG = {
  cols:         { at: 0, bytes: 2, meaning: "Characters in a line" },
  rows:         { at: 2, bytes: 2, meaning: "Lines" },
  max_nr_ports: { at: 4, bytes: 4, meaning: "How many ports" },
} as const satisfies Structure;
