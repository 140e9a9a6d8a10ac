// subarray shares, slice copies.
function text(bytes: Uint8Array): string {
  let out = "";
  for (const b of bytes) out += `${b} `;
  return `${bytes.length}:${out}`;
}

export function start(): void {
  const a = new Uint8Array([0, 1, 2, 3, 4, 5, 6, 7]);
  const s = a.subarray(2, 6);
  const t = s.subarray(1);
  const c = a.slice(2, 6);
  s[0] = 100;
  t[0] = 200;
  c[1] = 50;
  console.log(`${text(a)} ${text(s)} ${text(t)} ${text(c)}`);
  for (const start of [-3, 0, 5, 9]) console.log(`${text(a.subarray(start))} ${text(a.slice(start))} ${text(a.subarray(start, -1))} ${text(a.slice(start, 4))}`);
  const w = new Uint16Array([1, 2, 3]).subarray(1);
  w[0] = 70000;
  console.log(`${w[0]!} ${w[1]!} ${w.length} ${w.byteLength}`);
}
