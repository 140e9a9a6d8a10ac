// Asks QEMU and us the same questions and prints where the answers differ, the named cases (cases.ts) first:
//   npx ts-node test/machine/cpu/floating-point/compare-with-qemu.ts [questions] [seed] [name prefix]

import { fpcrOf, fpsrOf } from "./case-bits";
import { CASES } from "./cases";
import { operations, type Operation } from "./operations";
import { askQemu, type Question } from "./qemu";
import { Bits, question } from "./questions";

const BATCH = 100_000;
const hex = (x: number | bigint): string => `0x${x.toString(16)}`;

/** How many of the named cases QEMU does not agree with. */
function wrongCases(all: readonly Operation[]): number {
  const cases = Object.values(CASES).flat();
  const questions = cases.map(([name, fpcr, [x = 0n, y = 0n, z = 0n]]): Question => (
    { operation: all.find((operation) => operation.name === name)!, fpcr: fpcrOf(fpcr), fpsr: 0, x, y, z }
  ));
  const answers = askQemu(all, questions);
  const wrong = cases.filter(([, , , result, fpsr], i) => answers[i]!.result !== result || answers[i]!.fpsr !== fpsrOf(fpsr));
  for (const [name, , , , , what] of wrong) console.log(`cases.ts, ${name}: ${what}`);
  console.log(`${cases.length} named cases, ${wrong.length} differences`);
  return wrong.length;
}

function main(count: number, seed: bigint, prefix: string): void {
  const all = operations();
  const asked = all.filter(({ name }) => name.startsWith(prefix));
  const wrong = wrongCases(all);
  const bits = new Bits(seed);
  const differences = new Map<string, number>();
  for (let done = 0; done < count; done += BATCH) {
    const questions = Array.from({ length: Math.min(BATCH, count - done) }, () => question(bits, bits.pick(asked)));
    askQemu(all, questions).forEach((theirs, i) => {
      const { operation, fpcr, fpsr, x, y, z } = questions[i]!;
      const context = { fpcr, fpsr };
      const ours = operation.apply(context, x, y, z);
      if (ours === theirs.result && context.fpsr === theirs.fpsr) return;
      const count = (differences.get(operation.name) ?? 0) + 1;
      differences.set(operation.name, count);
      if (count > 3) return;
      console.log(
        `${operation.name}: fpcr ${hex(fpcr)} fpsr ${hex(fpsr)} of ${[x, y, z].slice(0, operation.operands).map(hex).join(" ")}: ` +
        `QEMU ${hex(theirs.result)} fpsr ${hex(theirs.fpsr)}, ours ${hex(ours)} fpsr ${hex(context.fpsr)}`,
      );
    });
  }
  const total = [...differences.values()].reduce((a, b) => a + b, 0);
  console.log(`${count} questions, ${asked.length} operations, ${total} differences`);
  process.exitCode = total + wrong === 0 ? 0 : 1;
}

main(Number(process.argv[2] ?? 200_000), BigInt(process.argv[3] ?? 1), process.argv[4] ?? "");
