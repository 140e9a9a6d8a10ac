// indexOf in each kind.
export function start(): void {
  const a = new Uint8Array([5, 255, 5, 0]);
  console.log(`${a.indexOf(5)} ${a.indexOf(5, 1)} ${a.indexOf(255)} ${a.indexOf(-1)} ${a.indexOf(256)} ${a.indexOf(0, -1)} ${a.indexOf(7)}`);
  const b = new Int16Array([-1, 30000]);
  console.log(`${b.indexOf(-1)} ${b.indexOf(65535)} ${b.indexOf(30000)}`);
  const w = new BigUint64Array([1n, 0xffff_ffff_ffff_ffffn]);
  console.log(`${w.indexOf(0xffff_ffff_ffff_ffffn)} ${w.indexOf(2n)} ${new Uint32Array([4294967295]).indexOf(4294967295)}`);
}
