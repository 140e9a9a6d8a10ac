// Any word, in any state: what the guest does may be wrong, but what the machine does is not. Words are uniform, or of
// a row of the table with any fields, or of one but for a bit. What is checked does not depend on what they mean:
//
// 1. Nothing is thrown at the host.
// 2. A word that is no instruction here is Undefined, and one that is, is not, but for the rows of MAY_BE_UNDEFINED.
// 3. An exception has left the registers as they were, and PC at the instruction; SVC and HVC complete first.
// 4. An instruction that completes is counted, and PC is at the next one unless it is a branch.
// 5. A PC that cannot be fetched from stops the CPU there, as often as it is tried.

import { hex, hex32 } from "../../../src/base/word";
import { Cpu, type Stop } from "../../../src/machine/cpu/cpu";
import { causeText, GuestException } from "../../../src/machine/cpu/exception";
import { createMemory, FPCR, FPSR, NZCV, PAGE, PC, RETIRED } from "../../../src/machine/cpu/layout";
import { type Meaning, meaningOf } from "../../../src/machine/cpu/meanings";
import { PhysicalMemory, SNAPSHOT } from "../../../src/machine/cpu/physical-memory";
import { IDENTITY, type Purpose, type Translation } from "../../../src/machine/cpu/translation";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { FPCR_BITS, FPSR_BITS } from "../../oracle/cpu/states";
import { float, FORMATS, integer, oneIn, pick, random64 } from "../../oracle/cpu/values";
import { drawWords, EVERYTHING, Random } from "../../oracle/words";

export const RAM = 8 * PAGE;

/** Pages that are not where they seem, that may only be read, that are of devices, or not there. */
export const HOLES: Translation = {
  translate(address: bigint, purpose: Purpose) {
    const abort = (kind: "translation" | "permission"): GuestException => new GuestException(purpose === "fetch"
      ? { kind: "instruction abort", address, fault: { kind, level: 3 } }
      : { kind: "data abort", address, write: purpose === "write", fault: { kind, level: 3 } });
    const number = address >> 12n;
    if (number === 0xf_ffff_ffff_ffffn) return { page: 7 * PAGE, device: false };
    if (number >= 8n || number === 3n) throw abort("translation");
    if (number === 5n && purpose === "write") throw abort("permission");
    return { page: (Number(number) ^ 4) * PAGE, device: number === 6n };
  },
};

export const TRANSLATIONS: readonly Translation[] = [IDENTITY, HOLES];

/** What a system may not have, and what is Undefined by its row. */
const MAY_BE_UNDEFINED = /^(UDF|DCPS[123]|DRPS|ERET|SYSL?|MRS|MSR \(.*\))$/;
const RAISES = /^(SVC|HVC|SMC|BRK|HLT)$/;

const BRANCHES = /branch|^Exception generation$/;

/** Executes `count` words one at a time. Returns what was wrong, if anything, with a few words. */
export function fuzzWords(count: number, seed: number, translation: Translation): string[] {
  const bench = new Bench(seed, translation);
  const found: string[] = [];
  for (let done = 0; done < count && found.length < MOST_FOUND; done += BATCH) {
    for (const word of drawWords(BATCH, bench.random, EVERYTHING, standardDecoder().rows)) found.push(...bench.try(word));
  }
  return found;
}

const BATCH = 1000;
const MOST_FOUND = 10;

/** How much of a CPU's page is in use, and where things are in it, in doublewords (layout.ts). */
const REGISTERS = 0x400 / 8;
const SCALARS = 0x300 / 8;
const MONITOR = 0x340 / 8;

/** In a page, at its end, at the end of all pages. */
const PLACES: readonly number[] = [PAGE, PAGE + 0x7f0, 2 * PAGE - 8, RAM - 8];

class Bench {
  readonly random: Random;
  readonly #physical = new PhysicalMemory(createMemory(RAM), 0, RAM);
  readonly #cpu: Cpu;
  readonly #registers = new BigUint64Array(this.#physical.memory.buffer, 0, REGISTERS);
  readonly #before = new BigUint64Array(REGISTERS);
  #hasStored = false;

  constructor(seed: number, translation: Translation) {
    this.random = new Random(seed);
    this.#cpu = new Cpu({ physical: this.#physical, translation });
    this.#physical.onMarkedStore(() => { this.#hasStored = true; });
    for (let at = 0; at < RAM; at += 4) this.#physical.view.setUint32(at, this.random.next());
  }

