// An exception out of a callback ends the array method.
export function start(): void {
  const seen: number[] = [];
  try {
    [1, 2, 3, 4].forEach((n) => {
      seen.push(n);
      if (n === 3) throw new Error("three");
    });
  } catch (e) { if (e instanceof Error) console.log(`${e.message} ${seen.join()}`); }
  const a = [3, 1, 2];
  try {
    a.map((n) => { if (n === 2) throw new Error("map"); return n; });
  } catch (e) { if (e instanceof Error) console.log(e.message); }
  const m = new Map<number, number>();
  m.set(1, 1).set(2, 2);
  try {
    for (const [k] of m) { if (k === 2) throw new Error("loop"); m.set(k + 10, 0); }
  } catch (e) { if (e instanceof Error) console.log(`${e.message} ${m.size}`); }
}
