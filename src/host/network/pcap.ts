// A record of packets as tcpdump and Wireshark read it: the classic pcap format ("PCAP Capture File Format",
// draft-ietf-opsawg-pcap), little-endian, with nanoseconds.
//
//   file header     magic, version 2.4, two zeros, snap length, link type
//   each packet     seconds, nanoseconds, bytes kept, bytes on the wire; then the bytes

const MAGIC_NANOSECONDS = 0xa1b2_3c4d;
const LINKTYPE_ETHERNET = 1;
const SNAP_LENGTH = 0x4_0000;
const NANOSECONDS = 1_000_000_000n;

/** What every pcap file begins with. */
export function pcapHeader(): Uint8Array {
  const bytes = new Uint8Array(24);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC_NANOSECONDS, true);
  view.setUint16(4, 2, true);
  view.setUint16(6, 4, true);
  view.setUint32(16, SNAP_LENGTH, true);
  view.setUint32(20, LINKTYPE_ETHERNET, true);
  return bytes;
}

/** `frame` as it stands in the file. `time` is nanoseconds since 1970. */
export function pcapRecord(frame: Uint8Array, time: bigint): Uint8Array {
  const bytes = new Uint8Array(16 + frame.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Number(BigInt.asUintN(32, time / NANOSECONDS)), true);
  view.setUint32(4, Number(time % NANOSECONDS), true);
  view.setUint32(8, frame.length, true);
  view.setUint32(12, frame.length, true);
  bytes.set(frame, 16);
  return bytes;
}
