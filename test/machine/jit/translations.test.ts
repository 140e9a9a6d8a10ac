// What hot code loads from, stores to, or runs in goes elsewhere, or is forbidden: by TLBI, another ASID or TTBR0_EL1, another
// exception level, PAN and UAO. ESR_EL1's literals are the manual's: classes 0x25 and 0x24, a data abort at EL1 and from EL0,
// 0x21 and 0x20, an instruction abort; status codes 0x07 and 0x0f, translation and permission fault of level 3; bit 6, a write.

import { expect } from "chai";
import {
  compared, DATA, KERNELS, logOf, NOT_GLOBAL, PXN, READ_ONLY, registers, TABLES, USERS, USERS_READ_ONLY, WINDOW,
} from "./guests";

const [PAGE_A, PAGE_B] = [DATA + 0x2000, DATA + 0x3000];
const A = BigInt(PAGE_A) | KERNELS;
const B = BigInt(PAGE_B) | KERNELS;
const A_AND_B: readonly (readonly [number, bigint])[] = [[PAGE_A, 0xaan], [PAGE_B, 0xbbn]];

/** The window's first descriptor becomes `descriptor`; `tlbi` is what the guest then does. X1 to X3 are its own. */
const remap = (descriptor: bigint, tlbi = "tlbi vae1, x3"): string => `
  ldr x1, =${descriptor}
  ldr x2, =${TABLES.window}
  str x1, [x2]
  dsb ishst
  lsr x3, x25, #12
  ${tlbi}
  dsb ish
  isb
`;

/** 40 rounds; behind the 20th something is done. */
const rounds = (hot: string, between: string): string => `
  mov x5, #0
  mov x6, #40
again:
  ${hot}
  cmp x6, #21
  b.ne same
  ${between}
same:
  subs x6, x6, #1
  b.ne again
`;

describe("A page that hot code uses", () => {
  const forms = ["tlbi vae1, x3", "tlbi vae1is, x3", "tlbi vale1, x3", "tlbi vaae1is, x3", "tlbi vmalle1", "tlbi vmalle1is", "tlbi aside1, xzr"];
  for (const tlbi of forms) {
    it(`is another's, for its loads: ${tlbi}`, () => {
      // ASIDE1 leaves global pages.
      const attributes = tlbi.includes("aside1") ? NOT_GLOBAL : 0n;
      const guest = compared({
        window: [A | attributes], setup: A_AND_B,
        body: rounds("ldr x4, [x25]\n add x5, x5, x4", remap(B | attributes, tlbi)),
      });
      expect(registers(guest, 5)).to.deep.equal([20n * 0xaan + 20n * 0xbbn]);
    });
  }

  it("is another's, for its stores", () => {
    const guest = compared({
      window: [A], body: `${rounds("add x5, x5, #1\n str x5, [x25]", remap(B))}\n ldr x7, =${PAGE_A}\n ldr x7, [x7]\n ldr x8, =${PAGE_B}\n ldr x8, [x8]`,
    });
    expect(registers(guest, 7, 8)).to.deep.equal([20n, 40n]);
  });

  it("is another's, for what is executed", () => {
    const code = (imm: bigint): bigint => 0xd65f03c0_910000a5n | (imm << 10n); // add x5, x5, #imm; ret
    const guest = compared({
      window: [A], setup: [[PAGE_A, code(1n)], [PAGE_B, code(100n)]],
      body: rounds("blr x25", remap(B)),
    });
    expect(registers(guest, 5)).to.deep.equal([20n + 2000n]);
  });

  it("is gone: its loads, stores and calls fault, and come back", () => {
    const guest = compared({
      window: [A], setup: [[PAGE_A, 0xd65f03c0_910004a5n]],
      body: `
        mov x9, #3
      outer:
        ${rounds("blr x25\n ldr w4, [x25, #8]\n str w5, [x25, #12]", "nop")}
        ${remap(0n)}
        mov x18, #1
        ldr w4, [x25, #8]
        mov x18, #2
        str w4, [x25, #12]
        mov x18, #3
        blr x25
        ${remap(A)}
        subs x9, x9, #1
        b.ne outer`,
    });
    expect(registers(guest, 5)).to.deep.equal([40n]);
    const round = [[0x9600_0007n, BigInt(WINDOW + 8), 1n], [0x9600_0047n, BigInt(WINDOW + 12), 2n], [0x8600_0007n, BigInt(WINDOW), 3n]];
    expect(logOf(guest)).to.deep.equal([round, round, round].flat());
  });

  it("becomes read-only, and stores of hot code fault", () => {
    const guest = compared({
      window: [A],
      body: `mov x18, #7\n ${rounds("add x5, x5, #1\n str x5, [x25]", remap(BigInt(PAGE_A) | READ_ONLY))}\n ldr x7, [x25]`,
    });
    expect(registers(guest, 5, 7)).to.deep.equal([40n, 20n]);
    expect(logOf(guest)).to.deep.equal(Array.from({ length: 20 }, () => [0x9600_004fn, BigInt(WINDOW), 7n]));
  });

  it("becomes PXN under the code that runs in it", () => {
    const guest = compared({
      window: [A], setup: [[PAGE_A, 0xd65f03c0_910004a5n]],
      body: `mov x18, #7\n ${rounds("blr x25", remap(A | PXN))}`,
    });
    expect(registers(guest, 5)).to.deep.equal([20n]);
    expect(logOf(guest)).to.deep.equal(Array.from({ length: 20 }, () => [0x8600_000fn, BigInt(WINDOW), 7n]));
  });

  it("is shot down on the other CPU, which runs on it at that time", () => {
    const guest = compared({
      cpus: 2, window: [A], setup: A_AND_B,
      body: `
        ldr x0, =CPU_ON
        mov x1, #1
        adr x2, other
        hvc #0
        mov x5, #0
      again:
        ldr x4, [x25]
        add x5, x5, #1
        cmp x4, #0xbb
        b.ne again
        ldr x7, [x26]
        b off
      other:
        mrs x9, SCTLR_EL1
        ldr x25, =${WINDOW}
        ldr x26, =${DATA}
        ldr x7, =5000
      count:
        subs x7, x7, #1
        b.ne count
        ${remap(B, "tlbi vaae1is, x3")}
        mov x1, #1
        str x1, [x26]
        ldr x0, =CPU_OFF
        hvc #0`,
    });
    expect(registers(guest, 4)).to.deep.equal([0xbbn]);
    expect(Number(registers(guest, 5)[0])).to.be.greaterThan(500);
  });
});

