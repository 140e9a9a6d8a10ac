// What leads from one region to the next: a loop in WebAssembly that finds, for PC, the page's
// translation, the page's entries, and the function to call. It alone imports the table of
// functions, since each instance that does has its own copy to be kept up to date.
//
//   translation  = room + fetches + (PC<21:12> << 4)     its tag must be PC<63:12>, and PC<1:0> 0
//   entry        = [the translation's third word + PC<11:0>]
//                  bit 31: compiled; 30:8 the function; 7:0 which of its entries
//
// A page's entries are counters of how often the interpreter came by, until they are compiled.

import { PC_AT, SLOT_MASK } from "./cells";
import { FunctionWriter } from "./function-writer";
import { STATUS } from "./status";
import { encodeModule, functionBody, type FunctionType } from "./wasm/module";

/** cpu, room, base, entry -> status */
export const REGION_TYPE: FunctionType =
  { params: ["i32", "i32", "i64", "i32"], results: ["i32"] };

/** cpu, room, where fetches' translations are -> status */
const DISPATCHER_TYPE: FunctionType = { params: ["i32", "i32", "i32"], results: ["i32"] };

export const COMPILED = 0x8000_0000 | 0;
export const ENTRY_BITS = 8;

/** Where a translation for fetches keeps the address of its page's entries. */
export const ENTRIES_AT = 8;

const [CPU, ROOM, FETCHES] = [0, 1, 2];

/** A module that exports "run". Blockwise, it comes back behind every region. */
export function dispatcherModule(isBlockwise = false): Uint8Array {
  const writer = new FunctionWriter(3);
  const { code } = writer;
  const pc = writer.local("i64");
  const at = writer.local("i32");
  const status = writer.local("i32");
  const again = writer.open("loop");
  code.get(CPU);
  code.memory("i64.load", PC_AT);
  code.set(pc);
  code.get(pc);
  code.op("i32.wrap_i64");
  code.i32(8);
  code.op("i32.shr_u");
  code.i32(SLOT_MASK);
  code.op("i32.and");
  code.get(FETCHES);
  code.op("i32.add");
  code.tee(at);
  code.memory("i64.load", 0);
  code.get(pc);
  code.i64(-0x1000n | 3n);
  code.op("i64.and");
  code.op("i64.ne");
  writer.open("if");
  code.i32(STATUS.MISS);
  code.op("return");
  writer.close();
  code.get(at);
  code.memory("i32.load", ENTRIES_AT);
  code.get(pc);
  code.op("i32.wrap_i64");
  code.i32(0xfff);
  code.op("i32.and");
  code.op("i32.add");
  code.memory("i32.load", 0);
  code.tee(at);
  code.i32(0);
  code.op("i32.ge_s");
  writer.open("if");
  code.i32(STATUS.COLD);
  code.op("return");
  writer.close();
  code.get(CPU);
  code.get(ROOM);
  code.get(pc);
  code.i64(-0x1000n);
  code.op("i64.and");
  code.get(at);
  code.i32((1 << ENTRY_BITS) - 1);
  code.op("i32.and");
  code.get(at);
  code.i32(0x7fff_ffff);
  code.op("i32.and");
  code.i32(ENTRY_BITS);
  code.op("i32.shr_u");
  code.op("call_indirect");
  code.unsigned(1);
  code.unsigned(0);
  code.set(status);
  if (!isBlockwise) {
    code.get(status);
    code.op("i32.eqz");
    writer.brIf(again);
  }
  writer.close();
  code.get(status);
  return encodeModule({
    types: [DISPATCHER_TYPE, REGION_TYPE],
    imports: [{ name: "memory", kind: "memory" }, { name: "table", kind: "table" }],
    functions: [{ type: 0, body: functionBody(writer.locals, code.bytes) }],
    exports: [{ name: "run", index: 0 }],
  });
}
