import type { ExceptionQuestions, Message } from "../../src/course/exercises/05-exceptions/questions";

/** What a Wigeon makes of a syndrome. */
export const passOn: ExceptionQuestions["passOn"] = (esr, far) => {
  const ec = bits(esr, 31, 26);
  switch (ec) {
    case 0x15n: return { port: bits(esr, 15, 0) < 0xa880n ? 334 : 723, word: bits(esr, 15, 0) << 7n };
    case 0x3cn: return { port: 793, word: bits(esr, 15, 0) << 10n };
    case 0x18n: return { port: 346, word: trapWord(esr) };
    case 0x07n: return { port: 875, word: 0n };
    case 0x21n: case 0x25n: return { port: 115, word: far };
    case 0x20n: case 0x24n: return access(esr, far, ec === 0x20n) ?? rest(ec);
    default: return rest(ec);
  }
};

const rest = (ec: bigint): Message => ({ port: 245, word: ec << 39n });

/** DFSC and IFSC, without the level. */
const TRANSLATION = 0b0001n;
const ACCESS_FLAG = 0b0010n;
const PERMISSION = 0b0011n;
const ALIGNMENT = 0b10_0001n;

function access(esr: bigint, far: bigint, isFetch: boolean): Message | undefined {
  const [kind, level] = [bits(esr, 5, 2), bits(esr, 1, 0)];
  const isMaintenance = bits(esr, 8, 8) === 1n;
  const isWrite = !isFetch && !isMaintenance && bits(esr, 6, 6) === 1n;
  const word = (bits(far, 47, 12) << 11n) | (level << 4n) | (isWrite ? 1n << 10n : 0n) | (isFetch ? 1n << 3n : 0n);
  if (bits(esr, 5, 0) === ALIGNMENT) return { port: 820, word: bits(far, 47, 0) << 7n };
  if (kind === TRANSLATION || kind === ACCESS_FLAG) return { port: 261, word };
  if (kind === PERMISSION && isWrite) return { port: 358, word };
  if (kind === PERMISSION) return { port: 530, word };
  return undefined;
}

function trapWord(esr: bigint): bigint {
  const [Op0, Op2, Op1, CRn, Rt, CRm] = [bits(esr, 21, 20), bits(esr, 19, 17), bits(esr, 16, 14), bits(esr, 13, 10), bits(esr, 9, 5), bits(esr, 4, 1)];
  const register = (Op0 << 14n) | (Op1 << 11n) | (CRn << 7n) | (CRm << 3n) | Op2;
  return (register << 13n) | Rt | (bits(esr, 0, 0) << 10n);
}

const bits = (word: bigint, high: number, low: number): bigint => BigInt.asUintN(high - low + 1, word >> BigInt(low));
