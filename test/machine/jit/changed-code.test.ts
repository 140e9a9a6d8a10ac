// Code that is changed after it has been compiled. Where the guest makes a change known as the manual asks (Arm ARM,
// "Concurrent modification and execution of instructions": DC CVAU, DSB, IC IVAU, DSB, ISB) it must see it; where it does
// not, it must see what the interpreter does.

import { expect } from "chai";
import type { Jit } from "../../../src/machine/jit/jit";
import { MemoryDisk } from "../../../src/machine/devices/virtio/disk";
import { compared, DATA, doubleword, KERNELS, logOf, PXN, RAM, READ_ONLY, registers, startedOnEngine, TABLES, WINDOW } from "./guests";

/** Makes known that the word at X0 has changed. */
const KNOWN = "dc cvau, x0\n dsb ish\n ic ivau, x0\n dsb ish\n isb\n";
/** Of `add x5, x5, #1`, and #16. */
const ADD_1 = 0x9100_04a5;
const ADD_16 = 0x9100_40a5;

const invalidated = ({ jit }: { readonly jit: Jit }): number => jit.statistics.invalidated;

/** 40 rounds of a loop with an instruction that is patched behind round 20: 20 + 20 * 16. */
const hotLoop = (patch: string) => `
  mov x5, #0
  mov x6, #40
again:
  cmp x6, #20
  b.ne patched
  ${patch}
patched:
  add x5, x5, #1
  subs x6, x6, #1
  b.ne again
`;

describe("Code that changes below its page", () => {
  for (const [title, known] of [["with IC IVAU", KNOWN], ["with ISB alone", "isb\n"], ["with nothing", ""]] as const) {
    it(`a patched instruction of a hot loop counts from its next execution on, ${title}`, () => {
      const guest = compared({ body: hotLoop(`adr x0, patched\n ldr w1, =${ADD_16}\n str w1, [x0]\n ${known}`) });
      expect(registers(guest, 5)).to.deep.equal([20n + 20n * 16n]);
      expect(invalidated(guest)).to.be.within(1, 12); // As many regions as have the instruction.
    });
  }

  it("a byte, a pair and a vector's store across words change the code as well", () => {
    const guest = compared({
      body: `
        mov x5, #0
        mov x6, #40
      again:
        cmp x6, #30
        b.eq byte
        cmp x6, #20
        b.eq pair
        cmp x6, #10
        b.eq vector
      back:
        bl target
        subs x6, x6, #1
        b.ne again
        b off
      byte:
        adr x0, target
        mov w1, #0x0c
        strb w1, [x0, #1]           // add x5, x5, #3
        b back
      pair:
        adr x0, target - 4
        ldr w1, =0xd503201f         // nop
        ldr w2, =${ADD_16}
        stp w1, w2, [x0]
        b back
      vector:
        adr x0, target - 12
        ldr x1, =0xd503201fd503201f
        fmov d0, x1
        ldr x1, =0x91018ca5d503201f // nop; add x5, x5, #99
        mov v0.d[1], x1
        str q0, [x0]
        b back`,
      rest: `nop\n nop\n nop\n nop\n target: add x5, x5, #1\n ret\n`,
    });
    expect(registers(guest, 5)).to.deep.equal([10n + 10n * 3n + 10n * 16n + 10n * 99n]);
    expect(invalidated(guest)).to.be.greaterThan(2);
  });

  it("an instruction that changes the one behind it, in the same block, is seen by that one", () => {
    const guest = compared({
      body: `
        mov x5, #0
        mov x6, #8
        adr x0, next
        ldr w1, =${ADD_1}
        ldr w2, =${ADD_16}
      again:
        str w1, [x0]
      next:
        add x5, x5, #1
        eor w3, w1, w2              // The two change places.
        eor w1, w1, w3
        eor w2, w2, w3
        subs x6, x6, #1
        b.ne again`,
    }, { share: 0.1 });
    expect(registers(guest, 5)).to.deep.equal([4n + 4n * 16n]);
    expect(invalidated(guest)).to.be.greaterThan(6);
  });

  it("data beside code, in its page, ends nothing that was compiled", () => {
    const guest = compared({
      body: `
        mov x5, #0
        ldr x6, =5000
        adr x0, counter
      again:
        ldr x1, [x0]
        add x1, x1, #1
        str x1, [x0]
        subs x6, x6, #1
        b.ne again
        ldr x5, [x0]`,
      rest: "counter: .xword 0\n .xword 0\n",
    }, { share: 0.55 });
    expect(registers(guest, 5)).to.deep.equal([5000n]);
    expect(invalidated(guest)).to.equal(0);
  });

  it("code that is made anew, two hundred times in one place, is never the code before", () => {
    const guest = compared({
      body: `
        mov x5, #0
        mov x6, #200
        adr x0, made
      again:
        ldr w1, =0x910000a5         // add x5, x5, #imm12
        and w2, w6, #0xfff
        orr w1, w1, w2, lsl #10
        str w1, [x0]
        ${KNOWN}
        blr x0
        subs x6, x6, #1
        b.ne again`,
      rest: "made: nop\n ret\n",
    });
    expect(registers(guest, 5)).to.deep.equal([200n * 201n / 2n]);
    expect(guest.jit.statistics.invalidated).to.be.greaterThan(180);
  });
});

