// Exclusive accesses, of one CPU and of several, in hot code (Arm ARM, "Synchronization and semaphores").

import { expect } from "chai";
import { compared, DATA, registers } from "./guests";

/** CPUs 1 to `cpus` - 1 begin at `begin` with the MMU off, and CPU 0 follows. X28 is the CPU's number. */
const all = (cpus: number): string => `
  mov x19, #1
on:
  cmp x19, #${cpus}
  b.eq all_on
  ldr x0, =CPU_ON
  mov x1, x19
  adr x2, begin
  mov x3, x19
  hvc #0
  add x19, x19, #1
  b on
all_on:
  mov x0, #0
begin:
  mov x28, x0
  ldr x26, =${DATA}
`;

/** CPU 0 waits for the others, who count in the second doubleword of DATA; then X5 is the first. */
const end = (cpus: number): string => `
  add x1, x26, #0x100
  mov x2, #1
  ldadd x2, x3, [x1]
  cbz x28, last
  ldr x0, =CPU_OFF
  hvc #0
last:
  ldr x3, [x1]
  cmp x3, #${cpus}
  b.ne last
  ldr x5, [x26]
`;

const additions = [
  ["ldxr and stxr", "retry: ldxr x2, [x26]\n add x2, x2, #1\n stxr w3, x2, [x26]\n cbnz w3, retry"],
  ["ldaxp and stlxp", "retry: ldaxp x2, x4, [x26]\n add x2, x2, #1\n stlxp w3, x2, x4, [x26]\n cbnz w3, retry"],
  ["cas", "retry: ldr x2, [x26]\n mov x4, x2\n add x3, x2, #1\n casal x4, x3, [x26]\n cmp x4, x2\n b.ne retry"],
  ["ldadd", "mov x2, #1\n ldadd x2, x3, [x26]"],
] as const;

describe("Exclusive accesses in hot code", () => {
  for (const [title, add] of additions) {
    it(`add 4 times 200 on four CPUs, by ${title}, and lose nothing`, () => {
      const guest = compared({ hasMmu: false, cpus: 4, body: `${all(4)}\n mov x6, #200\n again:\n ${add}\n subs x6, x6, #1\n b.ne again\n ${end(4)}` }, { share: 0.3 });
      expect(registers(guest, 5)).to.deep.equal([800n]);
    });
  }

  it("end by a plain store of another CPU's compiled code between the two", () => {
    // CPU 1 stores all the time. A turn ends between LDXR and STXR, now and then, and X7 counts what STXR refuses.
    const guest = compared({
      hasMmu: false, cpus: 2,
      body: `
        ${all(2)}
        cbnz x28, stores
        mov x7, #0
        ldr x6, =3000
      again:
        ldxr x2, [x26]
        mov x8, #40
      hold:
        subs x8, x8, #1
        b.ne hold
        stxr w3, x2, [x26]
        add x7, x7, x3
        subs x6, x6, #1
        b.ne again
        b off
      stores:
        add x4, x4, #1
        str x4, [x26]
        b stores`,
    }, { share: 0.3 });
    const [refused] = registers(guest, 7);
    expect(Number(refused)).to.be.within(1, 2999);
  });

  const ends = [
    // between the two                            STXR's answer
    ["nop",                                       0n],
    ["clrex",                                     1n],
    ["ldr x9, [x26]",                             0n],
    ["ldxr x9, [x10]",                            1n],
    ["svc #1",                                    1n],
  ] as const;
  for (const [between, expected] of ends) {
    it(`are paired, or not, with ${between} between them`, () => {
      const guest = compared({
        body: `
          add x10, x26, #0x800
          mov x7, #0
          mov x6, #40
        again:
          ldxr x2, [x26]
          ${between}
          stxr w3, x6, [x26]
          add x7, x7, x3
          subs x6, x6, #1
          b.ne again
          ldr x5, [x26]`,
        sync: "eret",
      }, { share: 0.3 });
      expect(registers(guest, 5, 7)).to.deep.equal(expected === 0n ? [1n, 0n] : [0n, 40n]);
    });
  }
});
