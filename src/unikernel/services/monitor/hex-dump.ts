// `read`: bytes of memory, eight a row. What is not mapped is asked for first. Registers of
// devices are not read: some change when they are, and between devices nothing answers.
//
//   ffffff8040200038 41524d64 00000000 ARMd....

import { PAGE } from "../../memory/flags";
import { flags, translate } from "../../memory/mem";
import { load8 } from "../../metal/memory";
import { plus } from "../../metal/word";
import { Complaint, numberArgument, wordArgument } from "./arguments";
import { address, hex } from "./columns";

const COUNT = 64;
const MOST = 4096;
const PER_ROW = 8;
const PER_GROUP = 4;
const SPACE = 32;
const TILDE = 126;
const DOT = ".";

export function read(words: readonly string[]): void {
  const from = wordArgument(words[0]!);
  const count = words.length < 2 ? COUNT : numberArgument(words[1]!, 1, MOST);
  for (let done = 0; done < count; done += PER_ROW) {
    const at = plus(from, BigInt(done));
    const bytes = bytesAt(at, Math.min(PER_ROW, count - done));
    console.log(`${address(at)} ${groups(bytes)} ${letters(bytes)}`);
  }
}

function bytesAt(at: bigint, count: number): number[] {
  const bytes: number[] = [];
  for (let i = 0; i < count; i++) {
    const byte = plus(at, BigInt(i));
    checkReadable(byte);
    bytes.push(load8(byte));
  }
  return bytes;
}

function checkReadable(at: bigint): void {
  if (translate(at) < 0) throw new Complaint(`nothing is mapped at ${address(at)}`);
  if ((flags(at) & PAGE.device) !== 0) throw new Complaint(`a device is at ${address(at)}`);
}

/** As wide as PER_ROW bytes, however many there are. */
function groups(bytes: readonly number[]): string {
  let text = "";
  for (let i = 0; i < PER_ROW; i++) {
    if (i > 0 && i % PER_GROUP === 0) text += " ";
    text += i < bytes.length ? hex(bytes[i]!, 2) : "  ";
  }
  return text;
}

function letters(bytes: readonly number[]): string {
  return bytes.map((byte) => (byte >= SPACE && byte <= TILDE ? String.fromCharCode(byte) : DOT))
    .join("");
}
