// What qemu-aarch64 7.2 made of loads and stores. Every byte of memory is 0x70 more than its address's low
// byte. X10 and SP are 0x20 and 0x40 into it; X3's low word is 8, X4's -2, and X5:X6 is what X10 points at.

import { expect } from "chai";
import { Cpu } from "../../../../src/machine/cpu/cpu";
import { causeText } from "../../../../src/machine/cpu/exception";
import { explain } from "../../../../src/machine/cpu/explain";
import { createMemory, PAGE, SP } from "../../../../src/machine/cpu/layout";
import { meaningOf } from "../../../../src/machine/cpu/meanings";
import { PhysicalMemory } from "../../../../src/machine/cpu/physical-memory";
import { assembleLine } from "../../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../../src/machine/decoder/decoder";

const DATA = 0x1000_0000;
const CODE = DATA + PAGE;

const REGISTERS: readonly (readonly [number, bigint])[] = [
  [1, 0x0123_4567_89ab_cdefn], [2, 0xfedc_ba98_7654_3210n], [3, 0xffff_ffff_0000_0008n], [4, 0xffff_fffen],
  [5, 0x9796_9594_9392_9190n], [6, 0x9f9e_9d9c_9b9a_9998n], [10, BigInt(DATA + 0x20)], [SP, BigInt(DATA + 0x40)],
];

/** Vector n has bytes from n * 32 on. */
const VECTORS = Uint8Array.from({ length: 64 }, (_, i) => 32 * (i >> 4) + (i & 15));