describe("Another address space", () => {
  const to = (table: number, asid: bigint): string => `ldr x1, =${BigInt(table) | (asid << 48n)}\n msr TTBR0_EL1, x1\n isb\n`;

  it("by TTBR0_EL1 and its ASID, is the one that hot code loads from, stores to and calls", () => {
    const guest = compared({
      window: [A | NOT_GLOBAL], otherWindow: [B | NOT_GLOBAL],
      setup: [[PAGE_A, 0xd65f03c0_910004a5n], [PAGE_B, 0xd65f03c0_910190a5n]], // add x5, x5, #1 or #100; ret
      body: `
        mov x5, #0
        mov x8, #0
        mov x6, #30
      again:
        ${to(TABLES.first, 1n)}
        blr x25
        ldr w4, [x25, #8]
        add w4, w4, #1
        str w4, [x25, #8]
        ${to(TABLES.other, 2n)}
        blr x25
        ldr w4, [x25, #8]
        add w4, w4, #3
        str w4, [x25, #8]
        subs x6, x6, #1
        b.ne again
        ldr w8, [x25, #8]
        ${to(TABLES.first, 1n)}
        ldr w7, [x25, #8]`,
    }, { share: 0.25 });
    expect(registers(guest, 5, 7, 8)).to.deep.equal([30n + 3000n, 30n, 90n]);
  });

  it("does not have what is not global of an ASID that comes again, once that is forgotten", () => {
    const guest = compared({
      window: [A | NOT_GLOBAL], setup: A_AND_B,
      body: `
        ${to(TABLES.first, 7n)}
        ${rounds("ldr x4, [x25]\n add x5, x5, x4", `
          ${to(TABLES.first, 8n)}
          ${remap(B | NOT_GLOBAL, "mov x3, #7\n lsl x3, x3, #48\n tlbi aside1is, x3")}
          ${to(TABLES.first, 7n)}`)}`,
    });
    expect(registers(guest, 5)).to.deep.equal([20n * 0xaan + 20n * 0xbbn]);
  });

  it("is what is there without the MMU, and with it again", () => {
    const guest = compared({
      window: [A], setup: A_AND_B,
      body: rounds("ldr x4, [x26]\n add x5, x5, x4\n ldr x4, [x25]\n add x5, x5, x4", `
        mrs x9, SCTLR_EL1
        bic x10, x9, #1
        mov x18, #1
        msr SCTLR_EL1, x10
        isb
        add x5, x5, #1
        ldur x4, [x26, #4]            // A device's memory, now.
        ldr x4, [x25]                 // Behind the end of RAM.
        msr SCTLR_EL1, x9
        isb`),
    });
    expect(registers(guest, 5)).to.deep.equal([40n * 0xaan + 1n]);
    // An alignment fault, and a synchronous external abort.
    expect(logOf(guest)).to.deep.equal([[0x9600_0021n, BigInt(DATA + 4), 1n], [0x9600_0010n, BigInt(WINDOW), 1n]]);
  });
});

