// The law: a program means the same under Node, on our board and on QEMU. Nobody wrote the expectations down: Node, which
// has run such programs for a long time, gives them each time.

import { expect } from "chai";
import { checkedProgram } from "../../src/compiler/front/program";
import { Batch, endsBadly } from "./batch";
import { REPOSITORY } from "./hosted";
import { hasQemu } from "./machines";
import { onBoard, onNode, onQemu, programs } from "./three-ways";
import { unused } from "./used";

const FOLDER = /^test\/compiler\/programs\/([^/]+)\//;

const folders = new Map<string, string[]>();
for (const path of programs()) {
  const [, folder = ""] = FOLDER.exec(path) ?? [];
  folders.set(folder, [...(folders.get(folder) ?? []), path]);
}

it("the programs use every construct of the language table and every member of the library", () => {
  const program = checkedProgram(REPOSITORY, programs());
  expect(unused(program, program.modules.filter(({ fileName }) => FOLDER.test(fileName)))).to.deep.equal([]);
}).timeout(60_000);

const imports = (path: string): boolean => REPOSITORY.read(path)!.includes("\nimport ");

describe("programs, three ways", function () {
  this.timeout(600_000);

  for (const [folder, paths] of folders) {
    describe(folder, () => {
      let [node, board]: [string[], string[]] = [[], []];
      let qemu: string[] | undefined;

      before(() => {
        node = paths.map((path) => onNode(path));
        const batch = new Batch(REPOSITORY, paths.map((path, i) => ({ path, isAlone: endsBadly(node[i]!) || imports(path) })));
        board = batch.run(onBoard);
        if (hasQemu()) qemu = batch.run(onQemu);
      });

      paths.forEach((path, i) => {
        it(path.replace(FOLDER, ""), () => {
          expect(board[i], "our board").to.equal(node[i]);
          if (qemu !== undefined) expect(qemu[i], "QEMU").to.equal(node[i]);
        });
      });
    });
  }
});