// instructions, and the registers and doublewords of memory that have changed
const CASES: readonly (readonly [string, string])[] = [
  // One register
  ["ldr x0, [x10]",                                "x0=9796959493929190"],
  ["ldr w0, [x10, #8]",                            "x0=9b9a9998"],
  ["ldr x0, [x10, #-32]!",                         "x0=7776757473727170 x10=10000000"],
  ["ldr x0, [x10], #-16",                          "x0=9796959493929190 x10=10000010"],
  ["ldr x0, [sp], #16",                            "x0=b7b6b5b4b3b2b1b0 sp=10000050"],
  ["ldr x10, [x10], #8",                           "x10=10000028"],
  ["ldr x0, [x10, w3, uxtw]",                      "x0=9f9e9d9c9b9a9998"],
  ["ldr x0, [x10, x4, lsl #0]",                    "data abort: read, external fault at 0x11000001e"],
  ["ldr x0, [x10, w4, sxtw]",                      "x0=9594939291908f8e"],
  ["ldr w0, [x10, w3, sxtw #2]",                   "x0=b3b2b1b0"],
  ["ldrb w0, [x10, #1]",                           "x0=91"],
  ["ldrsb x0, [x10]",                              "x0=ffffffffffffff90"],
  ["ldrsb w0, [x10]",                              "x0=ffffff90"],
  ["ldrh w0, [x10, #2]",                           "x0=9392"],
  ["ldrsh x0, [sp, #-62]!",                        "x0=7372 sp=10000002"],
  ["ldrsw x0, [x10]",                              "x0=ffffffff93929190"],
  ["ldur x0, [x10, #-3]",                          "x0=94939291908f8e8d"],
  ["ldtrsh w0, [x10, #1]",                         "x0=ffff9291"],
  ["str x1, [x10, #8]",                            "[10000028]=123456789abcdef"],
  ["str wzr, [x10], #4",                           "x10=10000024 [10000020]=9796959400000000"],
  ["strb w1, [x10, #3]!",                          "x10=10000023 [10000020]=97969594ef929190"],
  ["strh w2, [x10, w3, uxtw #1]",                  "[10000030]=a7a6a5a4a3a23210"],
  ["sttr w1, [x10, #-4]",                          "[10000018]=89abcdef8b8a8988"],
  ["str x10, [x10, #8]!",                          "x10=10000028 [10000028]=10000020"],
  ["ldr b4, [x10]",                                "v4=90"],
  ["ldr h4, [x10, #2]",                            "v4=9392"],
  ["ldr s4, [x10], #4",                            "x10=10000024 v4=93929190"],
  ["ldr d4, [x10, w3, uxtw #3]",                   "v4=d7d6d5d4d3d2d1d0"],
  ["ldr q4, [x10, #16]",                           "v4=afaeadacabaaa9a8a7a6a5a4a3a2a1a0"],
  ["str b3, [x10]",                                "[10000020]=9796959493929160"],
  ["str q3, [x10, #-16]!",                         "x10=10000010 [10000010]=6766656463626160 [10000018]=6f6e6d6c6b6a6968"],
  // Two registers
  ["ldp x0, x1, [x10]",                            "x0=9796959493929190 x1=9f9e9d9c9b9a9998"],
  ["ldp w0, w1, [sp], #8",                         "x0=b3b2b1b0 x1=b7b6b5b4 sp=10000048"],
  ["ldp x10, x1, [x10, #8]",                       "x1=a7a6a5a4a3a2a1a0 x10=9f9e9d9c9b9a9998"],
  ["ldpsw x0, x1, [x10, #-32]!",                   "x0=73727170 x1=77767574 x10=10000000"],
  ["stp x1, x2, [sp, #-16]!",                      "sp=10000030 [10000030]=123456789abcdef [10000038]=fedcba9876543210"],
  ["stp w1, wzr, [x10, #4]",                       "[10000020]=89abcdef93929190 [10000028]=9f9e9d9c00000000"],
  ["ldp s4, s5, [x10]",                            "v4=93929190 v5=97969594"],
  ["stnp q0, q1, [x10, #32]",                      "[10000040]=706050403020100 [10000048]=f0e0d0c0b0a0908 [10000050]=2726252423222120 [10000058]=2f2e2d2c2b2a2928"],
  ["ldp x1, x1, [x10]",                            "x1=9796959493929190"],
  // Exclusive and ordered accesses
  ["ldxr x0, [x10]; stxr w7, x1, [x10]",           "x0=9796959493929190 [10000020]=123456789abcdef"],
  ["ldxrb w0, [x10]; stxrb w7, w1, [x10]",         "x0=90 [10000020]=97969594939291ef"],
  ["ldaxp w0, w7, [x10]; stlxp w8, w1, w2, [x10]", "x0=93929190 x7=97969594 [10000020]=7654321089abcdef"],
  ["ldxp x0, x7, [x10]; stxp w8, x1, x2, [x10]",   "x0=9796959493929190 x7=9f9e9d9c9b9a9998 [10000020]=123456789abcdef [10000028]=fedcba9876543210"],
  ["stxr w7, x1, [x10]",                           "x7=1"],
  ["ldar w0, [x10]",                               "x0=93929190"],
  ["stlrh w1, [x10]",                              "[10000020]=979695949392cdef"],
  ["ldapr x0, [x10]",                              "x0=9796959493929190"],
  // Atomic read and write
  ["cas x5, x1, [x10]",                            "[10000020]=123456789abcdef"],
  ["cas x6, x1, [x10]",                            "x6=9796959493929190"],
  ["casb w5, w1, [x10]",                           "x5=90 [10000020]=97969594939291ef"],
  ["casp w2, w3, w0, w1, [x10]",                   "x2=93929190 x3=97969594"],
  ["add x7, x6, #0; mov x6, x5; casp x6, x7, x0, x1, [x10]", "x6=9796959493929190 x7=9f9e9d9c9b9a9998 [10000020]=0 [10000028]=123456789abcdef"],
  ["ldadd w1, w0, [x10]",                          "x0=93929190 [10000020]=979695941d3e5f7f"],
  ["ldclrh w1, w0, [x10]",                         "x0=9190 [10000020]=9796959493921010"],
  ["ldeoral x1, x0, [x10]",                        "x0=9796959493929190 [10000020]=96b5d0f31a395c7f"],
  ["ldsetb w1, w0, [x10]",                         "x0=90 [10000020]=97969594939291ff"],
  ["ldsmax x1, x0, [x10]",                         "x0=9796959493929190 [10000020]=123456789abcdef"],
  ["ldsminb w1, w0, [x10]",                        "x0=90"],
  ["ldumaxh w1, w0, [x10]",                        "x0=9190 [10000020]=979695949392cdef"],
  ["ldumin x1, x0, [x10]",                         "x0=9796959493929190 [10000020]=123456789abcdef"],
  ["stadd x1, [x10]",                              "[10000020]=98b9dafc1d3e5f7f"],
  ["swp x1, x1, [x10]",                            "x1=9796959493929190 [10000020]=123456789abcdef"],
  // Structures
  ["ld1 {v4.16b}, [x10]",                          "v4=9f9e9d9c9b9a99989796959493929190"],
  ["ld1 {v4.8b, v5.8b}, [x10], #16",               "x10=10000030 v4=9796959493929190 v5=9f9e9d9c9b9a9998"],
  ["ld1 {v31.2d, v0.2d}, [x10], x3",               "x10=ffffffff10000028 v0=afaeadacabaaa9a8a7a6a5a4a3a2a1a0 v31=9f9e9d9c9b9a99989796959493929190"],
  ["st1 {v0.4s-v2.4s}, [x10]",                     "[10000020]=706050403020100 [10000028]=f0e0d0c0b0a0908 [10000030]=2726252423222120 [10000038]=2f2e2d2c2b2a2928 [10000040]=4746454443424140 [10000048]=4f4e4d4c4b4a4948"],
  ["ld2 {v4.8h, v5.8h}, [x10]",                    "v4=adaca9a8a5a4a1a09d9c999895949190 v5=afaeabaaa7a6a3a29f9e9b9a97969392"],
  ["ld3 {v4.8b-v6.8b}, [x10]",                     "v4=a5a29f9c99969390 v5=a6a3a09d9a979491 v6=a7a4a19e9b989592"],
  ["ld4 {v4.2d-v7.2d}, [x10]",                     "v4=b7b6b5b4b3b2b1b09796959493929190 v5=bfbebdbcbbbab9b89f9e9d9c9b9a9998 v6=c7c6c5c4c3c2c1c0a7a6a5a4a3a2a1a0 v7=cfcecdcccbcac9c8afaeadacabaaa9a8"],
  ["st2 {v0.16b, v1.16b}, [x10]",                  "[10000020]=2303220221012000 [10000028]=2707260625052404 [10000030]=2b0b2a0a29092808 [10000038]=2f0f2e0e2d0d2c0c"],
  ["st3 {v0.2s-v2.2s}, [x10], #24",                "x10=10000038 [10000020]=2322212003020100 [10000028]=706050443424140 [10000030]=4746454427262524"],
  ["st4 {v0.8b-v3.8b}, [x10]",                     "[10000020]=6141210160402000 [10000028]=6343230362422202 [10000030]=6545250564442404 [10000038]=6747270766462606"],
  ["ld1 {v0.b}[15], [x10]",                        "v0=900e0d0c0b0a09080706050403020100"],
  ["ld2 {v0.h, v1.h}[7], [x10], #4",               "x10=10000024 v0=91900d0c0b0a09080706050403020100 v1=93922d2c2b2a29282726252423222120"],
  ["ld3 {v0.s-v2.s}[1], [x10]",                    "v0=f0e0d0c0b0a09089392919003020100 v1=2f2e2d2c2b2a29289796959423222120 v2=4f4e4d4c4b4a49489b9a999843424140"],
  ["st4 {v0.d-v3.d}[1], [x10], x3",                "x10=ffffffff10000028 [10000020]=f0e0d0c0b0a0908 [10000028]=2f2e2d2c2b2a2928 [10000030]=4f4e4d4c4b4a4948 [10000038]=6f6e6d6c6b6a6968"],
  ["ld1r {v4.8h}, [x10], #2",                      "x10=10000022 v4=91909190919091909190919091909190"],
  ["ld3r {v4.2s-v6.2s}, [x10]",                    "v4=9392919093929190 v5=9796959497969594 v6=9b9a99989b9a9998"],
  // A prefetch
  ["prfm pldl1keep, [x10, #8]",                    ""],
];

