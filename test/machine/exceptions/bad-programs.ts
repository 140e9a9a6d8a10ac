// Programs for bad guests: system instructions above all, then loads and stores, and whatever else there is.

import { meaningOf } from "../../../src/machine/cpu/meanings";
import { keyOf } from "../../../src/machine/cpu/system";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import type { Row } from "../../../src/machine/decoder/row";
import { SYSTEM_OPERATIONS } from "../../../src/machine/decoder/tables/system-operations";
import { OPERATIONS } from "../../../src/machine/sysregs/operations";
import { REGISTERS } from "../../../src/machine/sysregs/registers";
import { oneIn, pick } from "../../oracle/cpu/values";
import { drawWordsOf, Random } from "../../oracle/words";

const WORDS = 0x2_0000;
const SEED = 4;

const SYS = 0xd508_0000;
const MSR = 0xd510_0000;
const MRS = 0xd530_0000;
const ERET = 0xd69f_03e0;

type Draw = (random: Random) => number;

let words: Uint32Array | undefined;

/** The same for everybody. */
export function programWords(): Uint32Array {
  if (words !== undefined) return words;
  const draws = drawings();
  const random = new Random(SEED);
  words = Uint32Array.from({ length: WORDS }, () => pick(random, draws)(random));
  return words;
}

/** Each as often as any other. */
function drawings(): readonly Draw[] {
  const { rows } = standardDecoder();
  const rowsOf = (name: RegExp): readonly Row[] => rows.filter((row) => name.test(row.name));
  const ofGroup = (group: RegExp): readonly Row[] => rows.filter((row) => group.test(row.group));
  const from = (those: readonly Row[]): Draw => (random) => {
    for (;;) {
      const [word] = drawWordsOf([pick(random, those)], 1, random);
      if (oneIn(random, 64) || meaningOf(standardDecoder(), word!) !== undefined) return word!;
    }
  };
  const branch = from(ofGroup(/^Branches.*system/));
  const other = from(ofGroup(/^Data processing -- (imm|reg)/));
  const memory = from(ofGroup(/^Loads/));
  return [
    moveRegister, moveRegister, moveRegister, moveRegister, operation, operation, operation, () => ERET,
    from(rowsOf(/^MSR \(immediate\)$/)), from(rowsOf(/^(SVC|HVC|SMC|BRK|HLT|UDF)$/)), from(rowsOf(/^(WFI|WFE|SEV|SEVL|HINT)/)),
    memory, memory, memory, memory, other, other, other, branch, from(rows),
  ];
}

/** MRS or MSR of a register of this machine, or of a number that none has. */
function moveRegister(random: Random): number {
  if (oneIn(random, 32)) return moved(random.below(0x8000), pick(random, [MSR, MRS]), random);
  const { access, encoding } = pick(random, REGISTERS);
  const write = access === "WO" || (access === "RW" && !oneIn(random, 3));
  return moved(keyOf(encoding), write ? MSR : MRS, random);
}

/** op0's upper bit is the instruction's. */
const moved = (key: number, instruction: number, random: Random): number =>
  (instruction | ((key & 0x7fff) << 5) | random.below(32)) >>> 0;

const operations = Object.entries(SYSTEM_OPERATIONS)
  .flatMap(([kind, rows]) => rows.map(([op1, CRn, CRm, op2, , name]) => ({ name: `${kind} ${name}`, key: { op0: 0, op1, CRn, CRm, op2 } })))
  .filter(({ name }) => name in OPERATIONS);

/** IC, DC, AT or TLBI, as this machine has them. */
const operation = (random: Random): number => moved(keyOf(pick(random, operations).key), SYS, random);
