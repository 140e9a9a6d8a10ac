// CPACR_EL1.FPEN against every row of the tables that is floating point or Advanced SIMD, and some that are not.

import { isInProfile } from "../../../../src/machine/cpu/profile";
import { standardDecoder } from "../../../../src/machine/decoder/decoder";
import type { Row } from "../../../../src/machine/decoder/row";
import { accessesMemory } from "../../cpu/addressing";
import { drawWord } from "../../cpu/encodings";
import { below, oneIn, pick } from "../../cpu/values";
import type { Random } from "../../words";
import { type Case, EL0T, EL1H, EL1T } from "../case";
import { assembled } from "../code";
import { DATA } from "../place";
import { SPSR } from "../settings";

/** Rows that do something else than compute. */
const FLOW = /^(UDF|BRK|HLT|SVC|HVC|SMC|DCPS|ERET|DRPS|SYSL?|MRS|MSR|B|BL|BR|BLR|RET|B\.cond|CBN?Z|TBN?Z|WF)/;
const isVector = (row: Row): boolean => /SIMD|floating|Crypto/i.test(row.group + row.class + row.name);

export function floatingPointCases(random: Random): Case[] {
  return standardDecoder().rows.flatMap((row) => {
    if (FLOW.test(row.name) || row.name.startsWith("UDF")) return [];
    if (!isVector(row) && (/literal/.test(row.name) || !oneIn(random, 8))) return [];
    const word = drawWord(row, random, (w) => isInProfile(row, w));
    if (word === undefined) return [];
    return [drawCase(row, word, true, random), ...(accessesMemory(row) || /literal/.test(row.name) ? [] : [drawCase(row, word, false, random)])];
  });
}

/** A memory access is tried where it is trapped only: its base register may be any. */
function drawCase(row: Row, word: number, mustTrap: boolean, random: Random): Case {
  const level = oneIn(random, 3) ? 1 : 0;
  const FPEN = mustTrap ? pick(random, level === 0 ? [0, 1, 2] : [0, 2]) : below(random, 4);
  const words = isVector(row) || !accessesMemory(row) ? [word, ...assembled("svc #1")] : assembled("add x0, x1, x2; svc #1");
  return {
    title: `${row.name} at EL${level}, FPEN ${FPEN}`,
    words,
    state: { 1: BigInt(DATA), [SPSR]: level === 0 ? EL0T : pick(random, [EL1H, EL1T]) },
    settings: { CPACR_EL1: BigInt(FPEN) << 20n },
  };
}
