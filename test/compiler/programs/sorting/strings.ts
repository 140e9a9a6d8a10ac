// Strings by their codes, by their length, and backwards.
export function start(): void {
  const words = "pear Apple fig apple Banana banana kiwi fig2 fi".split(" ");
  const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  console.log(words.slice().sort(byCode).join(" "));
  console.log(words.slice().sort((a, b) => a.length - b.length).join(" "));
  console.log(words.slice().sort((a, b) => byCode(b, a)).join(" "));
  console.log(words.slice().sort((a, b) => (a.length === b.length ? byCode(a, b) : b.length - a.length)).join(" "));
}
