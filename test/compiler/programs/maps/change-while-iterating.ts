// What is added is seen, what is deleted is not.
export function start(): void {
  const m = new Map<number, number>();
  for (let i = 0; i < 5; i++) m.set(i, i);
  let line = "";
  for (const [k, v] of m) {
    line += `${k}=${v} `;
    if (k === 1) { m.delete(0); m.delete(2); m.set(10, 10); }
    if (k === 3 && v === 3) { m.delete(3); m.set(3, 33); m.set(4, 44); }
    if (k === 10) m.set(11, 11);
  }
  console.log(line);
  line = "";
  m.forEach((v, k) => {
    line += `${k}=${v} `;
    if (k === 1) m.clear();
  });
  console.log(`${line} ${m.size}`);
  m.set(1, 1);
  for (const k of m.keys()) {
    if (k < 200) { m.delete(k); m.set(k + 1, k); }
  }
  console.log(`${m.size} ${[...m.keys()].join()}`);
}
