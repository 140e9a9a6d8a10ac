function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const each of numbers) {
    total += each;
  }
  return total;
}

export function start(): void {
  const squares: number[] = [];
  for (let i = 1; i <= 10; i++) {
    squares.push(i * i);
  }
  console.log(`the sum is ${sum(squares)}`);
}
