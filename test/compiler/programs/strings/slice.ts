// slice, with ends before the start and behind the end.
export function start(): void {
  const s = "abcdefgh";
  for (const start of [-100, -8, -3, -1, 0, 1, 7, 8, 9, 100]) {
    let line = `${start}: [${s.slice(start)}]`;
    for (const end of [-100, -7, -1, 0, 3, 8, 50]) line += ` [${s.slice(start, end)}]`;
    console.log(line);
  }
  console.log(s.slice() + "".slice(1) + "".slice(-1, 5));
}
