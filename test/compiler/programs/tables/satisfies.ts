// Tables that are checked against a type and keep their own.
const ROWS = [
  { code: 1, name: "one" },
  { code: 2, name: "two" },
] as const;

const LIMITS = { low: 1, high: 9 } as const satisfies { low: number; high: number };

type Limit = typeof LIMITS.high | typeof LIMITS.low;

export function start(): void {
  const limit: Limit = LIMITS.high;
  console.log(`${ROWS.map((row) => row.code * limit).join()} ${ROWS[1].name} ${LIMITS.low + (5 satisfies number)}`);
}
