import { expect } from "chai";
import { existsSync } from "node:fs";
import path from "node:path";
import { buildProgram } from "../../../../src/compiler/build";
import { kernelSources } from "../../../../src/site/plugins/compiler-plugin";
import { barsOf, longestOf, shareText } from "../../../../src/site/widgets/boot-timeline/service-bars";
import { stepTexts } from "../../../../src/site/widgets/boot-timeline/service-steps";
import { compileSource } from "../../../../src/site/widgets/compiler-view/compile-source";
import { pictureOf } from "../../../../src/site/widgets/memory-map/map-bands";
import { recordService } from "../../../../src/site/widgets/service/record-service";
import { serviceRows } from "../../../../src/site/widgets/service/service-list";
import { fromJson, type ServiceJson, type ServiceRecord, toJson } from "../../../../src/site/widgets/service/service-record";

const root = path.join(__dirname, "../../../..");
const buildMs = 60_000;

/** IncludeOS's names, in IncludeOS's order. */
const steps = [
  "_start", "__arch_start", "__init_serial1", "__init_sanity_checks", "_move_symbols", "_init_bss", "OS::init_heap", "_init_syscalls", "idt_initialize_for_cpu",
  "_init_elf_parser", "Elf_binary<Elf64>", "RNG::init", "__libc_start_main", "OS::start", "OS::post_start", "kernel_sanity_checks", "OS::event_loop",
];
const instructionsATick = 16;

describe("what is recorded of a service", function () {
  this.timeout(buildMs);
  const kernel = kernelSources(root);
  let record: ServiceRecord;
  before(async () => {
    record = await recordService(buildProgram({ read: (file) => kernel[file] }, "src/unikernel/services/monitor.ts"), "boot\r");
  });

  it("is the boot's steps, one behind the other", () => {
    const { boot } = record;
    expect(boot.steps.map(({ name }) => name)).to.deep.equal(steps);
    expect(boot.steps.map(({ begin }) => begin)).to.deep.equal([0, ...boot.steps.slice(0, -1).map(({ end }) => end)]);
    expect(boot.steps.at(-1)!.end).to.equal(boot.instructions);
    expect(boot.isOff).to.equal(false);
  });

  it("takes as long as the kernel's own counter says", () => {
    const printed = [...record.boot.console.matchAll(/^(\S+) +(\d+) +\d+\r?$/gm)].map(([, name, ticks]) => [name!, Number(ticks)] as const).filter(([name]) => name !== "all");
    expect(printed.map(([name]) => name)).to.deep.equal(steps.slice(0, -1));
    for (const [i, [name, ticks]] of printed.entries()) {
      const { begin, end } = record.boot.steps[i]!;
      // The one who counts and the one who looks do not do so in the same instruction.
      expect(Math.abs(end - begin - instructionsATick * ticks), name).to.be.at.most(6 * instructionsATick);
    }
  });

  it("has a text for each step, and a file that there is", () => {
    expect(stepTexts.map(({ name }) => name)).to.deep.equal(steps);
    for (const { file } of [...stepTexts, ...serviceRows]) expect(existsSync(path.join(root, file)), file).to.equal(true);
  });

  it("says in which functions a step was", () => {
    expect(record.boot.steps.find(({ name }) => name === "__init_sanity_checks")!.functions[0]!.name).to.match(/checksum/);
    for (const { functions } of record.boot.steps) for (const { file } of functions) expect(existsSync(path.join(root, file)), file).to.equal(true);
  });

  it("is drawn in bars that fill the whole", () => {
    const bars = barsOf(record.boot);
    expect(bars.reduce((sum, { share }) => sum + share, 0)).to.be.closeTo(100, 1e-6);
    expect(longestOf(bars)!.instructions).to.equal(Math.max(...bars.map(({ instructions }) => instructions)));
    expect([0.04, 0.4, 9.96, 12.5].map(shareText)).to.deep.equal(["< 0.1 %", "0.4 %", "10.0 %", "13 %"]);
  });

  it("maps the image's parts for what they are, and the guards not at all", () => {
    const { bands } = pictureOf(record.map, record.parts);
    const rightsOf = (name: string): string[] => bands.filter((band) => band.name === name).map(({ EL1, EL0 }) => `${EL1} ${EL0}`);
    expect(["code", "constants", "variables", "stack of exceptions", "stack", "guard", "devices"].map(rightsOf)).to.deep.equal([
      ["r-x ---"], ["r-- ---"], ["rw- ---"], ["rw- ---"], ["rw- ---"], [], ["rw- ---"],
    ]);
    expect(bands.filter(({ kind }) => kind === "wrong")).to.deep.equal([]);
    expect(bands.filter(({ va }) => va < 1n << 39n)).to.deep.equal([]);
  });

  it("goes through JSON as it is", () => {
    expect(fromJson(JSON.parse(toJson(record)) as ServiceJson)).to.deep.equal(record);
  });

  it("is refused at the line of the service's own text", () => {
    const source = 'import "../boot/entry";\n\nexport function start(): void {\n  const count: string = 5;\n}\n';
    const outcome = compileSource({ source, isOptimized: true, path: "src/unikernel/services/hello.ts" }, kernel, () => 0);
    expect(outcome).to.deep.include({ kind: "refused" });
    expect(outcome.kind === "refused" && outcome.lines.map(({ line, column }) => [line, column])).to.deep.equal([[4, 9]]);
  });
});
