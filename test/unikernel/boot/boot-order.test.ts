// The order of IncludeOS's boot (v0.14), as the project's design has it in a table: what `bootlog=verbose` prints, on
// our board and on QEMU.

import { expect } from "chai";
import { hasQemu } from "../../compiler/machines";
import { transcript } from "./board-boot";
import { HELLO, kernel } from "./kernels";
import { bootOnQemu } from "./qemu-boot";

const STEPS = [
  "_start",
  "__arch_start",
  // kernel_start
  /* 1 */ "__init_serial1",
  /* 2 */ "__init_sanity_checks",
  /* 3 */ "_move_symbols",
  /* 4 */ "_init_bss",
  /* 5 */ "OS::init_heap",
  /* 6 */ "_init_syscalls",
  /* 7 */ "idt_initialize_for_cpu",
  /* 8 */ "_init_elf_parser",
  /* 9 */ "Elf_binary<Elf64>",
  /* 10 */ "RNG::init",
  /* 11 */ "__libc_start_main",
  // kernel_main
  /* 1 */ "OS::start",
  /* 2 */ "OS::post_start",
  /* 3 */ "kernel_sanity_checks",
  /* 4 */ "OS::event_loop",
] as const;

/** A step's line: its name, and the ticks that it took. */
const LINE = /^boot: (\S+) +(\d+) ticks$/;

describe("bootlog=verbose", function () {
  this.timeout(120_000);
  const machines = [
    ["our board", (bootargs: string): string => transcript(kernel(HELLO).image, { bootargs })],
    ["QEMU", (bootargs: string): string => bootOnQemu(kernel(HELLO).image, { bootargs })],
  ] as const;

  for (const [name, boot] of machines.filter(([each]) => each !== "QEMU" || hasQemu())) {
    it(`prints the steps in their order, under their names, on ${name}`, () => {
      const lines = boot("one bootlog=verbose two").split("\n");
      const steps = lines.map((line) => LINE.exec(line)).filter((found) => found !== null);
      expect(steps.map(([, step]) => step)).to.deep.equal([...STEPS]);
      expect(steps.every(([line]) => line.length <= 80)).to.equal(true);
      // The service speaks in OS::post_start, and what is no step's line is the service's.
      const others = lines.filter((line) => !LINE.test(line));
      expect(others).to.deep.equal(["hello from the upper half", ""]);
      expect(lines.indexOf(others[0]!)).to.equal(STEPS.indexOf("OS::post_start"));
    });

    it(`is asked for by that word alone, on ${name}`, () => {
      for (const bootargs of ["bootlog=verbose2", "xbootlog=verbose", "bootlog=", "bootlog=verbos"]) {
        expect(boot(bootargs), bootargs).to.equal("hello from the upper half\n");
      }
    });
  }
});