function after(program: string): string {
  const physical = new PhysicalMemory(createMemory(2 * PAGE), DATA, 2 * PAGE);
  const words = program.split("; ").map((line) => assembleLine(line));
  physical.write(CODE, new Uint8Array(new Uint32Array(words).buffer));
  physical.write(DATA, Uint8Array.from({ length: PAGE }, (_, i) => 0x70 + i));
  const cpu = new Cpu({ physical });
  const { x, v } = cpu.state;
  for (const [register, value] of REGISTERS) x[register] = value;
  v.set(new BigUint64Array(VECTORS.buffer));
  cpu.pc = BigInt(CODE);
  const memory = new BigUint64Array(physical.bytes.buffer, physical.bytes.byteOffset, PAGE / 8);
  const before = { x: x.slice(), v: v.slice(), memory: memory.slice() };

  const stop = cpu.run(words.length);
  if (stop.kind === "exception") return causeText(stop.cause);
  const changes: string[] = [];
  const changed = (name: string, value: bigint, old: bigint): void => {
    if (value !== old) changes.push(`${name}=${value.toString(16)}`);
  };
  x.forEach((value, n) => { changed(n === SP ? "sp" : `x${n}`, value, before.x[n]!); });
  const vector = (from: BigUint64Array, n: number): bigint => from[2 * n]! | (from[2 * n + 1]! << 64n);
  for (let n = 0; n < 32; n++) changed(`v${n}`, vector(v, n), vector(before.v, n));
  memory.forEach((value, i) => { changed(`[${(DATA + 8 * i).toString(16)}]`, value, before.memory[i]!); });
  return changes.join(" ");
}

