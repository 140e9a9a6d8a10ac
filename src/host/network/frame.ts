// Ethernet frames as cards exchange them: from the destination address to the last byte of the payload, without
// preamble and without frame check sequence (IEEE 802.3, 3.1.1).
//
//   0             6             12        14
//   | destination | source      | type    | payload, up to 1500 ... |

/** Two addresses and a type. */
export const SHORTEST_FRAME = 14;
/** With a VLAN tag and 1500 bytes of payload. */
export const LONGEST_FRAME = 1518;

export const isFrame = ({ length }: Uint8Array): boolean => length >= SHORTEST_FRAME && length <= LONGEST_FRAME;

/** A MAC address as a number: its first byte is the most significant. */
export function addressAt(frame: Uint8Array, offset: number): number {
  let address = 0;
  for (let i = 0; i < 6; i++) address = address * 0x100 + (frame[offset + i] ?? 0);
  return address;
}

export const destinationOf = (frame: Uint8Array): number => addressAt(frame, 0);
export const sourceOf = (frame: Uint8Array): number => addressAt(frame, 6);

/** The first byte's lowest bit: for several, or, as the broadcast address, for all. */
export const isForMany = (frame: Uint8Array): boolean => (frame[0]! & 1) === 1;
