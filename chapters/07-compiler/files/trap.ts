function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

export function start(): void {
  for (let n = 15; n < 25; n++) {
    console.log(`${n}! is ${factorial(n)}`);
  }
}
