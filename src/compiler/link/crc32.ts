// CRC-32 as IEEE 802.3 has it, the one of Ethernet, gzip and of AArch64's CRC32 instructions.

/** x^32 + x^26 + x^23 + ... + 1, the lowest power in the highest bit. */
const POLYNOMIAL = 0xedb8_8320;

export function crc32(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ ((crc & 1) === 0 ? 0 : POLYNOMIAL);
  }
  return ~crc >>> 0;
}
