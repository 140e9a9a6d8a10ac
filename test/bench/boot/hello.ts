// The promises about hello: how large its image is, how many instructions it takes until it says something, and until it
// switches the power off, by step. Counted, not timed: every run gives the same.
//
//   npx ts-node test/bench/boot/hello.ts [SERVICE]

import { buildProgram } from "../../../src/compiler/build";
import { REPOSITORY } from "../../compiler/hosted";
import { countBoot } from "./boot-count";

export const MOST_BYTES = 65_536;
export const MOST_INSTRUCTIONS = 500_000;

const grouped = (count: number): string => count.toLocaleString("en").padStart(9);

function main(path = "src/unikernel/services/hello.ts"): void {
  const built = buildProgram(REPOSITORY, path);
  console.log(`${path}: an image of ${built.image.length.toLocaleString("en")} bytes; at most ${MOST_BYTES.toLocaleString("en")}`);
  for (const gic of [2, 3] as const) {
    const { toFirstByte, toPowerOff, steps } = countBoot(built, gic);
    console.log(`GICv${gic}: ${toFirstByte.toLocaleString("en")} instructions to the first byte of output; at most ${MOST_INSTRUCTIONS.toLocaleString("en")}`);
    if (gic === 2) for (const { name, instructions } of steps) console.log(`  ${grouped(instructions)} instructions  ${name}`);
    console.log(`GICv${gic}: ${toPowerOff.toLocaleString("en")} instructions to power-off`);
  }
}

if (require.main === module) main(process.argv[2]);
