// A file as a program for a bare CPU: RAM around its addresses, and nothing else in the world.
//
//   base ...... the program's bytes ...... zeroes ...... SP
//   |<- whole pages, then as many bytes as were asked for ->|

import { UserFault } from "../../base/fault";
import { hex } from "../../base/word";
import { ELFMAG, ET_REL, STT_FUNC, STT_NOTYPE, STT_OBJECT } from "../../formats/elf/constants";
import type { ElfFile } from "../../formats/elf/elf-file";
import { loadSegments } from "../../formats/elf/load-segments";
import { readElf } from "../../formats/elf/read-elf";
import { Cpu, type CpuOptions } from "../../machine/cpu/cpu";
import { createMemory, PAGE, SP } from "../../machine/cpu/layout";
import { PhysicalMemory } from "../../machine/cpu/physical-memory";
import { machineOf } from "../../machine/cpu/stepping/machine";
import { Assembler, AssemblyError } from "../../machine/decoder/assembler";
import { standardDecoder } from "../../machine/decoder/decoder";
import type { Program } from "./program";
import { Symbols } from "./symbols";

export interface LoadOptions {
  /** Where a flat file, or what is assembled, begins. */
  readonly base: bigint;
  /** Bytes of RAM behind the program. */
  readonly ram: number;
  /** What the CPU is made of, where that is not ours. */
  readonly cpu?: Pick<CpuOptions, "decoder" | "parts">;
}

/** Bytes and where they go. */
interface Piece {
  readonly address: bigint;
  readonly bytes: Uint8Array;
  /** With the zeroes behind them. */
  readonly size: bigint;
}

interface Image {
  readonly pieces: readonly Piece[];
  readonly entry: bigint;
  readonly symbols: Iterable<readonly [string, bigint]>;
}

/** More would not be one WebAssembly.Memory, nor one program. */
const MOST_RAM = 1n << 31n;
const LONGEST_ADDRESS = 1n << 48n;

/** Throws a UserFault, which begins with the file's name. */
export function loadProgram(name: string, bytes: Uint8Array, options: LoadOptions): Program {
  try {
    return load(name, bytes, options);
  } catch (error) {
    if (error instanceof AssemblyError) throw new UserFault(`${name}:${error.message}`);
    if (error instanceof UserFault) throw new UserFault(`${name}: ${error.message}`);
    throw error;
  }
}

function load(name: string, bytes: Uint8Array, options: LoadOptions): Program {
  const { pieces, entry, symbols } = imageOf(name, bytes, options.base);
  const physical = ramAround(pieces, options.ram);
  for (const { address, bytes: content } of pieces) physical.write(Number(address), content);
  const cpu = new Cpu({ physical, ...options.cpu });
  cpu.pc = entry;
  cpu.state.x[SP] = BigInt(physical.base + physical.size);
  return { name, machine: machineOf(cpu), symbols: new Symbols(symbols, endOf(pieces)) };
}

function imageOf(name: string, bytes: Uint8Array, base: bigint): Image {
  if (name.toLowerCase().endsWith(".s")) return assembledImage(new TextDecoder().decode(bytes), base);
  const magic = bytes.length < 4 ? undefined : new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  return magic === ELFMAG ? elfImage(readElf(bytes)) : flatImage(bytes, base);
}

function assembledImage(source: string, base: bigint): Image {
  const { bytes, symbols } = new Assembler(standardDecoder()).assemble(source, base);
  return { ...flatImage(bytes, base), symbols, entry: symbols.get("_start") ?? base };
}

function flatImage(bytes: Uint8Array, base: bigint): Image {
  if (bytes.length === 0) throw new UserFault("is empty: there is nothing to run");
  return { pieces: [{ address: base, bytes, size: BigInt(bytes.length) }], entry: base, symbols: [] };
}

function elfImage(file: ElfFile): Image {
  if (file.header.e_type === ET_REL) throw new UserFault("is not linked yet: it has no addresses; run a linker on it");
  const pieces = loadSegments(file).map(({ p_vaddr, p_memsz, contents }) => ({ address: p_vaddr, size: p_memsz, bytes: contents }));
  if (pieces.length === 0) throw new UserFault("has no segment to load: there is nothing to run");
  return { pieces, entry: file.header.e_entry, symbols: elfSymbols(file) };
}

/** Not the mapping symbols ($x, $d), nor files and sections. */
function elfSymbols({ symbols }: ElfFile): (readonly [string, bigint])[] {
  return symbols
    .filter(({ name, type, section }) =>
      section !== undefined && name !== "" && !name.startsWith("$") && [STT_FUNC, STT_NOTYPE, STT_OBJECT].includes(type))
    .map(({ name, st_value }) => [name, st_value] as const);
}

const endOf = (pieces: readonly Piece[]): bigint =>
  pieces.reduce((most, { address, size }) => (address + size > most ? address + size : most), 0n);

function ramAround(pieces: readonly Piece[], behind: number): PhysicalMemory {
  const first = pieces.reduce((least, { address }) => (address < least ? address : least), LONGEST_ADDRESS);
  const end = endOf(pieces);
  const base = first - (first % BigInt(PAGE));
  const size = Math.ceil((Number(end - base) + behind) / PAGE) * PAGE;
  if (end > LONGEST_ADDRESS) throw new UserFault(`reaches to ${hex(end)}: the highest address is ${hex(LONGEST_ADDRESS - 1n)}`);
  if (BigInt(size) > MOST_RAM) throw new UserFault(`would need ${size} bytes of RAM, from ${hex(base)} to ${hex(end)}: at most 2 GiB can be had`);
  return new PhysicalMemory(createMemory(size), Number(base), size);
}
