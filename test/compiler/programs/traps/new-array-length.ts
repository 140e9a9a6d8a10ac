// An array of a length below zero.
export function start(): void {
  for (let n = 2; n > -2; n--) console.log(`${new Array<number>(n).fill(0).length}`);
}
