// Each turn of a loop has a variable of its own.
export function start(): void {
  const fs: (() => string)[] = [];
  for (let i = 0; i < 3; i++) {
    let j = i * 10;
    fs.push(() => `${i}:${j++}`);
    j += 5;
  }
  for (const f of fs) console.log(`${f()} ${f()}`);
  const gs: (() => number)[] = [];
  for (let i = 0; i < 3; i++) {
    gs.push(() => i++);
    i += 0;
  }
  console.log(gs.map((g) => g() + g()).join(" "));
  const hs: (() => string)[] = [];
  for (const word of ["a", "b"]) hs.push(() => word);
  console.log(hs.map((h) => h()).join(""));
  let k = 0;
  const ks: (() => number)[] = [];
  while (k < 3) { const c = k; ks.push(() => c * 10 + k); k++; }
  console.log(ks.map((f) => f()).join(" "));
}
