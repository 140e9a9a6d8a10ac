// A fault before the real vectors stand: one line, whatever there is and is not yet, and the power goes off. The first
// instruction of each step becomes a BRK, with a checksum that does not show it.

import { expect } from "chai";
import { itWith } from "../../installed";
import { QEMU } from "../../compiler/machines";
import { bootOnBoard, transcript } from "./board-boot";
import { BRK_42_SYNDROME, firstOf, withBreak } from "./damage";
import { HELLO, kernel, offsetIn } from "./kernels";
import { bootOnQemu } from "./qemu-boot";

const BOOT = "src/unikernel/boot";
const LINKED = 0xffff_ff80_4020_0000n;
const LOADED = 0x4020_0000n;

const PHASES = [
  // before                      in the image                                                    at
  ["the MMU is on",              () => lastWord(`${BOOT}/entry.ts#_start`),                       LOADED],
  ["anything is in TypeScript",  () => lastWord(`${BOOT}/entry.ts#__arch_start`) - 4,             LINKED],
  ["__init_serial1",             () => firstOf(kernel(HELLO), `${BOOT}/init-serial1.ts`),         LINKED],
  ["__init_sanity_checks",       () => firstOf(kernel(HELLO), `${BOOT}/init-sanity-checks.ts`),   LINKED],
  ["_move_symbols",              () => firstOf(kernel(HELLO), `${BOOT}/move-symbols.ts`),         LINKED],
  ["_init_bss",                  () => firstOf(kernel(HELLO), `${BOOT}/init-bss.ts`),             LINKED],
  ["OS::init_heap",              () => firstOf(kernel(HELLO), `${BOOT}/init-heap.ts`),            LINKED],
  ["the kernel's own tables",    () => firstOf(kernel(HELLO), "src/unikernel/memory/kernel-map.ts"), LINKED],
  ["idt_initialize_for_cpu",     () => firstOf(kernel(HELLO), `${BOOT}/idt-initialize.ts`),       LINKED],
] as const;

/** Of a function in assembly, where its last instruction is. */
function lastWord(symbol: string): number {
  const { compiled } = kernel(HELLO).linked.functions.find((each) => each.compiled.symbol === symbol)!;
  return offsetIn(kernel(HELLO), symbol) + 4 * (compiled.words.length - 1);
}

const hex = (word: bigint): string => word.toString(16).padStart(16, "0");

const line = (offset: number, base: bigint): string =>
  `early fault: ESR_EL1 0x${BRK_42_SYNDROME.padStart(16, "0")}, ELR_EL1 0x${hex(base + BigInt(offset))}, FAR_EL1 0x`;

describe("a fault before the vectors", function () {
  this.timeout(120_000);

  for (const [what, where, base] of PHASES) {
    it(`before ${what}`, () => {
      const printed = transcript(withBreak(kernel(HELLO), where()));
      expect(printed).to.match(/^[^\n]*[0-9a-f]{16}\n$/);
      expect(printed).to.include(line(where(), base));
    });
  }

  itWith(QEMU)("the same on QEMU, entered at EL1 and at EL2", () => {
    for (const [what, where, base] of PHASES.filter((_, i) => i % 3 === 0)) for (const virtualization of [false, true]) {
      const printed = bootOnQemu(withBreak(kernel(HELLO), where()), { virtualization });
      expect(printed, what).to.match(/^[^\n]*[0-9a-f]{16}\n$/);
      expect(printed, what).to.include(line(where(), base));
    }
  });

  it("a device tree where there is no RAM: an external abort, by ESR_EL1 and FAR_EL1", () => {
    // EC 0x25, IL, DFSC 0b010000: synchronous external abort, not on a walk.
    const { printed, isOff } = bootOnBoard(kernel(HELLO).image, { x0: 0x5000_0000n });
    expect(printed).to.match(/^early fault: ESR_EL1 0x0000000096000010, ELR_EL1 0xffffff80402[0-9a-f]{5}, FAR_EL1 0xffffff8050000000\n$/);
    expect(isOff).to.equal(true);
  });

  it("without a UART nothing can be said: the machine powers off", () => {
    const { printed, isOff, retired } = bootOnBoard(kernel(HELLO).image, { without: "pl011" });
    expect([printed, isOff]).to.deep.equal(["", true]);
    expect(retired).to.be.lessThan(1_000_000);
  });
});
