// A finally block that is left in several ways declares its variables each time, those that closures share too.

function attempt(n: number, log: string[]): string {
  for (let round = 0; round < 3; round++) {
    try {
      if (n === round) return `returns ${n}`;
      if (n === round + 10) throw new Error(`throws ${n}`);
      if (n === round + 20) break;
      if (n === round + 30) continue;
    } finally {
      let total = 0;
      const add = (m: number): void => { total += m; };
      for (let i = 0; i < 3; i++) {
        const twice = (): number => 2 * i++;
        add(twice());
      }
      for (const [a, b] of [[1, 2], [3, 4]] as const) {
        const product = (): number => a * b;
        add(product());
      }
      try {
        if (total > 100) throw new Error("much");
      } catch (error) {
        const text = (): string => (error instanceof Error ? error.message : "");
        log.push(text());
      }
      log.push(`${round}:${total}`);
    }
  }
  return "ends";
}

export function start(): void {
  for (const n of [0, 1, 2, 3, 10, 12, 20, 21, 30, 32]) {
    const log: string[] = [];
    try {
      console.log(attempt(n, log));
    } catch (error) {
      if (error instanceof Error) console.log(error.message);
    }
    console.log(log.join(" "));
  }
}
