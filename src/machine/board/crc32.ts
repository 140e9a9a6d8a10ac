// CRC-32, the checksum of gzip (RFC 1952, section 8) and of our snapshots.

const POLYNOMIAL = 0xedb8_8320;

export function crc32(bytes: Uint8Array): number {
  const remainders = byteRemainders();
  let crc = 0xffff_ffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ remainders[(crc ^ byte) & 0xff]!;
  return ~crc >>> 0;
}

/** What each byte leaves behind when it is shifted out. */
function byteRemainders(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let remainder = byte;
    for (let bit = 0; bit < 8; bit++) {
      remainder = (remainder & 1) !== 0 ? (remainder >>> 1) ^ POLYNOMIAL : remainder >>> 1;
    }
    return remainder;
  });
}
