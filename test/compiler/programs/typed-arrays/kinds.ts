// What each kind keeps of a value.
export function start(): void {
  const values = [0, 1, -1, 127, 128, 255, 256, 32767, 32768, 65535, 65536, 2147483647, 2147483648, 4294967295, 4294967296, -2147483649, 9007199254740991];
  const u8 = new Uint8Array(1);
  const s8 = new Int8Array(1);
  const u16 = new Uint16Array(1);
  const s16 = new Int16Array(1);
  const u32 = new Uint32Array(1);
  const s32 = new Int32Array(1);
  for (const v of values) {
    u8[0] = v; s8[0] = v; u16[0] = v; s16[0] = v; u32[0] = v; s32[0] = v;
    console.log(`${v}: ${u8[0]} ${s8[0]} ${u16[0]} ${s16[0]} ${u32[0]} ${s32[0]}`);
  }
  const w = new BigUint64Array(2);
  w[0] = 0xffff_ffff_ffff_ffffn;
  w[1] = BigInt.asUintN(64, w[0] + 2n);
  console.log(`${w[0]} ${w[1]}`);
  console.log(`${u8.length} ${u8.byteLength} ${u16.byteLength} ${u32.byteLength} ${w.byteLength} ${Uint8Array.BYTES_PER_ELEMENT} ${Int16Array.BYTES_PER_ELEMENT} ${BigUint64Array.BYTES_PER_ELEMENT}`);
}
