// padStart, padEnd, repeat and trim.
export function start(): void {
  for (const s of ["", "7", "abc", "abcdef"]) {
    console.log(`[${s.padStart(5)}] [${s.padEnd(5)}] [${s.padStart(5, "0")}] [${s.padEnd(5, ".")}] [${s.padStart(8, "xyz")}] [${s.padEnd(8, "xyz")}]`);
    console.log(`[${s.padStart(0)}] [${s.padEnd(-3)}] [${s.padStart(9, "")}] [${s.repeat(0)}] [${s.repeat(1)}] [${s.repeat(3)}]`);
  }
  for (const s of ["  a b  ", "\t\n x \r\n", "", "   ", "none", "\xa0hard\xa0", "\v\fy"]) console.log(`[${s.trim()}] ${s.trim().length}`);
}
