// Made of arrays and of other typed arrays.
export function start(): void {
  const a = new Uint8Array([1, 2, 300, -1]);
  const b = new Int16Array(a);
  const c = new Int8Array([200, 100]);
  const d = new Uint32Array([-1, 4294967296]);
  const e = new Uint8Array(new Uint16Array([256, 257, 511]));
  let line = "";
  for (const v of a) line += `${v} `;
  for (const v of b) line += `${v} `;
  for (const v of c) line += `${v} `;
  for (const v of d) line += `${v} `;
  for (const v of e) line += `${v} `;
  console.log(line);
  a[0] = 9;
  console.log(`${b[0]!} ${a.length} ${new Uint8Array(0).length} ${new Uint8Array([]).length} ${new BigUint64Array([1n, 2n])[1]!}`);
}
