// CRC-32 of IEEE 802.3, by its table, over a buffer that is filled first.

function tableOf(polynomial: number): Uint32Array {
  const table = new Uint32Array(256);
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let k = 0; k < 8; k++) c = (c & 1) !== 0 ? polynomial ^ (c >>> 1) : c >>> 1;
    table[n] = c >>> 0;
  }
  return table;
}

function crc32(table: Uint32Array, bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = table[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

export function start(): void {
  const bytes = new Uint8Array(65536);
  for (let i = 0; i < bytes.length; i++) bytes[i] = (i * 7 + 3) & 0xff;
  const table = tableOf(0xedb88320);
  let sum = 0;
  for (let round = 0; round < 4; round++) {
    bytes[0] = round;
    sum = (sum + crc32(table, bytes)) >>> 0;
  }
  console.log(`${sum}`);
}
