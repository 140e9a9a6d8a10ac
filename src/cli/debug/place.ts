// Addresses and values as a user writes them: 0x1000, 64, main, x0, sp + 8, loop+4, -1.

import { UserFault } from "../../base/fault";
import type { CpuState } from "../../machine/cpu/layout";
import { registerNamed } from "../../machine/cpu/stepping/registers";
import type { Symbols } from "./symbols";

export interface Names {
  readonly state: CpuState;
  readonly symbols: Symbols;
}

const TERM = /^\s*([+-]?)\s*(0x[0-9a-f]+|\d+|[a-z_.$][\w.$@]*)/i;

/** The sum that `text` is, modulo 2^64. */
export function evaluate(text: string, names: Names): bigint {
  return BigInt.asUintN(64, evaluateWide(text, names));
}

/** As evaluate(), for a register of 128 bits too. */
export function evaluateWide(text: string, names: Names): bigint {
  let sum = 0n;
  let rest = text.trim();
  if (rest === "") throw new UserFault("an address or a value is missing");
  for (let isFirst = true; rest !== ""; isFirst = false) {
    const [whole, sign, term] = TERM.exec(rest) ?? [];
    if (term === undefined || (!isFirst && sign === "")) {
      throw new UserFault(`not an address or a value: ${text.trim()}; write one like 0x1000, main, sp+8`);
    }
    const value = valueOf(term, names);
    sum += sign === "-" ? -value : value;
    rest = rest.slice(whole!.length).trim();
  }
  return BigInt.asUintN(128, sum);
}

function valueOf(term: string, { state, symbols }: Names): bigint {
  if (/^\d/.test(term)) return BigInt(term);
  const symbol = symbols.addressOf(term);
  if (symbol !== undefined) return symbol;
  const register = registerNamed(term.replace(/^\$/, ""));
  if (register === undefined) throw new UserFault(`there is no register or symbol ${term}`);
  const value = register.read(state);
  return /^w/i.test(term) ? BigInt.asUintN(32, value) : value;
}
