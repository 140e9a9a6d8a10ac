// set, also onto itself, and fill.
function text(bytes: Uint8Array): string {
  let out = "";
  for (const b of bytes) out += `${b} `;
  return out;
}

export function start(): void {
  const a = new Uint8Array(8);
  a.set([1, 2, 3]);
  a.set([9, 260], 6);
  console.log(text(a));
  a.set(a.subarray(0, 5), 1);
  console.log(text(a));
  a.set(a.subarray(2), 0);
  console.log(text(a));
  a.set(new Uint8Array(0), 8);
  a.set(new Uint16Array([511]), 7);
  console.log(text(a));
  console.log(text(a.slice().fill(7)));
  console.log(text(a.slice().fill(256 + 5, 2, -2)));
  console.log(text(a.fill(-1, 6)));
  const w = new BigUint64Array(3).fill(0xffff_ffff_ffff_ffffn, 1);
  w.set([5n], 2);
  console.log(`${w[0]!} ${w[1]!} ${w[2]!}`);
}
