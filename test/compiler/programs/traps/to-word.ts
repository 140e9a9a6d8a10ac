// A number below zero is no word.
export function start(): void {
  for (let n = 2; n > -3; n--) console.log(`${BigInt(n)}`);
}
