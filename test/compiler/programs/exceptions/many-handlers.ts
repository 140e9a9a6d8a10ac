// A function with several try statements one behind the other, and one in a closure.
class Odd extends Error { }

function check(n: number): number {
  if (n % 2 !== 0) throw new Odd(`${n}`);
  return n;
}

export function start(): void {
  let sum = 0;
  const attempt = (n: number): boolean => {
    try { sum += check(n); return true; } catch (e) { if (e instanceof Odd) sum -= 100; return false; }
  };
  try { sum += check(2); } catch { sum = -1; }
  try { sum += check(3); } catch (e) { if (e instanceof Odd) sum += 30; }
  console.log(`${sum} ${attempt(4)} ${attempt(5)} ${sum}`);
  for (const n of [1, 2]) {
    try {
      try { sum += check(n); } finally { sum *= 2; }
    } catch { sum++; }
  }
  console.log(`${sum}`);
}
