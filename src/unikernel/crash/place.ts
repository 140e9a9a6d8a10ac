// What an address is the address of, by the kernel's map of memory (../memory/kernel-map.ts).

import { UPPER_HALF } from "../memory/layout";
import { symbol } from "../metal/linker";
import { print } from "../runtime/console";
import { isMapped, isMemory } from "./readable";

const NULL_PAGE_END = 0x1000n;
/** 39 bits. */
const LOWER_HALF_END = 0x80_0000_0000n;

/** @noalloc */
export function printPlace(address: bigint): void {
  print(address >= UPPER_HALF ? upperPlace(address) : lowerPlace(address));
}

function lowerPlace(address: bigint): string {
  if (address < NULL_PAGE_END) return "the null page";
  return address < LOWER_HALF_END ? "the lower half" : "neither half";
}

function upperPlace(address: bigint): string {
  if (address < symbol("link/image") || address >= symbol("link/trace-end")) {
    if (isMemory(address)) return "RAM";
    return isMapped(address) ? "a device" : "the upper half, unmapped";
  }
  return imagePlace(address);
}

/** Of the image the order is the linker's: each part ends where the next one begins. */
function imagePlace(address: bigint): string {
  if (address < symbol("link/text-end")) return "the kernel's .text (read, execute)";
  if (address < symbol("link/rodata-end")) return "the kernel's .rodata (read)";
  if (address < symbol("link/bss-end")) return "the kernel's variables (read, write)";
  if (address < symbol("link/boot-table-end")) return "the boot's table";
  const guardEnd = symbol("link/exception-guard-end");
  if (address < guardEnd) return "the guard below the stack of exceptions";
  if (address < symbol("link/exception-stack-end")) return "the stack of exceptions";
  if (address < symbol("link/stack-guard-end")) return "the guard below the stack";
  return address < symbol("link/stack-end") ? "the kernel's stack" : "the symbols";
}
