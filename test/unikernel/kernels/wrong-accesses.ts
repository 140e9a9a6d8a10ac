// Everything that must not be possible, tried: what the processor says of each.

import "../../../src/unikernel/boot/entry";
import { symbol } from "../../../src/unikernel/metal/linker";
import { readSystemRegister } from "../../../src/unikernel/metal/system-register";
import { minus } from "../../../src/unikernel/metal/word";
import { PAGE } from "../../../src/unikernel/memory/flags";
import { FREE_ADDRESSES, virtualOf } from "../../../src/unikernel/memory/layout";
import { map, pageBytes, protect, unmap } from "../../../src/unikernel/memory/mem";
import { memoryEnd } from "../../../src/unikernel/memory/memory-map";
import { takePage } from "../../../src/unikernel/memory/page-allocator";
import { dataAddress } from "../../../src/unikernel/runtime/data-address";
import { ATTEMPT, attempt } from "./memory-attempts";
import { TableWalk } from "./memory-walk";

const UART = 0x0900_0000;

function report(what: string, address: bigint, kind: number): void {
  const syndrome = attempt(kind, address);
  const isThere = readSystemRegister("FAR_EL1") === address;
  const note = isThere || syndrome === 0n ? "" : ", another FAR";
  console.log(`${what}: ${syndrome.toString(16)}${note}`);
}

function load(what: string, address: bigint): void {
  report(`load ${what}`, address, ATTEMPT.load);
}

function store(what: string, address: bigint): void {
  report(`store ${what}`, address, ATTEMPT.store);
}

function execute(what: string, address: bigint): void {
  report(`execute ${what}`, address, ATTEMPT.execute);
}

function all(what: string, address: bigint): void {
  load(what, address);
  store(what, address);
  execute(what, address);
}

class Kept {
  readonly word = 1n;
}

function image(): void {
  store("code", symbol("link/image"));
  store("the last of the code", minus(symbol("link/text-end"), 8n));
  store("constants", symbol("link/rodata"));
  execute("constants", symbol("link/rodata"));
  store("tables for traces", symbol("link/trace"));
  execute("tables for traces", symbol("link/trace"));
  execute("variables", symbol("link/data"));
  execute("variables that start as zero", symbol("link/bss"));
  execute("the stack", symbol("link/stack"));
  execute("the stack of exceptions", symbol("link/exception-stack"));
  execute("the boot's table", symbol("link/boot-table"));
  all("the stack's guard", symbol("link/stack-guard"));
  store("below the stack", minus(symbol("link/stack"), 8n));
  all("the guard of exceptions", symbol("link/exception-guard"));
  store("below the stack of exceptions", minus(symbol("link/exception-stack"), 8n));
  report("a program loads constants", symbol("link/rodata"), ATTEMPT.programLoad);
  report("a program stores variables", symbol("link/data"), ATTEMPT.programStore);
  report("a program executes code", symbol("link/image"), ATTEMPT.programExecute);
  execute("the heap", dataAddress(new Uint8Array(16)));
}

function nothing(): void {
  all("null", 0n);
  load("the last word of page 0", 4088n);
  all("the image where it was loaded", 0x4020_0000n);
  all("the last word of the lower half", 0x7f_ffff_fff8n);
  all("no address", 0x0000_8000_0000_0000n);
  all("what nobody has mapped", FREE_ADDRESSES);
  all("behind RAM", virtualOf(memoryEnd()));
  execute("the end of RAM", virtualOf(memoryEnd() - 4096));
  execute("a device", virtualOf(UART));
}

function mapped(): void {
  const page = takePage();
  const code = PAGE.readable | PAGE.executable;
  const data = PAGE.readable | PAGE.writable;
  console.log(map(0n, page, 4096, data));
  console.log(map(FREE_ADDRESSES, page, 4096, code | data));
  map(FREE_ADDRESSES, page, 4096, data);
  console.log(protect(FREE_ADDRESSES, 4096, code | data));
  store("a page of our own", FREE_ADDRESSES);
  execute("a page of our own", FREE_ADDRESSES);
  protect(FREE_ADDRESSES, 4096, PAGE.readable);
  store("what may be read", FREE_ADDRESSES);
  protect(FREE_ADDRESSES, 4096, code | PAGE.user);
  execute("what programs may", FREE_ADDRESSES);
  unmap(FREE_ADDRESSES, 4096);
  load("what is unmapped", FREE_ADDRESSES);
}

/** The block is taken apart in which the tables are: it has no address for a while. */
function split(): void {
  const address = virtualOf(takePage());
  console.log(`${pageBytes(address)} bytes, of tables as well: ${isBesideTables(address)}`);
  protect(address, 4096, PAGE.readable);
  console.log(`${pageBytes(address)} bytes`);
  store("a page beside the tables", address);
  protect(address, 4096, PAGE.readable | PAGE.writable);
  store("the page again", address);
}

/** Whether the block of 2 MiB around the address holds TTBR1_EL1's table. */
function isBesideTables(address: bigint): boolean {
  const table = virtualOf(Number(readSystemRegister("TTBR1_EL1") & 0xffff_ffff_f000n));
  return address >> 21n === table >> 21n;
}

function walk(): void {
  const { dangerous, emptyTables } = new TableWalk();
  console.log(`${dangerous} writable and executable, ${emptyTables} empty tables`);
}

export function start(): void {
  const kept = new Kept();
  walk();
  image();
  nothing();
  mapped();
  split();
  walk();
  console.log(`WXN ${(readSystemRegister("SCTLR_EL1") >> 19n) & 1n}, kept ${kept.word}`);
  load("a device, not aligned", virtualOf(UART + 0xfe1));
}
