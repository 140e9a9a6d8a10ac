// A base of one.
export function start(): void {
  for (let base = 3; base > 0; base--) console.log((9n).toString(base));
}
