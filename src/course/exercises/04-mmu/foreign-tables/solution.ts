// The solution to a variant, as a student of the house would write it.

import { ACCESSES, addressBits, type Flag, lowestBit, type TablesVariant } from "./variant";

export function tablesSolution(variant: TablesVariant): string {
  const { computer, offset, widths, entryBytes, frame, present, leaf, rights, above, tables, crooked, codes, step } = variant;
  const lows = widths.map((_, level) => lowestBit(variant, level));
  const flag = ({ bit, yes }: Flag): string => `{ bit: ${bit}n, yes: ${yes}n }`;
  const limits = tables === "limit" ? "" : "isLeaf && ";
  return `import type { MmuQuestions } from "../../src/course/exercises/04-mmu/questions";

interface Flag {
  readonly bit: bigint;
  readonly yes: bigint;
}

const OFFSET = ${offset}n;
/** By level: how many bits of an address, and from which on. */
const LEVELS = [${widths.map((width, level) => `{ width: ${width}, low: ${lows[level]}n }`).join(", ")}] as const;
const PRESENT: Flag = ${flag({ bit: present, yes: 1 })};
const LEAF: Flag = ${flag(leaf)};
const RIGHTS: Readonly<Record<"read" | "write" | "execute", Flag>> = {
${ACCESSES.map((access) => `  ${access}: ${flag(rights[access])},`).join("\n")}
};

const isSet = (entry: bigint, { bit, yes }: Flag): boolean => ((entry >> bit) & 1n) === yes;

/** What the MMU of a ${computer} makes of an address. */
export const foreignTranslate: MmuQuestions["foreignTranslate"] = (va, access, root, memory) => {
  const fault = (code: number, level = 0) => ({ kind: "fault", code: code + ${step} * level }) as const;
  const content = new Map(memory);
  if (va !== BigInt.asUintN(64, BigInt.as${above === "sign" ? "Int" : "Uint"}N(${addressBits(variant)}, va))) return fault(${codes.outside});

  let table = root;
  for (let level = 0; ; level++) {
    const { width, low } = LEVELS[level]!;
    const index = BigInt.asUintN(width, va >> low);
    const entry = content.get(table + ${entryBytes}n * index) ?? 0n;
    const isLeaf = level === ${widths.length - 1} || isSet(entry, LEAF);
    if (!isSet(entry, PRESENT)) return fault(${codes.absent}, level);
    if (${limits}!isSet(entry, RIGHTS[access])) return fault(${codes.refused}, level);

    const target = BigInt.asUintN(${frame.bits}, entry >> ${frame.low}n) << OFFSET;
    if (isLeaf) {
      const within = BigInt.asUintN(Number(low), target);
${crooked === "a fault" ? `      if (within !== 0n) return fault(${codes.crooked}, level);\n` : ""}      return { kind: "found", address: target - within + BigInt.asUintN(Number(low), va) };
    }
    table = target;
  }
};
`;
}
