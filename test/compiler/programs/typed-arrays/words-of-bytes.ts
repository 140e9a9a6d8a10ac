// Numbers put together of bytes, in both orders.
function read32(bytes: Uint8Array, at: number): number {
  return (bytes[at]! | bytes[at + 1]! << 8 | bytes[at + 2]! << 16 | bytes[at + 3]! << 24) >>> 0;
}

function write32(bytes: Uint8Array, at: number, value: number): void {
  for (let i = 0; i < 4; i++) bytes[at + i] = value >>> (24 - 8 * i);
}

function read64(bytes: Uint8Array, at: number): bigint {
  let w = 0n;
  for (let i = 7; i >= 0; i--) w = BigInt.asUintN(64, w << 8n) | BigInt(bytes[at + i]!);
  return w;
}

export function start(): void {
  const bytes = new Uint8Array(16);
  write32(bytes, 0, 0xdeadbeef);
  write32(bytes, 4, -2);
  write32(bytes, 8, 0x01020304);
  console.log(`${read32(bytes, 0)} ${read32(bytes, 1)} ${read32(bytes, 4)} ${read32(bytes, 8)} ${read64(bytes, 0)} ${read64(bytes, 3)}`);
}