describe("Code that is changed from elsewhere", () => {
  const CODE_PAGE = DATA + 0x1000;
  const FUNCTION = [ADD_1, 0xd65f_03c0]; // ret
  const copied = `
        ldr x10, =${CODE_PAGE}
        ldr w1, =${FUNCTION[0]}
        ldr w2, =${FUNCTION[1]}
        stp w1, w2, [x10]
        mov x0, x10
        ${KNOWN}`;

  it("is seen through another virtual address than it was written to", () => {
    const guest = compared({
      window: [BigInt(CODE_PAGE) | KERNELS],
      body: `${copied}
        mov x5, #0
        mov x6, #40
      again:
        cmp x6, #20
        b.ne call
        ldr w1, =${ADD_16}
        str w1, [x25]               // The window shows it.
        ${KNOWN}
      call:
        blr x10
        subs x6, x6, #1
        b.ne again`,
    });
    expect(registers(guest, 5)).to.deep.equal([20n + 20n * 16n]);
    expect(invalidated(guest)).to.be.greaterThan(0);
  });

  it("is seen where the window's code is run, and RAM's is written", () => {
    const guest = compared({
      window: [BigInt(CODE_PAGE) | KERNELS],
      body: `${copied}
        mov x5, #0
        mov x6, #40
      again:
        cmp x6, #20
        b.ne call
        ldr w1, =${ADD_16}
        str w1, [x10]
        ${KNOWN}
      call:
        blr x25
        blr x10
        subs x6, x6, #1
        b.ne again`,
    });
    expect(registers(guest, 5)).to.deep.equal([2n * (20n + 20n * 16n)]);
  });

  it("is seen when the host writes it, as a debugger or a loader does", () => {
    const plan = { body: "mov x5, #0\n again: add x5, x5, #1\n b again" };
    const guest = startedOnEngine(plan);
    guest.board.run(10_000);
    const before = registers(guest, 5)[0]!;
    const { view, base } = guest.board.physical;
    const at = base + [...Array(0x20_0000 / 4).keys()].find((i) => view.getUint32(4 * i, true) === ADD_1)! * 4;
    guest.board.physical.write(at, Uint8Array.of(0xa5, 0x40, 0x00, 0x91));
    guest.board.run(1000);
    const grown = registers(guest, 5)[0]! - before;
    expect(Number(grown)).to.be.within(499 * 16, 501 * 16);
    expect(invalidated(guest)).to.be.within(1, 12);
  });

  it("is seen when a disk has written it, by DMA", () => {
    const sector = new Uint8Array(512);
    sector.set(new Uint8Array(Uint32Array.of(ADD_16, FUNCTION[1]!).buffer));
    // A queue of 4 at DATA: descriptors, then the driver's ring at 0x100, the device's at 0x200 (virtio 1.2, 2.7 and 5.2).
    const guest = compared({
      outside: { disks: [new MemoryDisk(sector, false)] },
      body: `${copied}
        ldr x11, =0x0a003e00          // The last slot has the first disk.
        mov w0, #0
        str w0, [x11, #0x70]
        mov w0, #3
        str w0, [x11, #0x70]
        mov w0, #1
        str w0, [x11, #0x24]
        str w0, [x11, #0x20]          // VIRTIO_F_VERSION_1
        mov w0, #11
        str w0, [x11, #0x70]
        mov w0, #4
        str wzr, [x11, #0x30]
        str w0, [x11, #0x38]
        ldr x0, =${DATA}
        str w0, [x11, #0x80]
        str wzr, [x11, #0x84]
        add x0, x0, #0x100
        str w0, [x11, #0x90]
        str wzr, [x11, #0x94]
        add x0, x0, #0x100
        str w0, [x11, #0xa0]
        str wzr, [x11, #0xa4]
        mov w0, #1
        str w0, [x11, #0x44]
        mov w0, #15
        str w0, [x11, #0x70]
        mov x5, #0
        mov x6, #40
      again:
        cmp x6, #20
        b.ne call
        strh w28, [x26, #0x100]
        mov w1, #1
        strh w1, [x26, #0x102]        // One request is there.
        str wzr, [x11, #0x50]
        mov x0, x10
        ${KNOWN}
      call:
        blr x10
        subs x6, x6, #1
        b.ne again
        ldrh w12, [x26, #0x202]
        ldrb w13, [x26, #0x410]
        b off
        .balign 8`,
      rest: "",
      setup: [
        [DATA + 0x00, BigInt(DATA + 0x400)], [DATA + 0x08, (1n << 48n) | (1n << 32n) | 16n],       // The request: read sector 0.
        [DATA + 0x10, BigInt(CODE_PAGE)],    [DATA + 0x18, (2n << 48n) | (3n << 32n) | 512n],      // To the code.
        [DATA + 0x20, BigInt(DATA + 0x410)], [DATA + 0x28, (2n << 32n) | 1n],                      // The status.
        [DATA + 0x410, 0xffn],
      ],
    });
    expect(registers(guest, 12, 13), "the disk's answer").to.deep.equal([1n, 0n]);
    expect(registers(guest, 5)).to.deep.equal([20n + 20n * 16n]);
    expect(invalidated(guest)).to.be.greaterThan(0);
  });

  it("is seen when a W^X page is flipped, written and flipped back, and faults while it is the other", () => {
    const entry = TABLES.window;
    const [writable, executable] = [BigInt(CODE_PAGE) | KERNELS | PXN, BigInt(CODE_PAGE) | READ_ONLY];
    const flip = (descriptor: bigint): string => `
        ldr x1, =${descriptor}
        ldr x2, =${entry}
        str x1, [x2]
        dsb ishst
        lsr x3, x25, #12
        tlbi vae1is, x3
        dsb ish
        isb`;
    const guest = compared({
      window: [executable],
      body: `${copied}
        mov x5, #0
        mov x6, #12
      again:
        ldr w4, =0x910000a5         // add x5, x5, #x6
        orr w4, w4, w6, lsl #10
        mov x18, #1
        str w4, [x25]               // Refused: it is not writable.
        ${flip(writable)}
        str w4, [x25]
        mov x18, #2
        blr x25                     // Refused: it is not executable.
        ${flip(executable)}
        mov x0, x25
        ${KNOWN}
        blr x25
        subs x6, x6, #1
        b.ne again`,
    });
    expect(registers(guest, 5)).to.deep.equal([12n * 13n / 2n]);
    // Permission faults of level 3: a data abort at EL1, writing, and an instruction abort.
    const round = [[0x9600_004fn, BigInt(WINDOW), 1n], [0x8600_000fn, BigInt(WINDOW), 2n]];
    expect(logOf(guest)).to.deep.equal(Array.from({ length: 12 }, () => round).flat());
  });

  it("by another CPU, is seen behind a message from it", () => {
    const guest = compared({
      cpus: 2,
      body: `
        ldr x0, =CPU_ON
        mov x1, #1
        adr x2, other
        hvc #0
        adr x10, called
        mov x5, #0
      again:
        blr x10
        ldr w1, [x26]
        cbz w1, again
        isb
        blr x10
        and x6, x5, #0xf
        b off
      other:
        ldr x26, =${DATA}
        ldr x7, =3000
      count:
        subs x7, x7, #1
        b.ne count
        adr x0, called
        ldr w1, =0xd28001e5         // mov x5, #15
        str w1, [x0]
        ${KNOWN}
        mov w1, #1
        str w1, [x26]
        ldr x0, =CPU_OFF
        hvc #0`,
      rest: "called: add x5, x5, #16\n ret\n",
    });
    expect(registers(guest, 5, 6)).to.deep.equal([15n, 15n]);
    expect(invalidated(guest)).to.be.greaterThan(0);
  });
});

describe("A page of code", () => {
  it("that was another's is not taken for it (RAM's first page is executed and overwritten in turn)", () => {
    const guest = compared({
      body: `
        ldr x10, =${RAM}
        mov x5, #0
        mov x6, #0
      again:
        ldr w1, =0x910004a5         // add x5, x5, #1; the other: #2
        tst x6, #1
        ldr w2, =0x910008a5
        csel w1, w1, w2, eq
        mov x3, #0
      fill:
        str w1, [x10, x3]
        add x3, x3, #4
        cmp x3, #32
        b.ne fill
        ldr w1, =0xd65f03c0
        str w1, [x10, x3]
        mov x0, x10
        ${KNOWN}
        blr x10
        add x6, x6, #1
        cmp x6, #30
        b.ne again`,
    });
    expect(registers(guest, 5)).to.deep.equal([15n * 8n + 15n * 16n]);
    expect(doubleword(guest, RAM)).to.equal(0x910008a5_910008a5n);
  });
});
