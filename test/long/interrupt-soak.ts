// A hundred thousand interrupts over random code, on our board and on QEMU, which must leave the same in every register.

import { soaked, soakKernel, soakOnBoard, soakOnQemu } from "../unikernel/events/soak";

const INTERRUPTS = 100_000;

const { image } = soakKernel();
const runs = [["our board", soakOnBoard], ["QEMU", soakOnQemu]] as const;
const digests = runs.map(([name, run]) => {
  const begin = Date.now();
  const printed = run(image, INTERRUPTS);
  console.log(`${name}, ${Math.round((Date.now() - begin) / 1000)} s:\n${printed}`);
  const found = soaked(printed);
  return found !== undefined && found.inside >= INTERRUPTS && found.differences === 0 ? found.digest : name;
});
process.exitCode = digests[0] === digests[1] ? 0 : 1;
