// A program of a few lines of assembly, run by the host.
//
//   0x400000   headers and text, r-x
//   0x500000   64 KiB of zeroes, rw-: "data" in the text

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  ELFCLASS64, ELFDATA2LSB, ELFMAG, EM_AARCH64, ET_EXEC, EV_CURRENT, PF_R, PF_W, PF_X, PT_LOAD,
} from "../../../src/formats/elf/constants";
import { ELF_HEADER, ELF_HEADER_SIZE, PROGRAM_HEADER, PROGRAM_HEADER_SIZE } from "../../../src/formats/elf/structures";
import { InputBytes, OutputBytes } from "../../../src/host/user/byte-streams";
import { NodeFiles } from "../../../src/host/user/node-files";
import { pack } from "../../../src/host/user/structures";
import { UserHost, type UserHostOptions } from "../../../src/host/user/user-host";
import { Assembler } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";

const TEXT = 0x40_0000n;
const DATA = 0x50_0000n;
const HEADERS = ELF_HEADER_SIZE + 2 * PROGRAM_HEADER_SIZE;

export function elfOf(source: string): Uint8Array {
  const entry = TEXT + BigInt(HEADERS);
  const { bytes } = new Assembler(standardDecoder()).assemble(`.equ data, ${DATA}\n${source}`, entry);
  const size = BigInt(HEADERS + bytes.length);
  return Uint8Array.from([
    ...pack(ELF_HEADER, ELF_HEADER_SIZE, {
      EI_MAG: ELFMAG, EI_CLASS: ELFCLASS64, EI_DATA: ELFDATA2LSB, EI_VERSION: EV_CURRENT, e_type: ET_EXEC, e_machine: EM_AARCH64,
      e_version: EV_CURRENT, e_entry: entry, e_phoff: ELF_HEADER_SIZE, e_ehsize: ELF_HEADER_SIZE, e_phentsize: PROGRAM_HEADER_SIZE, e_phnum: 2,
    }),
    ...pack(PROGRAM_HEADER, PROGRAM_HEADER_SIZE, {
      p_type: PT_LOAD, p_flags: PF_R | PF_X, p_vaddr: TEXT, p_filesz: size, p_memsz: size, p_align: 0x1000,
    }),
    ...pack(PROGRAM_HEADER, PROGRAM_HEADER_SIZE, { p_type: PT_LOAD, p_flags: PF_R | PF_W, p_vaddr: DATA, p_memsz: 0x1_0000, p_align: 0x1000 }),
    ...bytes,
  ]);
}

export interface GuestOutcome {
  readonly stdout: string;
  /** As a shell has it; undefined if it did not end. */
  readonly status: number | undefined;
  /** What the host said of it. */
  readonly reports: readonly string[];
  readonly retired: number;
}

export interface GuestOptions extends Partial<UserHostOptions> {
  readonly args?: readonly string[];
  readonly env?: readonly string[];
  readonly input?: string;
  readonly instructions?: number;
}

/** Runs it in a directory of its own, as ./guest. */
export function runGuest(source: string, options: GuestOptions = {}): GuestOutcome {
  const directory = mkdtempSync(join(tmpdir(), "o2p-guest-"));
  try {
    const path = join(directory, "guest");
    writeFileSync(path, elfOf(source), { mode: 0o755 });
    const [reports, output]: [string[], Uint8Array[]] = [[], []];
    const host = new UserHost({
      files: new NodeFiles(), identity: { uid: 1000, gid: 1000 }, memoryMiB: 16, report: (line) => reports.push(line), ...options,
    });
    const out = new OutputBytes("/dev/stdout", (bytes) => output.push(bytes.slice()));
    const command = { path, args: options.args ?? ["guest"], env: options.env ?? [] };
    host.start(command, directory, [new InputBytes(Buffer.from(options.input ?? "", "latin1")), out, out]);
    const ending = host.run(options.instructions ?? 5_000_000);
    const status = ending === undefined ? undefined : ending.kind === "exited" ? ending.status : 128 + ending.signal;
    return { stdout: Buffer.concat(output).toString("latin1"), status, reports, retired: host.cpu.retired };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** mov of its arguments into X0, X1 ..., and svc. */
export const call = (number: number, ...values: readonly (string | number)[]): string =>
  [...values.map((value, i) => (typeof value === "number" ? `ldr x${i}, =${value}` : `${/^[xw]/.test(value) ? "mov" : "ldr"} x${i}, ${/^[xw]/.test(value) ? value : `=${value}`}`)),
    `mov x8, #${number}`, "svc #0"].join("\n");

/** Ends with what X0 has, or with an error's number. */
export const EXIT = "cmp x0, #0\ncneg x0, x0, mi\nmov x8, #93\nsvc #0\n";
