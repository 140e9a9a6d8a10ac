// What erased.ts imports; as a program of its own it prints the table.
const SIZES = { small: 1, large: 20 } as const;

export type Size = keyof typeof SIZES;

export { SIZES };

export function start(): void {
  console.log(`${SIZES.small} ${SIZES.large}`);
}
