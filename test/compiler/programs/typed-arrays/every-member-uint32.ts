// Every member of a Uint32Array.
function text(view: Uint32Array): string {
  let out = `${view.length}/${view.byteLength}:`;
  for (const v of view) out += ` ${v}`;
  return out;
}

export function start(): void {
  const a = new Uint32Array([4294967295, 5, 2147483648, 5]);
  console.log(`${text(a)} ${Uint32Array.BYTES_PER_ELEMENT} ${a.indexOf(5)} ${a.indexOf(5, 2)} ${a.indexOf(6)}`);
  const [shared, copy] = [a.subarray(1, 3), a.slice(1, 3)];
  shared[0] = a[0]! + 1;
  copy[1] = 7;
  console.log(`${text(a)} ${text(shared)} ${text(copy)} ${text(a.slice(-1))} ${text(a.subarray(-3, -1))}`);
  a.set(shared, 2);
  a.set([9]);
  console.log(`${text(a)} ${text(new Uint32Array(3).fill(3, 1, 2))} ${text(new Uint32Array(a))} ${text(new Uint32Array(0))}`);
  a.fill(1, 2);
  console.log(`${text(a)} ${a.subarray(2).indexOf(1)}`);
}
