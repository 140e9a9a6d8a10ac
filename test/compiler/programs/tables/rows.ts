// A table of rows, `as const`.
const ROWS = [
  ["add", 2, true],
  ["not", 1, false],
  ["mov", 2, false],
] as const;

export function start(): void {
  for (const [name, operands, flags] of ROWS) console.log(`${name} ${operands} ${flags}`);
  console.log(`${ROWS.length} ${ROWS[1][0]} ${ROWS[2][1] + 1}`);
}
