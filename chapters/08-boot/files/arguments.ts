// What __libc_start_main has laid out for a program, word by word, from argv on.

import "../../../src/unikernel/boot/entry";
import { argv } from "../../../src/unikernel/boot/kernel-main";
import { AT, isInStartBlock } from "../../../src/unikernel/boot/libc-start-main";
import { load64, load8 } from "../../../src/unikernel/metal/memory";
import { minus, plus } from "../../../src/unikernel/metal/word";

function nameOf(type: number): string {
  switch (type) {
    case AT.NULL:   return "AT_NULL";
    case AT.PHDR:   return "AT_PHDR";
    case AT.PHENT:  return "AT_PHENT";
    case AT.PHNUM:  return "AT_PHNUM";
    case AT.PAGESZ: return "AT_PAGESZ";
    case AT.ENTRY:  return "AT_ENTRY";
    case AT.UID:    return "AT_UID";
    case AT.EUID:   return "AT_EUID";
    case AT.GID:    return "AT_GID";
    case AT.EGID:   return "AT_EGID";
    case AT.SECURE: return "AT_SECURE";
    case AT.RANDOM: return "AT_RANDOM";
    case AT.EXECFN: return "AT_EXECFN";
    default:        return `${type}`;
  }
}

let index = 0;

/** The next word. */
function next(): bigint {
  const value = load64(plus(argv(), BigInt(8 * index)));
  index++;
  return value;
}

function tell(place: number, name: string, value: bigint, more: string): void {
  const shown = isInStartBlock(value) ? `argv + ${Number(minus(value, argv()))}` : `0x${value.toString(16)}`;
  console.log(`+${`${place}`.padEnd(6)}${name.padEnd(12)}${more === "" ? shown : `${shown.padEnd(14)}${more}`}`);
}

function textAt(address: bigint): string {
  let text = "";
  for (let at = address; load8(at) !== 0; at = plus(at, 1n)) text += String.fromCharCode(load8(at));
  return text;
}

/** Texts up to a word that is 0. */
function tellTexts(): void {
  for (;;) {
    const place = 8 * index;
    const value = next();
    tell(place, "", value, value === 0n ? "" : textAt(value));
    if (value === 0n) return;
  }
}

export function start(): void {
  tellTexts();
  tellTexts();
  for (;;) {
    const place = 8 * index;
    const type = Number(next());
    const value = next();
    tell(place, nameOf(type), value, "");
    if (type === AT.NULL) return;
  }
}
