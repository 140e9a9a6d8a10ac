// ConditionHolds() (Arm ARM, "Condition code"): cond<3:1> picks a test, and cond<0> inverts it.

interface Flags {
  readonly n: boolean;
  readonly z: boolean;
  readonly c: boolean;
  readonly v: boolean;
}

const CONDITIONS: readonly (readonly [
  name: string, inverse: string, holds: (flags: Flags) => boolean,
])[] = [
  ["eq", "ne", ({ z }) => z],
  ["hs", "lo", ({ c }) => c],
  ["mi", "pl", ({ n }) => n],
  ["vs", "vc", ({ v }) => v],
  ["hi", "ls", ({ z, c }) => c && !z],
  ["ge", "lt", ({ n, v }) => n === v],
  ["gt", "le", ({ n, z, v }) => n === v && !z],
  ["al", "nv", () => true],
];

const ALWAYS = 0b1110;

/** How assembly spells a four-bit cond. */
export const conditionName = (cond: number): string => CONDITIONS[cond >> 1]![cond & 1] as string;

/** `nzcv` has N in bit 3. NV is AL under another name. */
export function conditionHolds(cond: number, nzcv: number): boolean {
  const flag = (bit: number): boolean => (nzcv & bit) !== 0;
  const holds = CONDITIONS[cond >> 1]![2]({ n: flag(8), z: flag(4), c: flag(2), v: flag(1) });
  return (cond & 1) === 1 && cond < ALWAYS ? !holds : holds;
}

/** Element cond * 16 + nzcv: the same, tabulated. There are only 256 answers. */
export const tabulateConditions = (holds: typeof conditionHolds): readonly boolean[] =>
  Array.from({ length: 256 }, (_, i) => holds(i >> 4, i & 15));
