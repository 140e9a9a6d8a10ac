// o2p pack: work/ as the zip file that o2p grade takes.

import type { Command } from "commander";
import { UserFault } from "../../base/fault";

export function register(program: Command): void {
  program
    .command("pack")
    .summary("make the file to hand in")
    .description("Packs the exercises in work/ into a zip file, and prints its receipt: the SHA-256 of what you hand in.")
    .option("-o, --out <file>", "the zip file", "hand-in.zip")
    .action(async ({ out }: { readonly out: string }) => {
      const { writeFileSync } = await import("node:fs");
      const { WORK, workFolder } = await import("../../course/root");
      const { WorkingCopy } = await import("../../course/exercises/working-copy");
      const { pack } = await import("../../course/grade/pack");
      const { withReasons } = await import("../input");
      const files = new WorkingCopy(workFolder()).read();
      const names = Object.keys(files).sort();
      if (names.length === 0) throw new UserFault(`there is nothing in ${WORK}/ to hand in: run npx o2p start`);
      const { zip, receipt } = pack(files);
      withReasons(out, () => writeFileSync(out, zip));
      console.log([...names, "", `${out}   ${zip.length} bytes`, `receipt ${receipt}`].join("\n"));
    });
}
