// What takes hot code to an exception that is not a fault of memory: trapped floating point, breakpoints, watchpoints and
// software step. ESR_EL1's literals are the manual's: class 0x07 with CV and COND 0xe; 0x3c, BRK; 0x31, 0x35 and 0x32 with
// status 0x22, a breakpoint, a watchpoint (bit 6: a write) and, with ISV, a step; 0, undefined.

import { expect } from "chai";
import { compared, DATA, logOf, registers, USERS_READ_ONLY } from "./guests";

/** 40 rounds; something is done behind the 20th, and X18 is then 1. */
const rounds = (hot: string, between: string): string => `
  mov x5, #0
  mov x18, #0
  mov x6, #40
again:
  ${hot}
  cmp x6, #21
  b.ne same
  ${between}
  mov x18, #1
same:
  subs x6, x6, #1
  b.ne again
`;

const log = (guest: Parameters<typeof logOf>[0]) => logOf(guest).map(([esr, , where]) => [esr, where]);
const twenty = (entry: readonly bigint[]) => Array.from({ length: 20 }, () => entry);

/** Debug exceptions of EL1 are taken from now on: the OS lock is off, MDSCR_EL1 has KDE and MDE, PSTATE.D is 0. */
const DEBUGGED = "msr OSLAR_EL1, xzr\n mov x9, #0xa000\n msr MDSCR_EL1, x9\n isb\n msr DAIFClr, #8\n";

describe("Hot code is trapped", () => {
  for (const [title, fp] of [["a scalar's addition", "fadd d0, d0, d1"], ["a vector's", "add v0.2d, v0.2d, v1.2d"], ["a load", "ldr q0, [x26]"], ["FPCR", "mrs x4, FPCR"]] as const) {
    it(`where CPACR_EL1 forbids floating point, from then on: ${title}`, () => {
      const guest = compared({ body: rounds(`${fp}\n add x5, x5, #1`, "msr CPACR_EL1, xzr\n isb") }, { share: 0.3 });
      expect(registers(guest, 5)).to.deep.equal([40n]);
      expect(log(guest)).to.deep.equal(twenty([0x1fe0_0000n, 1n]));
    });
  }

  it("no more once CPACR_EL1 allows it", () => {
    const guest = compared({
      body: `msr CPACR_EL1, xzr\n isb\n fmov d1, #1.0\n fmov d0, xzr\n
        ${rounds("fadd d0, d0, d1", "mov x9, #0x300000\n msr CPACR_EL1, x9\n isb\n fmov d1, #1.0\n fmov d0, xzr")}\n fcvtzs x5, d0`,
    }, { share: 0.3 });
    expect(registers(guest, 5)).to.deep.equal([20n]);
    expect(log(guest)).to.deep.equal(Array(22).fill([0x1fe0_0000n, 0n]));
  });

  it("by BRK, SVC and what is undefined, at once", () => {
    const guest = compared({ body: rounds("brk #7\n svc #5\n nop\n udf #1\n add x5, x5, #1", "nop") }, { share: 0.1 });
    expect(registers(guest, 5)).to.deep.equal([40n]);
    const round = (where: bigint) => [[0xf200_0007n, where], [0x5600_0005n, where], [0x0200_0000n, where]];
    expect(log(guest)).to.deep.equal([...Array.from({ length: 20 }, () => round(0n)), ...Array.from({ length: 20 }, () => round(1n))].flat());
  });

  it("by a hardware breakpoint, which is set and taken away while it is hot", () => {
    const guest = compared({
      body: `${rounds("place: add x5, x5, #1\n add x7, x7, #1", `
        adr x9, place
        msr DBGBVR0_EL1, x9
        mov x9, #0x1e3              // All of the word, at EL1.
        msr DBGBCR0_EL1, x9
        ${DEBUGGED}`)}
        msr MDSCR_EL1, xzr
        isb
        mov x6, #10
      more:
        add x5, x5, #1
        subs x6, x6, #1
        b.ne more`,
    }, { share: 0.2 });
    expect(registers(guest, 5, 7)).to.deep.equal([30n, 40n]); // What logs it steps over the instruction.
    expect(log(guest)).to.deep.equal(twenty([0xc600_0022n, 1n]));
  });

  it("by a hardware watchpoint, before it stores", () => {
    const guest = compared({
      body: `${rounds("str x6, [x26]\n ldr x4, [x26, #8]\n add x5, x5, #1", `
        msr DBGWVR0_EL1, x26
        mov x9, #0x1ffb             // Loads and stores of all eight bytes, at EL1.
        msr DBGWCR0_EL1, x9
        ${DEBUGGED}`)}
        ldr x7, [x26]               // It is watched, and so logged.
        msr MDSCR_EL1, xzr
        isb
        ldr x8, [x26]`,
    }, { share: 0.2 });
    expect(registers(guest, 5, 8)).to.deep.equal([40n, 21n]);
    expect(logOf(guest)).to.deep.equal([...twenty([0xd600_0062n, BigInt(DATA), 1n]), [0xd600_0022n, BigInt(DATA), 1n]]);
  });

  it("by software step, of 50 instructions amid a hot loop of EL0's", () => {
    const code = DATA + 0x7000;
    // again: add x5, x5, #1; subs x6, x6, #1; b.ne again; svc #1
    const words = [0x910004a5, 0xf10004c6, 0x54ffffc1, 0xd4000021];
    const pair = (n: number): bigint => BigInt(words[n]!) | (BigInt(words[n + 1]!) << 32n);
    const el0 = (rounds_: number, spsr: string): string => `
        mov x6, #${rounds_}
        ldr x10, =${code}
        msr ELR_EL1, x10
        ${spsr}
        msr SPSR_EL1, x9
        adr x11, back_${rounds_}
        eret
      back_${rounds_}:`;
    const guest = compared({
      rights: new Map([[code, USERS_READ_ONLY]]), setup: [[code, pair(0)], [code + 8, pair(2)]],
      body: `
        mov x5, #0
        mov x7, #0
        ${el0(400, "mov x9, #0")}
        msr OSLAR_EL1, xzr
        mov x9, #1
        msr MDSCR_EL1, x9
        isb
        ${el0(401, "mov x9, #0x200000")}
        ${el0(402, "mov x9, #0")}`,
      sync: `
        mrs x16, ESR_EL1
        lsr x17, x16, #26
        cmp x17, #0x32
        b.ne called
        add x7, x7, #1              // Another one, or no more.
        cmp x7, #50
        cset x17, ne
        msr MDSCR_EL1, x17
        mrs x17, SPSR_EL1
        orr x17, x17, #0x200000
        msr SPSR_EL1, x17
        mov x8, x16
        mov x12, x6
        eret
      called:
        msr ELR_EL1, x11
        mov x17, #0x3c5
        msr SPSR_EL1, x17
        eret`,
    });
    // 50 instructions are 16 rounds of three, and two more: 384 rounds are left.
    expect(registers(guest, 5, 7, 8, 12)).to.deep.equal([400n + 401n + 402n, 50n, 0xcb00_0022n, 384n]);
  });
});
