// The source of "cold", a program of many small functions, each different, each called once in a pass: in the first
// pass of a boot, nearly all of the code is new. The source is the same each time that it is made.

const FUNCTIONS = 2000;
const STATEMENTS = 4;
const SEED = 11;
const WORDS = 256;

/** What may stand in a function's loop; a constant makes it another one in each. */
const TEMPLATES: readonly ((constant: number) => string)[] = [
  (c) => `x += y ^ ${c}u;`,
  (c) => `y -= x & ${c}u;`,
  (c) => `y ^= x + i * ${c % 1000};`,
  (c) => `x = (x << ${1 + (c % 31)} | x >> ${31 - (c % 31)}) * ${(c | 1) >>> 0}u;`,
  (c) => `if (x & ${(1 << (c & 31)) >>> 0}u) y ^= ${c}u;`,
  (c) => `x = x < y ? x + ${c}u : y >> ${c % 8};`,
  (c) => `y += words[(x >> ${c % 24}) % ${WORDS}];`,
  (c) => `words[(y + ${c % WORDS}) % ${WORDS}] = x;`,
];

/** run(rounds) calls each of the functions once, and has it go round its loop so many times. */
export function coldSource(functions = FUNCTIONS): string {
  const next = numbers(SEED);
  const names = Array.from({ length: functions }, (_, i) => `f${i}`);
  return [
    '#include "program.h"',
    "",
    `static u32 words[${WORDS}];`,
    "",
    ...names.map((name) => functionSource(name, next)),
    "u32 run(u32 rounds) {",
    "  u32 x = 1;",
    `  for (u32 i = 0; i < ${WORDS}; i++) words[i] = i;`,
    ...names.map((name) => `  x = x * 31 + ${name}(x, rounds);`),
    "  return x;",
    "}",
    "",
  ].join("\n");
}

function functionSource(name: string, next: () => number): string {
  const statements = Array.from({ length: STATEMENTS }, () => TEMPLATES[next() % TEMPLATES.length]!(next()));
  return [
    `__attribute__((noinline)) static u32 ${name}(u32 x, u32 rounds) {`,
    `  u32 y = ${next()}u;`,
    "  for (u32 i = 0; i < rounds; i++) {",
    ...statements.map((statement) => `    ${statement}`),
    "  }",
    "  return x ^ y;",
    "}",
    "",
  ].join("\n");
}

/** Numbers of 32 bits in no order, but for 0: Marsaglia's xorshift. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
