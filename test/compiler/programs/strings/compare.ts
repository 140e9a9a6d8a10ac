// Strings compare by codes, as unsigned bytes.
export function start(): void {
  const words = ["", "a", "A", "ab", "b", "a\x00", "\xff", "\x7f", "aa", "Z"];
  for (const a of words) {
    let line = "";
    for (const b of words) line += a < b ? "<" : a > b ? ">" : "=";
    for (const b of words) line += `${a <= b}`.slice(0, 1) + `${a >= b}`.slice(0, 1);
    console.log(line);
  }
  console.log(words.slice().sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).map((w) => `${w.length}`).join(" "));
}
