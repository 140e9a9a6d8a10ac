// From SVC to a row of the table and back: arguments out of X0 to X5, the answer into X0.

import { ERRORS, SystemError } from "./errors";
import { BLOCKS } from "./files";
import type { Process } from "./process";
import { SYSTEM_CALLS } from "./syscalls/all";
import { type Host, type Kind, KEEPS_REGISTERS, type Result, type SystemCall } from "./syscalls/system-call";
import { callText } from "./trace";

/** Hears of each call and its answer. */
export type Trace = (line: string) => void;

export type Value = number | bigint | string;

/** Makes the system call that the process asks for. It may end the process, or leave the call unfinished. */
export function dispatch(host: Host, process: Process, trace?: Trace): void {
  const { x } = process.registers;
  const number = Number(BigInt.asUintN(32, x[8]!));
  const call = SYSTEM_CALLS.get(number);
  if (call === undefined) {
    trace?.(`${process.pid} system call ${number} = -ENOSYS`);
    x[0] = answer(-ERRORS.ENOSYS);
    return;
  }
  let values: Value[] = [];
  const attempt = (): void => {
    const result = outcome(() => {
      values = call.kinds.map((kind, i) => argument(process, kind, x[i]!));
      return call.call(host, process, ...(values as never[])); // True by systemCall(): they are of its kinds.
    });
    finish(process, call, result, attempt, (text) => trace?.(`${process.pid} ${callText(call, values)} = ${text}`));
  };
  attempt();
}

function finish(
  process: Process, { name }: SystemCall, result: Result | SystemError, retry: () => void, trace: Trace,
): void {
  if (result === BLOCKS) {
    process.unfinished = { name, retry };
    return;
  }
  process.unfinished = undefined;
  process.wakeAt = undefined;
  if (result instanceof SystemError) {
    process.registers.x[0] = answer(-ERRORS[result.code]);
    trace(`-${result.code}`);
  } else if (result === KEEPS_REGISTERS) {
    trace("?");
  } else {
    process.registers.x[0] = answer(result);
    trace(typeof result === "bigint" ? `0x${result.toString(16)}` : `${result}`);
  }
}

function outcome(work: () => Result): Result | SystemError {
  try {
    return work();
  } catch (error) {
    if (error instanceof SystemError) return error;
    throw error;
  }
}

const answer = (value: number | bigint): bigint => BigInt.asUintN(64, BigInt(value));

function argument({ memory }: Process, kind: Kind, register: bigint): Value {
  switch (kind) {
    case "int": case "fd": case "dir": return Number(BigInt.asIntN(32, register));
    case "mode": case "flags": return Number(BigInt.asUintN(32, register));
    case "size": return Number(register);
    case "long": return BigInt.asIntN(64, register);
    case "address": return register;
    case "path": return memory.readString(register);
  }
}
