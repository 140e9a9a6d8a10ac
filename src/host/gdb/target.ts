// The registers as GDB numbers them, and the description that tells it so ("Debugging with GDB", appendix "Target
// Descriptions", AArch64 Features). A register's number is its place in the list.

import { bug } from "../../base/bug";
import { type Register, REGISTERS, registerNamed } from "../../machine/cpu/stepping/registers";

export interface GdbRegister extends Register {
  readonly type: string;
}

const named = (name: string): Register => registerNamed(name) ?? bug(`no register ${name}`);

/** NZCV stands in bits 31 to 28; the others are those of EL0: zero. */
const NZCV_SHIFT = 28n;
const cpsr: GdbRegister = {
  name: "cpsr", bits: 32, type: "int",
  read: (state) => named("nzcv").read(state) << NZCV_SHIFT,
  write: (state, value) => { named("nzcv").write(state, value >> NZCV_SHIFT); },
};

const TYPES: Readonly<Record<string, string>> = { sp: "data_ptr", pc: "code_ptr" };

const CORE: readonly GdbRegister[] = [
  ...REGISTERS.filter(({ name }) => /^(?:x\d+|sp|pc)$/.test(name)).map((each) => ({ ...each, type: TYPES[each.name] ?? "int" })),
  cpsr,
];
const FPU: readonly GdbRegister[] = [
  ...REGISTERS.filter(({ name }) => /^v\d+$/.test(name)).map((each) => ({ ...each, type: "vector" })),
  ...["fpsr", "fpcr"].map((name) => ({ ...named(name), type: "int" })),
];

/** By their numbers. */
export const GDB_REGISTERS: readonly GdbRegister[] = [...CORE, ...FPU];

/** What a vector register can be read as: $v0.d.f, $v0.s.u ... */
const ELEMENTS = [
  // letter, bits, interpretations
  ["q", 128, { u: "uint128", s: "int128" }],
  ["d", 64,  { f: "ieee_double", u: "uint64", s: "int64" }],
  ["s", 32,  { f: "ieee_single", u: "uint32", s: "int32" }],
  ["h", 16,  { u: "uint16", s: "int16" }],
  ["b", 8,   { u: "uint8", s: "int8" }],
] as const;

const vectorTypes = (): string[] => {
  const views = ELEMENTS.flatMap(([letter, bits, interpretations]) => {
    const entries = Object.entries(interpretations);
    return [
      ...entries.map(([how, type]) => `<vector id="v${letter}${how}" type="${type}" count="${128 / bits}"/>`),
      `<union id="v${letter}">${entries.map(([how]) => `<field name="${how}" type="v${letter}${how}"/>`).join("")}</union>`,
    ];
  });
  return [...views, `<union id="vector">${ELEMENTS.map(([letter]) => `<field name="${letter}" type="v${letter}"/>`).join("")}</union>`];
};

const registersXml = (registers: readonly GdbRegister[]): string[] =>
  registers.map(({ name, bits, type }) => `<reg name="${name}" bitsize="${bits}" type="${type}"/>`);

/** target.xml */
export function targetDescription(): string {
  return [
    `<?xml version="1.0"?>`,
    `<!DOCTYPE target SYSTEM "gdb-target.dtd">`,
    `<target version="1.0">`,
    `<architecture>aarch64</architecture>`,
    `<feature name="org.gnu.gdb.aarch64.core">`, ...registersXml(CORE), `</feature>`,
    `<feature name="org.gnu.gdb.aarch64.fpu">`, ...vectorTypes(), ...registersXml(FPU), `</feature>`,
    `</target>`, "",
  ].join("\n");
}

/** qXfer: "features:read:target.xml:offset,length": a piece, "l" in front of the last. */
export function readFeatures(request: string): string {
  const asked = /^features:read:target\.xml:([0-9a-f]+),([0-9a-f]+)$/.exec(request);
  if (asked === null) return request.startsWith("features:") ? "E00" : "";
  const [from, length] = asked.slice(1).map((digits) => Number.parseInt(digits, 16));
  const text = targetDescription();
  const piece = text.slice(from, from! + length!);
  return (from! + length! >= text.length ? "l" : "m") + piece;
}
