// o2p learn: save a file in work/, and its verdict is there.

import type { Command } from "commander";
import { UserFault } from "../../base/fault";
import type { LearningLoop } from "../../course/learn/learn";

export function register(program: Command): void {
  program
    .command("learn")
    .summary("watch work/ and judge what you save")
    .description("Shows the next exercise and its first failing case, and does so again whenever you save a file in work/.\nKeys: h a hint, n the next exercise, q quit.")
    .action(async () => {
      const { WORK, workFolder } = await import("../../course/root");
      const { existsSync } = await import("node:fs");
      const learn = await import("../../course/learn/learn");
      const dir = workFolder();
      if (!existsSync(dir)) throw new UserFault(`there is no ${WORK}/ yet: run npx o2p start`);
      const loop = new learn.LearningLoop({ dir, print: (line) => console.log(line) });
      await loop.begin();
      console.log("\nSave a file and its verdict is here. h: hint, n: next exercise, q: quit");
      await keys(loop);
      await loop.end();
    });
}

/** Returns when the reader quits, or standard input ends. */
function keys(loop: LearningLoop): Promise<void> {
  const { stdin } = process;
  if (stdin.isTTY) stdin.setRawMode(true);
  return new Promise<void>((resolve) => {
    process.once("SIGINT", () => resolve());
    stdin.once("end", resolve);
    stdin.setEncoding("utf8").on("data", (text: string) => {
      for (const key of text) {
        if (key === "h") loop.hint();
        else if (key === "n") loop.skip();
        else if (key === "q" || key === "\u0003") resolve();
      }
    });
  }).then(() => {
    if (stdin.isTTY) stdin.setRawMode(false);
    stdin.destroy();
  });
}
