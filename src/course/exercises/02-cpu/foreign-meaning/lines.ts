// What the lines of the instruction may be: how the manual's page writes each, what it comes to, and how it is asked of
// m. All three stand side by side; that they agree is what the author's gate tests.

/** Both of `size` bits, unsigned; `text` and `code` call them old and operand. */
export interface Line {
  readonly text: string;
  readonly value: (size: number, old: bigint, operand: bigint) => bigint;
  readonly code: (size: number) => string;
}

/** The result if the condition holds. */
export const COMBINATIONS = {
  sum:        { text: "old + operand",            value: (size, old, operand) => BigInt.asUintN(size, old + operand), code: (size) => `m.add(${size}, old, operand)` },
  difference: { text: "old - operand",            value: (size, old, operand) => BigInt.asUintN(size, old - operand), code: (size) => `m.sub(${size}, old, operand)` },
  reverse:    { text: "operand - old",            value: (size, old, operand) => BigInt.asUintN(size, operand - old), code: (size) => `m.sub(${size}, operand, old)` },
  clear:      { text: "old AND NOT(operand)",     value: (size, old, operand) => old & BigInt.asUintN(size, ~operand), code: (size) => `m.and(old, m.not(${size}, operand))` },
  orNot:      { text: "old OR NOT(operand)",      value: (size, old, operand) => old | BigInt.asUintN(size, ~operand), code: (size) => `m.or(old, m.not(${size}, operand))` },
  exclusive:  { text: "old EOR operand",          value: (_size, old, operand) => old ^ operand,                      code: () => "m.xor(old, operand)" },
} as const satisfies Readonly<Record<string, Line>>;

/** The result if it does not. */
export const CHOICES = {
  operand:    { text: "operand",                  value: (_size, _old, operand) => operand,                           code: () => "operand" },
  inverted:   { text: "NOT(old)",                 value: (size, old) => BigInt.asUintN(size, ~old),                   code: (size) => `m.not(${size}, old)` },
  negated:    { text: "0 - operand",              value: (size, _old, operand) => BigInt.asUintN(size, -operand),     code: (size) => `m.sub(${size}, m.constant(0), operand)` },
  less:       { text: "old - 1",                  value: (size, old) => BigInt.asUintN(size, old - 1n),               code: (size) => `m.sub(${size}, old, m.constant(1))` },
  turned:     { text: "ROR(old, 8)",              value: (size, old) => BigInt.asUintN(size, (old >> 8n) | (old << BigInt(size - 8))), code: (size) => `m.shift("ROR", ${size}, old, m.constant(8))` },
  sextet:     { text: "ZeroExtend(operand<5:0>)", value: (_size, _old, operand) => operand & 0x3fn,                   code: () => "m.bits(operand, 5, 0)" },
} as const satisfies Readonly<Record<string, Line>>;

export interface FactLine {
  readonly text: (size: number) => string;
  readonly value: (size: number, all: { old: bigint; operand: bigint; result: bigint; holds: boolean }) => boolean;
  readonly code: (size: number) => string;
}

/** What a flag may say. */
export const FACTS = {
  negative: { text: (size) => `result<${size - 1}>`,  value: (size, { result }) => result >> BigInt(size - 1) === 1n,   code: (size) => `m.bits(result, ${size - 1}, ${size - 1})` },
  zero:     { text: () => "result == 0",              value: (_size, { result }) => result === 0n,                      code: (size) => `m.compare("EQ", ${size}, result, m.constant(0))` },
  holds:    { text: () => "holds",                    value: (_size, { holds }) => holds,                               code: () => "holds" },
  odd:      { text: () => "old<0>",                   value: (_size, { old }) => (old & 1n) === 1n,                     code: () => "m.bits(old, 0, 0)" },
  sign:     { text: (size) => `operand<${size - 1}>`, value: (size, { operand }) => operand >> BigInt(size - 1) === 1n, code: (size) => `m.bits(operand, ${size - 1}, ${size - 1})` },
  lower:    { text: () => "UInt(result) < UInt(old)", value: (_size, { old, result }) => result < old,                  code: (size) => `m.compare("LT", ${size}, result, old)` },
} as const satisfies Readonly<Record<string, FactLine>>;