  /** What is wrong with `word` at some place, in some state. */
  try(word: number): string[] {
    drawRegisters(this.#cpu, this.random);
    const pc = pick(this.random, PLACES) + 4 * this.random.below(2);
    const offset = this.#cpu.memory.offsetOf(BigInt(pc));
    this.#physical.write(offset, new Uint8Array(Uint32Array.of(word).buffer));
    this.#cpu.pc = BigInt(pc);
    // The listener hears of pages with a mark: all of them.
    for (let page = 0; page < RAM / PAGE; page++) this.#physical.marks[page]! |= SNAPSHOT;
    this.#before.set(this.#registers);
    this.#hasStored = false;
    let wrong: string | undefined;
    try {
      const stop = this.#cpu.run(1);
      wrong = this.#judge(word, stop) ?? (this.#cpu.pc === BigInt(pc) + 4n ? undefined : this.#fetchAgain());
    } catch (thrown) {
      wrong = `throws ${String(thrown)}`;
    }
    if (wrong === undefined) return [];
    return [`${hex32(word)} ${standardDecoder().disassemble(word).replace("\t", " ")} at ${hex(pc)}: ${wrong}`];
  }

  #judge(word: number, stop: Stop): string | undefined {
    const meaning = meaningOf(standardDecoder(), word);
    if (stop.kind === "exception") return this.#judgeException(word, stop, meaning);
    if (stop.kind !== "limit") return `stops with ${stop.kind}`;
    if (meaning === undefined) return "is no instruction, and is executed";
    if (RAISES.test(meaning.row.name)) return "raises nothing";
    const { scalars } = this.#cpu.state;
    if (scalars[RETIRED] !== this.#was(RETIRED) + 1n) return "is not counted";
    const next = BigInt.asUintN(64, this.#was(PC) + 4n);
    if (!BRANCHES.test(meaning.row.class) && scalars[PC] !== next) return `continues at ${hex(scalars[PC]!)}`;
    if (scalars[NZCV]! > 15n) return `NZCV is ${hex(scalars[NZCV]!)}`;
    if ((scalars[FPCR]! & ~FPCR_BITS) !== 0n) return `FPCR is ${hex(scalars[FPCR]!)}`;
    if ((scalars[FPSR]! & ~FPSR_BITS) !== 0n) return `FPSR is ${hex(scalars[FPSR]!)}`;
    return undefined;
  }

  #judgeException(word: number, { cause }: Stop & { kind: "exception" }, meaning: Meaning | undefined): string | undefined {
    const completes = cause.kind === "SVC" || cause.kind === "HVC";
    if (completes) {
      this.#before[SCALARS + PC]! += 4n;
      this.#before[SCALARS + RETIRED]! += 1n;
    }
    const changed = this.#changed();
    if (changed !== undefined) return `${causeText(cause)}, and register ${hex(8 * changed)} is changed`;
    switch (cause.kind) {
      case "undefined":
        if (this.#hasStored) return "is Undefined, and stores";
        if (cause.word !== word) return `is Undefined as ${hex32(cause.word)}`;
        return meaning === undefined || MAY_BE_UNDEFINED.test(meaning.row.name) ? undefined : "is Undefined";
      case "SVC": case "HVC": case "SMC": case "BRK": case "HLT":
        return meaning?.row.name === cause.kind ? undefined : `raises ${cause.kind}`;
      case "data abort":
        return meaning !== undefined && /^Loads|^Branches.*system/.test(meaning.row.group) ? undefined : causeText(cause);
      default: return causeText(cause);
    }
  }

  /** Behind a branch: PC is somewhere, and what happens there happens again. */
  #fetchAgain(): string | undefined {
    const { pc } = this.#cpu;
    const stops = [1, 2, 3].map(() => {
      this.#cpu.pc = pc;
      this.#before.set(this.#registers);
      return this.#cpu.run(1);
    });
    const [first] = stops;
    const isMisaligned = (pc & 3n) !== 0n;
    if (first!.kind !== "exception") return isMisaligned ? `executes at ${hex(pc)}` : undefined;
    const { cause } = first!;
    if (isMisaligned !== (cause.kind === "PC alignment")) return `${causeText(cause)} at ${hex(pc)}`;
    if (cause.kind !== "PC alignment" && cause.kind !== "instruction abort") return undefined;
    if (cause.address !== pc) return `${causeText(cause)}, PC being ${hex(pc)}`;
    return this.#changed() !== undefined || stops.some((stop) => stop.kind !== "exception" || stop.cause.kind !== cause.kind)
      ? `is not the same again: ${causeText(cause)}` : undefined;
  }

  /** The first register that is not what it was, in doublewords. The first of two stores may have ended a watch. */
  #changed(): number | undefined {
    const end = this.#hasStored ? MONITOR : REGISTERS;
    for (let i = 0; i < end; i++) if (this.#registers[i] !== this.#before[i]) return i;
    return undefined;
  }

  #was(scalar: number): bigint {
    return this.#before[SCALARS + scalar]!;
  }
}

/** Numbers, addresses near the border of a page, addresses of code. */
export function drawRegisters(cpu: Cpu, random: Random): void {
  const { x, v, scalars } = cpu.state;
  for (let i = 0; i < 4; i++) x[random.below(32)] = drawInteger(random);
  for (let i = 0; i < 3; i++) {
    const format = pick(random, FORMATS);
    v[random.below(64)] = oneIn(random, 2) ? random64(random)
      : (float(random, format) << 32n) | (format.width === 64 ? 0n : float(random, format));
  }
  scalars[NZCV] = BigInt(random.below(16));
  if (oneIn(random, 8)) scalars[FPCR] = random64(random) & FPCR_BITS;
  if (oneIn(random, 8)) scalars[FPSR] = random64(random) & FPSR_BITS;
}

function drawInteger(random: Random): bigint {
  switch (random.below(6)) {
    case 0: return random64(random);
    case 1: return integer(random, 64);
    case 2: return BigInt.asUintN(64, BigInt(random.below(10) * PAGE - random.below(20)));
    case 3: return BigInt(random.below(RAM / 16) * 16);
    default: return BigInt(random.below(RAM));
  }
}
