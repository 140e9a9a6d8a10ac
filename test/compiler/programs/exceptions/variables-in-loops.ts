// Variables that a try block in a loop assigns, as its handler, what is done at last, and the next turn find them.
class Low extends Error {
  readonly at: number;
  constructor(at: number) {
    super(`low ${at}`);
    this.at = at;
  }
}

let depth = 0;

function risky(n: number): number {
  depth++;
  if (n % 3 === 0) throw new Low(n);
  if (n % 5 === 0)
    throw new Error(`five ${n}`);
  return n * 2;
}

function phases(n: number): string {
  let phase = 0;
  let last = "none";
  let total = 0;
  for (let i = 0; i < n; i++) {
    phase = i;
    try {
      phase = phase * 10;
      total += risky(i);
      phase = phase + 1;
      last = `ok ${i}`;
    } catch (e) {
      if (e instanceof Low && e.at > 3) {
        total -= e.at;
        phase = -phase;
        continue;
      }
      last = e instanceof Low ? "low" : "other";
      phase += 7;
    } finally {
      total += phase;
      if (i === 7) phase = 100;
    }
    total += phase % 9;
  }
  return `${phase} ${last} ${total}`;
}

function nested(n: number): number {
  let x = 1;
  try {
    x = 2;
    try {
      x = 3;
      risky(n);
      x = 4;
    } catch (e) {
      x += 10;
      if (n === 6) throw e;
      x += 100;
    } finally {
      x *= 2;
    }
    x += 1000;
  } catch {
    x = -x;
  }
  return x;
}

function early(n: number): number {
  let x = 0;
  for (;;) {
    try {
      x++;
      risky(x + n);
      if (x > 4) return x;
    } catch {
      if (x > 6) break;
    } finally {
      x += 1;
    }
  }
  return -x;
}

function swap(n: number): string {
  let a = 1;
  let b = 2;
  for (let i = 0; i < n; i++) {
    try {
      [a, b] = [b, a];
      risky(i + 1);
      a += 1;
    } catch {
      b += 10;
    }
  }
  return `${a} ${b}`;
}

function loopInTry(n: number): string {
  let i = 0;
  let s = 0;
  try {
    for (i = 0; i < n; i++) {
      s += risky(i * 3 + 1);
    }
  } catch {
    return `${i} ${s} caught`;
  }
  return `${i} ${s}`;
}

export function start(): void {
  for (let n = 0; n < 14; n++)
    console.log(`${phases(n)} | ${nested(n)} | ${early(n)} | ${swap(n)} | ${loopInTry(n)}`);
  console.log(`${depth}`);
}