describe("Whose rights hot code has", () => {
  const [USER, READABLE, KERNEL] = [DATA + 0x4000, DATA + 0x5000, DATA + 0x6000];
  const rights = new Map([[USER, USERS], [READABLE, USERS_READ_ONLY], [KERNEL, KERNELS], [DATA + 0x7000, USERS_READ_ONLY]]);
  const places = `ldr x20, =${USER}\n ldr x21, =${READABLE}\n ldr x22, =${KERNEL}\n`;

  it("is PAN's: EL1's loads and stores of a user's page fault while it is set, LDTR and STTR do not", () => {
    const guest = compared({
      rights,
      body: `${places}
        ${rounds("str x6, [x20]\n ldr x4, [x20]\n add x5, x5, #1\n sttr x6, [x20]\n ldtr x4, [x20]", "msr PAN, #1\n mov x18, #1")}
        msr PAN, #0
        mov x18, #2
        ldr x7, [x20]`,
    }, { share: 0.3 });
    expect(registers(guest, 5, 7)).to.deep.equal([40n, 1n]);
    const round = [[0x9600_004fn, BigInt(USER), 1n], [0x9600_000fn, BigInt(USER), 1n]];
    expect(logOf(guest)).to.deep.equal(Array.from({ length: 20 }, () => round).flat());
  });

  it("is UAO's: LDTR and STTR may what EL1 may while it is set", () => {
    const guest = compared({
      rights,
      body: `${places}
        mov x18, #1
        ${rounds("ldtr x4, [x22]\n sttr x6, [x22]\n add x5, x5, #1", "msr UAO, #1\n mov x18, #2")}
        msr UAO, #0
        mov x18, #3
        ldtr x4, [x22]`,
    }, { share: 0.3 });
    const round = [[0x9600_000fn, BigInt(KERNEL), 1n], [0x9600_004fn, BigInt(KERNEL), 1n]];
    expect(logOf(guest)).to.deep.equal([...Array.from({ length: 20 }, () => round).flat(), [0x9600_000fn, BigInt(KERNEL), 3n]]);
    expect(registers(guest, 5)).to.deep.equal([40n]);
  });

  it("is its level's: the same code at EL1 and EL0, in turn, from one page", () => {
    const code = DATA + 0x7000;
    // At EL0: str x6, [x20]; ldr x4, [x22]; add x5, x5, #1; svc #1
    const words = [0xf9000286, 0xf94002c4, 0x910004a5, 0xd4000021];
    const pair = (n: number): bigint => BigInt(words[n]!) | (BigInt(words[n + 1]!) << 32n);
    const guest = compared({
      rights, setup: [[code, pair(0)], [code + 8, pair(2)]],
      body: `${places}
        ldr x10, =${code}
        mov x5, #0
        mov x6, #24
      again:
        mov x18, #0
        msr ELR_EL1, x10
        msr SPSR_EL1, x18
        adr x17, back
        str x17, [x26]
        eret
      back:
        // EL1 executes the same page, up to the SVC.
        mov x18, #1
        adr x17, behind
        str x17, [x26]
        blr x10
      behind:
        subs x6, x6, #1
        b.ne again`,
      sync: `
        mrs x16, ESR_EL1
        lsr x17, x16, #26
        cmp x17, #0x15              // SVC: X26 has where to go on.
        b.ne logged
        ldr x17, [x26]
        msr ELR_EL1, x17
        mov x17, #0x3c5
        msr SPSR_EL1, x17
        eret`,
    }, { share: 0.3 });
    expect(registers(guest, 5)).to.deep.equal([48n]);
    // EL0 may not load from the kernel's page; EL1 may do all.
    expect(logOf(guest)).to.deep.equal(Array.from({ length: 24 }, () => [0x9200_000fn, BigInt(KERNEL), 0n]));
  });
});
