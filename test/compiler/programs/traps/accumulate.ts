// A sum in a loop that becomes unsafe after a while.
export function start(): void {
  let f = 1;
  for (let i = 1; i < 30; i++) {
    f *= i;
    console.log(`${i} ${f}`);
  }
}
