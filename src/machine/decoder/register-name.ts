// How assembly spells a general-purpose register. Number 31 is two registers: the zero register for
// most operands, the stack pointer where an address or a stack adjustment is meant.

export interface RegisterName {
  /** 0 to 31. */
  readonly number: number;
  readonly width: 32 | 64;
  /** Whether number 31 was spelled as the stack pointer. */
  readonly sp: boolean;
}

const SPECIAL: Readonly<Record<string, RegisterName>> = {
  sp:  { number: 31, width: 64, sp: true },
  wsp: { number: 31, width: 32, sp: true },
  xzr: { number: 31, width: 64, sp: false },
  wzr: { number: 31, width: 32, sp: false },
  fp:  { number: 29, width: 64, sp: false },
  lr:  { number: 30, width: 64, sp: false },
};

/** The register called `name`, in any case of letters, or undefined if there is none. */
export function parseRegister(name: string): RegisterName | undefined {
  const lower = name.toLowerCase();
  if (Object.hasOwn(SPECIAL, lower)) return SPECIAL[lower];
  const [, letter, digits] = /^([wx])(0|[1-9][0-9]?)$/.exec(lower) ?? [];
  const number = Number(digits);
  if (digits === undefined || number > 30) return undefined;
  return { number, width: letter === "x" ? 64 : 32, sp: false };
}

export function registerName(number: number, width: 32 | 64, sp: boolean): string {
  const letter = width === 64 ? "x" : "w";
  if (number !== 31) return letter + number;
  if (!sp) return `${letter}zr`;
  return width === 64 ? "sp" : "wsp";
}
