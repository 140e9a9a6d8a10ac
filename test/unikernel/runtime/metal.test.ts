// The runtime as the compiler compiles it, on our board and on QEMU: what a simulation of its memory
// cannot show, since there the registers and the stack are Node's.

import { expect } from "chai";
import { buildProgram } from "../../../src/compiler/build";
import { REPOSITORY } from "../../compiler/hosted";
import { QEMU, runOnBoard, runOnQemu } from "../../compiler/machines";
import { isInstalled, itWith } from "../../installed";

const COLLECTOR = [
  "register 499500",
  "interior pointer 7000",
  "far pointer 14000",
  "list 449985000",
  "freed true",
  "many 12497500",
  "objects 5383",
  "cycles true",
  "trap: the heap is full",
  "    at start (test/unikernel/programs/collector.ts:124)",
  "",
].join("\n");

/** On each of the stacks, sums of 0 to n - 1, by hand. */
const CONTEXTS = [
  "register 499500",
  "frame 10000",
  "deep 0 45 190 435 780",
  "interior pointer 7000",
  "collected true",
  "main 499500",
  "blocked true",
  "dropped true",
  "uncaught Error: the context has ended",
  "    at start (test/unikernel/programs/contexts.ts:127)",
  "",
].join("\n");

/** 690 codes of the names, 190 of the numbers, 354 of their squares, and 100 spaces. */
const MUCH_GARBAGE = "true\ntrue\n100 1334\n";

const PROGRAMS = [
  // program       prints
  ["collector",    COLLECTOR],
  ["contexts",     CONTEXTS],
  ["much-garbage", MUCH_GARBAGE],
] as const;

const LIMIT = 400_000_000;

const pathOf = (name: string): string => `test/unikernel/programs/${name}.ts`;

describe("the collector on the machine", function () {
  this.timeout(300_000);

  for (const [name, prints] of PROGRAMS) {
    for (const optimization of [0, 1] as const) {
      // What takes our board too long, QEMU alone is asked.
      const isForBoard = optimization === 1 && name !== "much-garbage";
      const itHere = itWith(QEMU, isForBoard && process.env["CI"] === undefined || isInstalled(QEMU));
      itHere(`${name}, optimization ${optimization}`, () => {
        const { image } = buildProgram(REPOSITORY, pathOf(name), { optimization });
        if (isInstalled(QEMU)) expect(runOnQemu(image), "QEMU").to.equal(prints);
        if (isForBoard) expect(runOnBoard(image, LIMIT).printed, "our board").to.equal(prints);
      });
    }
  }
});

const RUNTIME = "src/unikernel/runtime";

/** The collector with a mistake in it. */
const MISTAKES: readonly (readonly [what: string, file: string, from: string, to: string])[] = [
  ["no variables that have a first value", "collect",
    `markRange(symbol("link/data"), symbol("link/data-end"));`, ""],
  ["no variables that start as zero", "collect",
    `markRange(symbol("link/bss"), symbol("link/bss-end"));`, ""],
  ["not the stack that runs", "contexts",
    "markRange(sp, running === null ? symbol(\"link/stack-end\") : running.end);", ""],
  ["not the registers of who asked for memory", "contexts", "markRange(sp,", "markRange(plus(sp, 96n),"],
  ["no blocked stack", "contexts", "markRange(load64(at.begin), at.end);", "load64(at.begin);"],
  ["not the registers of a blocked stack", "contexts",
    "markRange(load64(at.begin),", "markRange(plus(load64(at.begin), 96n),"],
  ["not the stack on which the program started, while others run", "contexts",
    "if (at !== running)", "if (at !== running && at.memory !== null)"],
  ["the stacks of contexts that have ended", "contexts", "        first = at.next;".trim(), "return;"],
  ["no pointers into a cell", "heap", "isWhole && load32", "isWhole && cell === address && load32"],
  ["no pointers into a page that is not the first", "heap",
    "if (kind >= REST) return minus(page, times(BigInt(kind - REST), PAGE));", "if (kind >= REST) return 0n;"],
  ["not what is in the last word of an instance", "mark", "while (bits !== 0n)", "while (bits > 1n)"],
  ["no elements of arrays", "mark", "else if (shape === SHAPE.references) lookIntoReferences(object);", ""],
  ["no blocks of arrays", "mark",
    "else if (shape === SHAPE.array) markReference(load64(plus(object, BigInt(ARRAY.block))));", ""],
  ["no storage of views", "mark",
    "else if (shape === SHAPE.view) markReference(load64(plus(object, BigInt(VIEW.storage))));", ""],
  ["forgets what waits when there is no room", "mark", "    hasOverflowed = true;", ""],
  ["one cell of a page, though it lives", "sweep", "if (isMarked(cell))", "if (isMarked(cell) && cell % 4096n !== 512n)"],
  ["the last large object, though it lives", "sweep", "if (isMarked(page))", "if (isMarked(page) && count !== 10n)"],
  ["marks of the last time", "collect", "clearMarks();", ""],
];

describe("a collector with a mistake is found out:", function () {
  this.timeout(300_000);

  const itOnQemu = itWith(QEMU);
  for (const [what, file, from, to] of MISTAKES) {
    itOnQemu(what, () => {
      const path = `${RUNTIME}/${file}.ts`;
      const text = REPOSITORY.read(path)!;
      expect(text.split(from).length, from).to.equal(2);
      const sources = { read: (name: string) => (name === path ? text.replace(from, to) : REPOSITORY.read(name)) };
      const isFound = PROGRAMS.some(([name, prints]) => runOnQemu(buildProgram(sources, pathOf(name)).image) !== prints);
      expect(isFound).to.equal(true);
    });
  }
});
