// Every member of a BigUint64Array.
function text(view: BigUint64Array): string {
  let out = `${view.length}/${view.byteLength}:`;
  for (const v of view) out += ` ${v}`;
  return out;
}

export function start(): void {
  const a = new BigUint64Array([0xffff_ffff_ffff_ffffn, 5n, 0x8000_0000_0000_0000n, 5n]);
  console.log(`${text(a)} ${BigUint64Array.BYTES_PER_ELEMENT} ${a.indexOf(5n)} ${a.indexOf(5n, 2)} ${a.indexOf(6n)}`);
  const [shared, copy] = [a.subarray(1, 3), a.slice(1, 3)];
  shared[0] = BigInt.asUintN(64, a[0]! + 1n);
  copy[1] = 7n;
  console.log(`${text(a)} ${text(shared)} ${text(copy)} ${text(a.slice(-1))} ${text(a.subarray(-3, -1))}`);
  a.set(shared, 2);
  a.set([9n]);
  console.log(`${text(a)} ${text(new BigUint64Array(3).fill(3n, 1, 2))} ${text(new BigUint64Array(a))} ${text(new BigUint64Array(0))}`);
  a.fill(1n, 2);
  console.log(`${text(a)} ${a.subarray(2).indexOf(1n)}`);
}
