import type { MmuQuestions } from "../../src/course/exercises/04-mmu/questions";

interface Flag {
  readonly bit: bigint;
  readonly yes: bigint;
}

const OFFSET = 10n;
/** By level: how many bits of an address, and from which on. */
const LEVELS = [{ width: 5, low: 29n }, { width: 8, low: 21n }, { width: 5, low: 16n }, { width: 6, low: 10n }] as const;
const PRESENT: Flag = { bit: 53n, yes: 1n };
const LEAF: Flag = { bit: 45n, yes: 1n };
const RIGHTS: Readonly<Record<"read" | "write" | "execute", Flag>> = {
  read: { bit: 51n, yes: 0n },
  write: { bit: 56n, yes: 1n },
  execute: { bit: 1n, yes: 1n },
};

const isSet = (entry: bigint, { bit, yes }: Flag): boolean => ((entry >> bit) & 1n) === yes;

/** What the MMU of a Cinnabar makes of an address. */
export const foreignTranslate: MmuQuestions["foreignTranslate"] = (va, access, root, memory) => {
  const fault = (code: number, level = 0) => ({ kind: "fault", code: code + 2 * level }) as const;
  const content = new Map(memory);
  if (va !== BigInt.asUintN(64, BigInt.asIntN(34, va))) return fault(120);

  let table = root;
  for (let level = 0; ; level++) {
    const { width, low } = LEVELS[level]!;
    const index = BigInt.asUintN(width, va >> low);
    const entry = content.get(table + 8n * index) ?? 0n;
    const isLeaf = level === 3 || isSet(entry, LEAF);
    if (!isSet(entry, PRESENT)) return fault(144, level);
    if (!isSet(entry, RIGHTS[access])) return fault(192, level);

    const target = BigInt.asUintN(25, entry >> 9n) << OFFSET;
    if (isLeaf) {
      const within = BigInt.asUintN(Number(low), target);
      if (within !== 0n) return fault(30, level);
      return { kind: "found", address: target - within + BigInt.asUintN(Number(low), va) };
    }
    table = target;
  }
};
