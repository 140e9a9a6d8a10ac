// What the kernel of a variant says: the reference. It knows what happened, and does not have to read it.

import { bug } from "../../../../base/bug";
import type { Cause, Fault } from "../../../../machine/cpu/exception";
import type { Level } from "../../../../machine/sysregs/pstate";
import type { Message } from "../questions";
import type { PassOnVariant, Server } from "./variant";

interface Access {
  readonly fault: Fault;
  readonly write: boolean;
  readonly fetch: boolean;
  readonly address: bigint;
}

/** `ec` is what ESR_EL1 has for a class, where nothing else is told. */
export function messageOf(variant: PassOnVariant, cause: Cause, level: Level, ec: number): Message {
  const { ports, places, callLimit } = variant;
  const to = (server: Server, word: bigint): Message => ({ port: ports[server], word });
  const rest = (): Message => to("rest", BigInt(ec) << BigInt(places.class));
  switch (cause.kind) {
    case "SVC": return to(cause.imm16 < callLimit ? "low calls" : "high calls", BigInt(cause.imm16) << BigInt(places.call));
    case "BRK": return to("debugger", BigInt(cause.imm16) << BigInt(places.comment));
    case "trapped FP": return to("floats", 0n);
    case "trapped access": return to("emulator", trapWord(variant, cause.word));
    case "data abort": case "instruction abort": {
      if (level === 1) return to("kernel", cause.address);
      const isData = cause.kind === "data abort";
      const access: Access = { fault: cause.fault, address: cause.address, fetch: !isData, write: isData && cause.write && cause.maintenance !== true };
      const server = serverOf(variant, access);
      if (server === undefined) return rest();
      if (server === "fixer") return to("fixer", BigInt.asUintN(48, cause.address) << BigInt(places.address));
      return to(server, faultWord(variant, access));
    }
    default: return rest();
  }
}

function serverOf({ accessFlag }: PassOnVariant, { fault, write }: Access): Server | undefined {
  switch (fault.kind) {
    case "translation": return "pager";
    case "access flag": return accessFlag;
    case "permission": return write ? "copier" : "guard";
    case "alignment": return "fixer";
    default: return undefined;
  }
}

function faultWord({ fault: places, pageBits }: PassOnVariant, { fault, write, fetch, address }: Access): bigint {
  const level = "level" in fault ? fault.level ?? bug("these faults have levels") : bug("these faults have levels");
  const page = BigInt.asUintN(48, address) / 2n ** BigInt(pageBits);
  return sum([[page, places.page], [BigInt(level), places.level], [write ? 1n : 0n, places.write], [fetch ? 1n : 0n, places.fetch]]);
}

/** An instruction has its numbers as a register's encoding has them, next to each other: bits 20:5. */
function trapWord({ trap: places }: PassOnVariant, word: number): bigint {
  const numbers = BigInt((word >>> 5) & 0xffff);
  const isRead = (word >>> 21) & 1;
  return sum([[numbers, places.register], [BigInt(word & 31), places.Rt], [BigInt(isRead), places.read]]);
}

const sum = (fields: readonly (readonly [value: bigint, place: number])[]): bigint =>
  fields.reduce((word, [value, place]) => word + value * 2n ** BigInt(place), 0n);
