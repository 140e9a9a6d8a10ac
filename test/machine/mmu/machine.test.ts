// Programs that build their tables, switch the MMU on and live with it.

import { expect } from "chai";
import { CODE, MmuMachine, RAM } from "./machine";

/** 4 KiB, 39 bits: RAM where it is, as one block of 1 GiB, and three levels for what is at 0. */
const SET_UP = `
        mov   x10, #0x40000000        // level 1
        mov   x11, #0x1000
        add   x11, x10, x11           // level 2
        mov   x12, #0x2000
        add   x12, x10, x12           // level 3
        orr   x0, x11, #3
        str   x0, [x10]
        mov   x0, #0x0701             // block, AF, inner shareable, Attr0
        orr   x0, x0, x10
        str   x0, [x10, #8]
        orr   x0, x12, #3
        str   x0, [x11]
        mov   x0, #0x0703
        movk  x0, #0x4009, lsl #16
        str   x0, [x12]               // page 0 is at 0x40090000
        mov   x0, #0xff
        msr   mair_el1, x0
        mov   x0, #25
        movk  x0, #5, lsl #32
        msr   tcr_el1, x0
        msr   ttbr0_el1, x10
        isb
        mrs   x0, sctlr_el1
        orr   x0, x0, #1
        msr   sctlr_el1, x0
        isb
`;

describe("A program with an MMU", () => {
  it("finds at 0 what lies at 0x40090000", () => {
    const machine = new MmuMachine(`${SET_UP}
        mov   x1, #0x1234
        mov   x2, #0
        str   x1, [x2, #0x18]
        mov   x3, #0x40000000
        mov   x5, #0x90000
        add   x3, x3, x5
        ldr   x4, [x3, #0x18]
        brk   #0`);
    expect(machine.run()).to.deep.equal({ kind: "exception", cause: { kind: "BRK", imm16: 0 } });
    expect(machine.x(4)).to.equal(0x1234n);
  });

  it("reads on through a page that it has unmapped, until it says so", () => {
    const machine = new MmuMachine(`${SET_UP}
        mov   x2, #0
        ldr   x1, [x2]                // The TLB knows page 0 now.
        str   xzr, [x12]              // There is none any more.
        dsb   sy
        ldr   x1, [x2]
        ldr   x1, [x2, #8]
        tlbi  vae1is, x2
        dsb   sy
        isb
        ldr   x1, [x2, #16]
        brk   #0`);
    expect(machine.run()).to.deep.equal({
      kind: "exception", cause: { kind: "data abort", address: 16n, write: false, fault: { kind: "translation", level: 3 } },
    });
  });

  it("fetches through it", () => {
    const machine = new MmuMachine(`${SET_UP}
        ldr   w0, =0xd4200020         // brk #1
        mov   x3, #0x40000000
        mov   x5, #0x90000
        add   x3, x3, x5
        str   w0, [x3, #0x44]
        mov   x4, #0x44
        br    x4`);
    expect(machine.run()).to.deep.equal({ kind: "exception", cause: { kind: "BRK", imm16: 1 } });
    expect(machine.cpu.pc).to.equal(0x44n);
  });

  it("sees what DC ZVA has zeroed, and is refused where it may not write", () => {
    const machine = new MmuMachine(`${SET_UP}
        mov   x2, #0x40
        mov   x1, #-1
        stp   x1, x1, [x2]
        dc    zva, x2
        ldp   x3, x4, [x2]
        mov   x0, #0x0783             // Read-only from now on.
        movk  x0, #0x4009, lsl #16
        str   x0, [x12]
        tlbi  vmalle1
        dc    zva, x2`);
    expect(machine.run()).to.deep.equal({
      kind: "exception", cause: { kind: "data abort", address: 0x40n, write: true, fault: { kind: "permission", level: 3 } },
    });
    expect([machine.x(3), machine.x(4)]).to.deep.equal([0n, 0n]);
  });

  it("asks by AT, and reads the answer in PAR_EL1", () => {
    const machine = new MmuMachine(`${SET_UP}
        mov   x2, #0x123
        at    s1e1w, x2
        isb
        mrs   x3, par_el1
        mov   x2, #0x1000
        at    s1e1r, x2
        isb
        mrs   x4, par_el1
        brk   #0`);
    machine.run();
    expect([machine.x(3), machine.x(4)]).to.deep.equal([0xff00_0000_4009_0b80n, 0x80fn]);
  });

  it("goes back to an MMU that is off", () => {
    const machine = new MmuMachine(`${SET_UP}
        bic   x0, x0, #1
        msr   sctlr_el1, x0
        isb
        mov   x2, #0
        ldr   x1, [x2]`);
    expect(machine.run()).to.deep.equal({
      kind: "exception", cause: { kind: "data abort", address: 0n, write: false, fault: { kind: "external" } },
    });
    expect(machine.cpu.pc).to.be.greaterThan(CODE);
  });

  it("must keep its accesses aligned before it has switched it on", () => {
    const machine = new MmuMachine(`
        mov   x2, #0x40000000
        ldr   x1, [x2, #8]
        ldur  x1, [x2, #1]`);
    expect(machine.run()).to.deep.equal({
      kind: "exception", cause: { kind: "data abort", address: BigInt(RAM + 1), write: false, fault: { kind: "alignment" } },
    });
  });

  it("walks through more pages than the TLB holds", () => {
    // Level 3 maps 512 pages to RAM's first 128, in turn; 512 entries times two rounds.
    const machine = new MmuMachine(`${SET_UP}
        mov   x3, #0
        mov   x4, #0x40000000
        mov   x0, #0x703
        orr   x4, x4, x0
    fill: and   x5, x3, #0x7f
        add   x5, x4, x5, lsl #12
        str   x5, [x12, x3, lsl #3]
        add   x3, x3, #1
        cmp   x3, #512
        b.ne  fill
        mov   x6, #0
        mov   x7, #2
    round: mov x3, #0
    page: lsl   x5, x3, #12
        ldr   x0, [x5]
        add   x6, x6, #1
        add   x3, x3, #1
        cmp   x3, #512
        b.ne  page
        sub   x7, x7, #1
        cbnz  x7, round
        brk   #0`);
    expect(machine.run(100_000)).to.deep.equal({ kind: "exception", cause: { kind: "BRK", imm16: 0 } });
    expect(machine.x(6)).to.equal(1024n);
    expect(machine.mmu.tlb.entries.length).to.be.within(256, 512);
  });
});