describe("Loads and stores", () => {
  for (const [program, changes] of CASES) {
    it(`${program}: ${changes === "" ? "nothing" : changes}`, () => {
      expect(after(program)).to.equal(changes);
    });
  }

  describe("read like the manual", () => {
    const explanations = [
      ["ldr x0, [x1, #8]", "x0 = mem64[x1 + 8]"],
      ["ldr w0, [x1, #-8]!", "address = x1 - 8; w0 = mem32[address]; x1 = address"],
      ["ldr x0, [sp], #8", "address = sp; x0 = mem64[address]; sp = address + 8"],
      ["ldrsh x3, [x4, w5, sxtw #1]", "x3 = SignExtend(mem16[x4 + LSL(SignExtend(x5<31:0>, 64), 1)], 64)"],
      ["strb w3, [x4]", "mem8[x4] = w3"],
      ["ldtr x0, [x1]", "x0 = mem64[x1] unprivileged"],
      ["stp x29, x30, [sp, #-8]!", "address = sp - 8; mem64[address] = x29; mem64[address + 8] = x30; sp = address"],
      ["ldp x0, x1, [x2]", "address = x2; first = mem64[address]; x1 = mem64[address + 8]; x0 = first"],
      ["ldaxr x0, [x1]", "x0 = mem64[x1] exclusive"],
      ["stxr w2, x0, [x1]", "if still watched: mem64[x1] = x0; w2 = stored ? 0 : 1"],
      ["cas x0, x1, [x2]", "address = x2; old = mem64[address] atomic; mem64[address] atomic = (old == x0) ? x1 : old; x0 = old"],
      ["ldsmax x0, x1, [x2]", "address = x2; x = x0; old = mem64[address] atomic; mem64[address] atomic = (old <s x) ? x : old; x1 = old"],
      ["ld1 {v0.b}[3], [x0]", "address = x0; first = mem8[address]; V0 = V0 with B[3] = first"],
    ] as const;
    for (const [assembly, explanation] of explanations) {
      it(assembly, () => {
        expect(explain(meaningOf(standardDecoder(), assembleLine(assembly))!)).to.equal(explanation);
      });
    }
  });
});
