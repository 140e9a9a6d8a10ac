// The solution to a variant, as a student of the house would write it.

import type { PassOnVariant } from "./variant";

export function passOnSolution({ kernel, ports, places, fault, trap, pageBits, callLimit, accessFlag }: PassOnVariant): string {
  const pages = accessFlag === "pager" ? "kind === TRANSLATION || kind === ACCESS_FLAG" : "kind === TRANSLATION";
  const guarded = accessFlag === "guard" ? "kind === PERMISSION || kind === ACCESS_FLAG" : "kind === PERMISSION";
  return `import type { ExceptionQuestions, Message } from "../../src/course/exercises/05-exceptions/questions";

/** What a ${kernel} makes of a syndrome. */
export const passOn: ExceptionQuestions["passOn"] = (esr, far) => {
  const ec = bits(esr, 31, 26);
  switch (ec) {
    case 0x15n: return { port: bits(esr, 15, 0) < 0x${callLimit.toString(16)}n ? ${ports["low calls"]} : ${ports["high calls"]}, word: ${shifted("bits(esr, 15, 0)", places.call)} };
    case 0x3cn: return { port: ${ports.debugger}, word: ${shifted("bits(esr, 15, 0)", places.comment)} };
    case 0x18n: return { port: ${ports.emulator}, word: trapWord(esr) };
    case 0x07n: return { port: ${ports.floats}, word: 0n };
    case 0x21n: case 0x25n: return { port: ${ports.kernel}, word: far };
    case 0x20n: case 0x24n: return access(esr, far, ec === 0x20n) ?? rest(ec);
    default: return rest(ec);
  }
};

const rest = (ec: bigint): Message => ({ port: ${ports.rest}, word: ${shifted("ec", places.class)} });

/** DFSC and IFSC, without the level. */
const TRANSLATION = 0b0001n;
const ACCESS_FLAG = 0b0010n;
const PERMISSION = 0b0011n;
const ALIGNMENT = 0b10_0001n;

function access(esr: bigint, far: bigint, isFetch: boolean): Message | undefined {
  const [kind, level] = [bits(esr, 5, 2), bits(esr, 1, 0)];
  const isMaintenance = bits(esr, 8, 8) === 1n;
  const isWrite = !isFetch && !isMaintenance && bits(esr, 6, 6) === 1n;
  const word = ${inner(`bits(far, 47, ${pageBits})`, fault.page)} | ${inner("level", fault.level)} | (isWrite ? 1n << ${fault.write}n : 0n) | (isFetch ? 1n << ${fault.fetch}n : 0n);
  if (bits(esr, 5, 0) === ALIGNMENT) return { port: ${ports.fixer}, word: ${shifted("bits(far, 47, 0)", places.address)} };
  if (${pages}) return { port: ${ports.pager}, word };
  if (kind === PERMISSION && isWrite) return { port: ${ports.copier}, word };
  if (${guarded}) return { port: ${ports.guard}, word };
  return undefined;
}

function trapWord(esr: bigint): bigint {
  const [Op0, Op2, Op1, CRn, Rt, CRm] = [bits(esr, 21, 20), bits(esr, 19, 17), bits(esr, 16, 14), bits(esr, 13, 10), bits(esr, 9, 5), bits(esr, 4, 1)];
  const register = (Op0 << 14n) | (Op1 << 11n) | (CRn << 7n) | (CRm << 3n) | Op2;
  return ${inner("register", trap.register)} | ${inner("Rt", trap.Rt)} | ${inner("bits(esr, 0, 0)", trap.read)};
}

const bits = (word: bigint, high: number, low: number): bigint => BigInt.asUintN(high - low + 1, word >> BigInt(low));
`;
}

const shifted = (value: string, places: number): string => (places === 0 ? value : `${value} << ${places}n`);

const inner = (value: string, places: number): string => (places === 0 ? value : `(${value} << ${places}n)`);
