// What the processor itself makes of an address: AT's answers in PAR_EL1; and where RAM of ours is
// behind it, or nothing, loads, stores and jumps, of the kernel and of a program. Against the flags
// and the physical address that a model expects. (QEMU's AT does not look into its TLB: what a
// processor wrongly remembers, only accesses show.)
//
// 1. Memory has one content under all its types only where there are no caches: on our board, and
//    on QEMU.
// 2. Loads come before jumps. QEMU keeps translated code by its address, and where TLBI names an
//    address of a block it drops the code of that page alone, not of the block's others; so each
//    page is named before a jump into it, when loads have shown what is remembered.

import {
  dataSynchronizationBarrier, instructionSynchronizationBarrier,
} from "../../../src/unikernel/metal/machine";
import { load64, store64 } from "../../../src/unikernel/metal/memory";
import { readSystemRegister } from "../../../src/unikernel/metal/system-register";
import {
  invalidateTranslation, translateForLoad, translateForStore, translateForUserLoad,
  translateForUserStore,
} from "../../../src/unikernel/metal/translation";
import { plus } from "../../../src/unikernel/metal/word";
import { PAGE } from "../../../src/unikernel/memory/flags";
import { virtualOf } from "../../../src/unikernel/memory/layout";
import { flags, translate } from "../../../src/unikernel/memory/mem";
import { ATTEMPT, attempt, synchronizeInstructions } from "./memory-attempts";

/** Fault statuses, without the level in bits 1:0: nothing is there; it is forbidden. */
const TRANSLATION_FAULT = 0b0001_00n;
const PERMISSION_FAULT = 0b0011_00n;
/** ESR_EL1 with IL, without the status: Data Abort, Instruction Abort from EL1 and from EL0. */
const DATA_ABORT = 0x9600_0000n;
const WRITE = 0x40n;
const FETCH_ABORT = 0x8600_0000n;
const PROGRAM_FETCH_ABORT = 0x8200_0000n;
const SVC = 0x5600_0000n;
/** RET; behind it, SVC #0. */
const CODE = 0xd400_0001_d65f_03c0n;

/** Where accesses do no harm. */
let poolBegin = 0;
let poolEnd = 0;

export function usePool(begin: number, end: number): void {
  poolBegin = begin;
  poolEnd = end;
}

export function isPool(physical: number): boolean {
  return physical >= poolBegin && physical < poolEnd;
}

/** Has the processor remember what it finds there, if that can be asked. `physical`: or -1. */
export function touch(virtual: bigint, physical: number): void {
  translateForLoad(virtual);
  if (physical < 0 || isPool(physical)) attempt(ATTEMPT.load, virtual);
}

/** Of an address where nothing is mapped: "" or what is wrong. */
export function probeNothing(virtual: bigint): string {
  if (translate(virtual) !== -1) return "translate";
  if (flags(virtual) !== 0) return "flags";
  const load = attempt(ATTEMPT.load, virtual);
  if (!isFault(load, DATA_ABORT, TRANSLATION_FAULT)) return "load finds something";
  const execute = jump(ATTEMPT.execute, virtual);
  if (!isFault(execute, FETCH_ABORT, TRANSLATION_FAULT)) return "jump finds something";
  translateForLoad(virtual);
  return faultOf(result()) === TRANSLATION_FAULT ? "" : "AT S1E1R finds something";
}

/** Of one that should be `physical`, with these flags. */
export function probe(virtual: bigint, physical: number, expected: number): string {
  if (translate(virtual) !== physical) return "translate";
  if (flags(virtual) !== expected) return "flags";
  const isWritable = (expected & PAGE.writable) !== 0;
  const isUser = (expected & PAGE.user) !== 0;
  if (isPool(physical)) {
    const flaw = probeMemory(virtual, physical, isWritable, isUser);
    if (flaw !== "") return flaw;
    if (!isExecution(virtual, physical, expected)) return "execution";
  }
  translateForLoad(virtual);
  if (!isAnswer(result(), physical, true)) return "AT S1E1R";
  if (result() >> 56n !== memoryType(expected)) return "memory type";
  translateForStore(virtual);
  if (!isAnswer(result(), physical, isWritable)) return "AT S1E1W";
  translateForUserLoad(virtual);
  if (!isAnswer(result(), physical, isUser)) return "AT S1E0R";
  translateForUserStore(virtual);
  return isAnswer(result(), physical, isUser && isWritable) ? "" : "AT S1E0W";
}

/** What is stored at one of the two addresses is loaded at the other. */
function probeMemory(
  virtual: bigint, physical: number, isWritable: boolean, isUser: boolean,
): string {
  const other = virtualOf(physical);
  const stamp = BigInt.asUintN(64, virtual * 0x9e37_79b9_7f4a_7c15n);
  store64(other, stamp);
  if (attempt(ATTEMPT.load, virtual) !== 0n || load64(virtual) !== stamp) return "load";
  const load = attempt(ATTEMPT.programLoad, virtual);
  if (!isAllowed(load, DATA_ABORT, isUser)) return "a program's load";
  const store = attempt(ATTEMPT.programStore, virtual);
  if (!isAllowed(store, DATA_ABORT | WRITE, isUser && isWritable)) return "a program's store";
  if (!isAllowed(attempt(ATTEMPT.store, virtual), DATA_ABORT | WRITE, isWritable)) return "store";
  return load64(other) === (isWritable ? 0n : stamp) ? "" : "what was stored";
}

/** Who may execute it is one of the two, or nobody. */
function isExecution(virtual: bigint, physical: number, expected: number): boolean {
  store64(virtualOf(physical), CODE);
  synchronizeInstructions(virtualOf(physical));
  const isExecutable = (expected & PAGE.executable) !== 0;
  const isUser = (expected & PAGE.user) !== 0;
  const execute = jump(ATTEMPT.execute, virtual);
  if (!isAllowed(execute, FETCH_ABORT, isExecutable && !isUser)) return false;
  const program = jump(ATTEMPT.programExecute, plus(virtual, 4n));
  if (isExecutable && isUser) return program === SVC;
  return isFault(program, PROGRAM_FETCH_ABORT, PERMISSION_FAULT);
}

function jump(kind: number, virtual: bigint): bigint {
  invalidateTranslation((virtual >> 12n) & 0xfff_ffff_ffffn);
  dataSynchronizationBarrier();
  instructionSynchronizationBarrier();
  return attempt(kind, virtual);
}

function isAllowed(syndrome: bigint, kind: bigint, isExpected: boolean): boolean {
  return isExpected ? syndrome === 0n : isFault(syndrome, kind, PERMISSION_FAULT);
}

/** At whichever level. */
function isFault(syndrome: bigint, kind: bigint, status: bigint): boolean {
  return (syndrome & 0xffff_fffcn) === (kind | status);
}

function result(): bigint {
  instructionSynchronizationBarrier();
  return readSystemRegister("PAR_EL1");
}

function faultOf(par: bigint): bigint {
  return (par & 1n) === 0n ? 0n : (par >> 1n) & 0b1111_00n;
}

function isAnswer(par: bigint, physical: number, isExpected: boolean): boolean {
  if (!isExpected) return faultOf(par) === PERMISSION_FAULT;
  const page = BigInt(physical - physical % 4096);
  return faultOf(par) === 0n && (par & 0xffff_ffff_f000n) === page;
}

/** As MAIR_EL1 has it: Device-nGnRE; Normal, non-cacheable; Normal, write-back. */
function memoryType(expected: number): bigint {
  if ((expected & PAGE.device) !== 0) return 0x04n;
  return (expected & PAGE.uncached) !== 0 ? 0x44n : 0xffn;
}
