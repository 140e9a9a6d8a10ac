// The instructions as functions, for tests that run an algorithm: what the interpreter makes of them.
// The operands are registers 0, 1, 2 in this order, V and X alike; the result is V0, or W0 of a CRC.

import { bug } from "../../../../src/base/bug";
import { type Meaning, meaningOf } from "../../../../src/machine/cpu/meanings";
import { standardDecoder } from "../../../../src/machine/decoder/decoder";
import { assembleLine } from "../../../../src/machine/decoder/assembler";
import { Machine } from "../machine";

const meanings = new Map<string, Meaning>();

function meaning(assembly: string): Meaning {
  const known = meanings.get(assembly)
    ?? meaningOf(standardDecoder(), assembleLine(assembly)) ?? bug(`${assembly} is not an instruction of the machine`);
  meanings.set(assembly, known);
  return known;
}

let machine: Machine | undefined;

function execute(assembly: string, values: readonly bigint[]): Machine {
  machine ??= new Machine("nop");
  for (const [i, value] of values.entries()) {
    machine.set(`v${i}`, value);
    machine.set(`x${i}`, value);
  }
  const { execute, operands } = meaning(assembly);
  execute(machine.cpu.executor, operands);
  return machine;
}

const toV = (assembly: string) => (...values: bigint[]): bigint => execute(assembly, values).get("v0");
const toX = (assembly: string) => (...values: bigint[]): bigint => execute(assembly, values).get("x0");

export const INSTRUCTIONS = {
  "AESE":      toV("aese v0.16b, v1.16b"),
  "AESD":      toV("aesd v0.16b, v1.16b"),
  "AESMC":     toV("aesmc v0.16b, v0.16b"),
  "AESIMC":    toV("aesimc v0.16b, v0.16b"),
  "SHA1C":     toV("sha1c q0, s1, v2.4s"),
  "SHA1P":     toV("sha1p q0, s1, v2.4s"),
  "SHA1M":     toV("sha1m q0, s1, v2.4s"),
  "SHA1H":     toV("sha1h s0, s0"),
  "SHA1SU0":   toV("sha1su0 v0.4s, v1.4s, v2.4s"),
  "SHA1SU1":   toV("sha1su1 v0.4s, v1.4s"),
  "SHA256H":   toV("sha256h q0, q1, v2.4s"),
  "SHA256H2":  toV("sha256h2 q0, q1, v2.4s"),
  "SHA256SU0": toV("sha256su0 v0.4s, v1.4s"),
  "SHA256SU1": toV("sha256su1 v0.4s, v1.4s, v2.4s"),
  "SHA512H":   toV("sha512h q0, q1, v2.2d"),
  "SHA512H2":  toV("sha512h2 q0, q1, v2.2d"),
  "SHA512SU0": toV("sha512su0 v0.2d, v1.2d"),
  "SHA512SU1": toV("sha512su1 v0.2d, v1.2d, v2.2d"),
  "EOR3":      toV("eor3 v0.16b, v0.16b, v1.16b, v2.16b"),
  "BCAX":      toV("bcax v0.16b, v0.16b, v1.16b, v2.16b"),
  "RAX1":      toV("rax1 v0.2d, v0.2d, v1.2d"),
  "XAR":       (n: bigint, m: bigint, imm6: bigint) => toV(`xar v0.2d, v0.2d, v1.2d, #${imm6}`)(n, m),
  "PMUL":      toV("pmul v0.16b, v0.16b, v1.16b"),
  "PMULL.8H":  toV("pmull v0.8h, v0.8b, v1.8b"),
  "PMULL.1Q":  toV("pmull v0.1q, v0.1d, v1.1d"),
  "PMULL2.1Q": toV("pmull2 v0.1q, v0.2d, v1.2d"),
  "CRC32B":    toX("crc32b w0, w0, w1"),
  "CRC32H":    toX("crc32h w0, w0, w1"),
  "CRC32W":    toX("crc32w w0, w0, w1"),
  "CRC32X":    toX("crc32x w0, w0, x1"),
  "CRC32CB":   toX("crc32cb w0, w0, w1"),
  "CRC32CH":   toX("crc32ch w0, w0, w1"),
  "CRC32CW":   toX("crc32cw w0, w0, w1"),
  "CRC32CX":   toX("crc32cx w0, w0, x1"),
} as const;
