// A word that is no safe integer.
export function start(): void {
  let w = 9007199254740990n;
  for (let i = 0; i < 4; i++) {
    console.log(`${Number(w)}`);
    w = BigInt.asUintN(64, w + 1n);
  }
}
