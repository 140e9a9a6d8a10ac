// A random piece of code from a seed, as a module in kernel TypeScript: it takes every register from memory, computes with
// all of them, and leaves them in memory. test/unikernel/kernels/random-code.ts is one of these.

const FORMS: readonly string[] = [
  "add xD, xN, xM", "sub xD, xN, xM, lsl #3", "adds xD, xN, xM", "subs wD, wN, wM", "ands xD, xN, xM", "eor xD, xN, xM",
  "orr wD, wN, wM", "bic xD, xN, xM, lsr #7", "adcs xD, xN, xM", "sbcs xD, xN, xM", "madd xD, xN, xM, xA", "umulh xD, xN, xM",
  "udiv xD, xN, xM", "sdiv wD, wN, wM", "lsl xD, xN, xM", "ror wD, wN, wM", "csel xD, xN, xM, lt", "csinc wD, wN, wM, hi",
  "rbit xD, xN", "rev xD, xN", "clz xD, xN", "extr xD, xN, xM, #13", "ubfx xD, xN, #5, #20", "ccmp xN, xM, #5, ne",
  "fadd dD, dN, dM", "fmul sD, sN, sM", "fsub dD, dN, dM", "fdiv sD, sN, sM", "fmadd dD, dN, dM, dA", "fsqrt dD, dN",
  "fcmp dN, dM", "fcvtzs xD, dN", "scvtf dD, xN", "fmov xD, dN", "fmov dD, xN", "fcsel dD, dN, dM, ge",
  "add vD.16b, vN.16b, vM.16b", "mul vD.4s, vN.4s, vM.4s", "eor vD.16b, vN.16b, vM.16b", "sqadd vD.8h, vN.8h, vM.8h",
  "fmul vD.4s, vN.4s, vM.4s", "zip1 vD.2d, vN.2d, vM.2d", "ext vD.16b, vN.16b, vM.16b, #3", "tbl vD.16b, {vN.16b}, vM.16b",
  "umov xD, vN.d[1]", "ins vD.d[1], xN", "uaddlv sD, vN.8h", "cmhi vD.4s, vN.4s, vM.4s",
  "mov sp, xN", "add xD, sp, #40", "sub sp, sp, xM, lsl #2",
  "cbz wN, 1f", "tbnz xN, #9, 1f", "b.cs 1f", "b.ge 1f",
];

/** Numbers below 2^32, from a seed that is not 0 (Marsaglia's xorshift). */
function* numbers(seed: number): Generator<number, never> {
  for (let x = seed >>> 0; ;) {
    x ^= x << 13;
    x ^= x >>> 17;
    x = (x ^ (x << 5)) >>> 0;
    yield x;
  }
}

function randomInstructions(seed: number, count: number): readonly string[] {
  const random = numbers(seed);
  const below = (limit: number): number => random.next().value % limit;
  return Array.from({ length: count }, (_, i) => {
    const form = FORMS[below(FORMS.length)]!;
    // X31 is not a register, V31 is. A branch goes no further than the next label.
    const line = form.replace(/([wxsdv])([DNMA])/g, (_all, letter: string) =>
      `${letter}${below(letter === "x" || letter === "w" ? 31 : 32)}`);
    return i % 8 === 7 ? `${line}\n1:` : line;
  });
}

const pairs = (op: string, letter: "x" | "q", base: string, first: number, last: number, offset: number): string => {
  const bytes = letter === "x" ? 8 : 16;
  return Array.from({ length: (last - first + 1) / 2 }, (_, i) =>
    `${op} ${letter}${first + 2 * i}, ${letter}${first + 2 * i + 1}, [${base}, #${offset + 2 * i * bytes}]`).join("\n");
};

const IN_AND_OUT = 800;

/** The module's text: runRandomCode(memory), with the registers at memory + 0, then at + 800. */
export function randomCode(seed: number, count: number): string {
  const before = `
    add x9, x0, #${2 * IN_AND_OUT}
    ${pairs("stp", "x", "x9", 18, 29, 0)}
    mov x10, sp
    stp x30, x10, [x9, #96]
    msr TPIDRRO_EL0, x0
    ldr x9, [x0, #248]
    mov sp, x9
    ldr x9, [x0, #256]
    msr NZCV, x9
    ldr x9, [x0, #264]
    msr FPCR, x9
    ldr x9, [x0, #272]
    msr FPSR, x9
    add x9, x0, #288
    ${pairs("ldp", "q", "x9", 0, 31, 0)}
    ${pairs("ldp", "x", "x0", 2, 29, 16)}
    ldr x30, [x0, #240]
    ldp x0, x1, [x0]`;
  const body = `${before}
    ${randomInstructions(seed, count).join("\n")}
1:  msr TPIDR_EL0, x0
    mrs x0, TPIDRRO_EL0
    add x0, x0, #${IN_AND_OUT}
    ${pairs("stp", "x", "x0", 2, 29, 16)}
    str x30, [x0, #240]
    mrs x2, TPIDR_EL0
    stp x2, x1, [x0]
    mov x2, sp
    str x2, [x0, #248]
    mrs x2, NZCV
    str x2, [x0, #256]
    mrs x2, FPCR
    str x2, [x0, #264]
    mrs x2, FPSR
    str x2, [x0, #272]
    add x2, x0, #288
    ${pairs("stp", "q", "x2", 0, 31, 0)}
    add x9, x0, #${IN_AND_OUT}
    ldp x30, x10, [x9, #96]
    mov sp, x10
    ${pairs("ldp", "x", "x9", 18, 29, 0)}
    msr FPCR, xzr
    ret`.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  const lines = body.map((line) => (line.endsWith(":") ? line : `        ${line}`));
  return `// A random piece of code (test/unikernel/events/random-code.ts, seed ${seed}): it takes every register from memory at X0,
// computes with all of them, and leaves them in memory behind it.

import { asm } from "../../../src/unikernel/metal/assembly";

/** How many instructions there are, and how many in front of them take the registers from memory. */
export const RANDOM_INSTRUCTIONS = ${count};
export const LOADING_INSTRUCTIONS = ${before.trim().split("\n").length};

export function runRandomCode(_memory: bigint): void {
  return asm\`
${lines.join("\n")}
  \`;
}

/** Where its first instruction is. */
export function randomCodeBegin(): bigint {
  return asm\`
        adrp x0, \${runRandomCode}
        add x0, x0, #(\${runRandomCode} & 0xfff)
        ret
  \`;
}
`;
}
