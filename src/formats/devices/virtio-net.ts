// The network device: an Ethernet card ("Virtual I/O Device (VIRTIO) Version 1.2", section 5.1).
// In either queue, a chain is NET_HEADER and one Ethernet frame, without its check sequence.

import type { Structure } from "./structure";

/** Section 5.1.2. */
export const NET_QUEUE = {
  RECEIVE: 0,
  TRANSMIT: 1,
} as const;

/** Numbers of bits. */
export const NET_FEATURE = {
  MAC: 5, // the card has an address of its own
  MRG_RXBUF: 15, // a frame may be put into several buffers
  STATUS: 16, // the configuration says whether there is a link
} as const;

export const NET_CONFIG_BYTES = 8;

export const NET_CONFIG = {
  mac:    { at: 0, bytes: 6, meaning: "The card's address, as on the wire" },
  status: { at: 6, bytes: 2, meaning: "Bit 0, LINK_UP" },
} as const satisfies Structure;

export const NET_LINK_UP = 1;

export const NET_HEADER_BYTES = 12;

/** Section 5.1.6. All but the last field are about work that a card may do for its driver. */
export const NET_HEADER = {
  flags:       { at: 0,  bytes: 1, meaning: "Which of the following count" },
  gso_type:    { at: 1,  bytes: 1, meaning: "How to cut a frame that is too long" },
  hdr_len:     { at: 2,  bytes: 2, meaning: "Length of the headers to repeat" },
  gso_size:    { at: 4,  bytes: 2, meaning: "Data in each piece" },
  csum_start:  { at: 6,  bytes: 2, meaning: "Where the checksum's data begins" },
  csum_offset: { at: 8,  bytes: 2, meaning: "Where from there the checksum goes" },
  num_buffers: { at: 10, bytes: 2, meaning: "How many chains this frame takes, if it is received" },
} as const satisfies Structure;
