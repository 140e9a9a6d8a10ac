// Packets that read and write registers and memory. Each takes what stands behind the packet's letter, and gives
// the answer.

import type { Cpu } from "../../machine/cpu/cpu";
import type { Debugger } from "../../machine/cpu/stepping/debugger";
import { bytesOfHex, hexOfBytes, hexOfValue, numberOf, valueOfBytes } from "./hex-data";
import { GDB_REGISTERS, type GdbRegister } from "./target";

/** As much as one packet may carry. */
export const PACKET_SIZE = 0x4000;
/** POSIX's numbers, which GDB only shows. */
export const EINVAL = "E16";
const EFAULT = "E0e";

/** g */
export const readRegisters = ({ state }: Cpu): string =>
  GDB_REGISTERS.map(({ bits, read }) => hexOfValue(read(state), bits)).join("");

/** G: a short one writes the first registers. */
export function writeRegisters(stepping: Debugger, cpu: Cpu, text: string): string {
  const bytes = bytesOfHex(text);
  if (bytes === undefined) return EINVAL;
  let at = 0;
  for (const register of GDB_REGISTERS) {
    const value = bytes.subarray(at, at + register.bits / 8);
    if (value.length < register.bits / 8) break;
    stepping.setRegister(register, valueOfBytes(value), cpu);
    at += value.length;
  }
  return "OK";
}

const numbered = (number: string | undefined): GdbRegister | undefined => GDB_REGISTERS[Number(numberOf(number) ?? -1n)];

/** p: "n" */
export function readRegister({ state }: Cpu, number: string): string {
  const register = numbered(number);
  return register === undefined ? EINVAL : hexOfValue(register.read(state), register.bits);
}

/** P: "n=value" */
export function writeRegister(stepping: Debugger, cpu: Cpu, assignment: string): string {
  const [number, value = ""] = assignment.split("=");
  const register = numbered(number);
  const bytes = bytesOfHex(value);
  if (register === undefined || bytes?.length !== register.bits / 8) return EINVAL;
  stepping.setRegister(register, valueOfBytes(bytes), cpu);
  return "OK";
}

/** m: "address,length". As many bytes as there are. */
export function readMemory(stepping: Debugger, cpu: Cpu, range: string): string {
  const [address, length] = range.split(",").map(numberOf);
  if (address === undefined || length === undefined) return EINVAL;
  const bytes = stepping.peek(address, Math.min(Number(length), PACKET_SIZE / 2), cpu);
  const end = bytes.indexOf(undefined);
  if (end === 0) return EFAULT;
  return hexOfBytes(end < 0 ? bytes : bytes.slice(0, end));
}

/** M and X: "address,length:data" */
export function writeMemory(
  stepping: Debugger, cpu: Cpu, write: string, bytesOf: (data: string) => Uint8Array | undefined,
): string {
  const colon = write.indexOf(":");
  if (colon < 0) return EINVAL;
  const [address, length] = write.slice(0, colon).split(",").map(numberOf);
  const bytes = bytesOf(write.slice(colon + 1));
  if (address === undefined || bytes === undefined || length !== BigInt(bytes.length)) return EINVAL;
  if (bytes.length === 0) return "OK"; // GDB asks so whether there is an X.
  return stepping.poke(address, bytes, cpu) ? "OK" : EFAULT;
}

/** X's data. */
export const bytesOfCharacters = (data: string): Uint8Array => Uint8Array.from(data, (each) => each.charCodeAt(0));
