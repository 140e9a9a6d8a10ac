// A base that is none.
export function start(): void {
  for (let base = 34; base < 40; base++) console.log(`${(1000).toString(base)}`);
}
