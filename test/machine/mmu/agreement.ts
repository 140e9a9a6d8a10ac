// Our MMU beside the model (model/model.ts), in worlds drawn from a seed. For each address:
//
// 1. Every access by either level ends as the model says: same page, same kind of memory, or same fault at same level;
//    and so does a load or a store of the CPU, which remembers what the MMU said.
// 2. So does every AT, and PAR_EL1 is as the manual settles it; AT aborts where a walk does.
// 3. The TLB, which knows the address by then, changes nothing of this: all is asked twice.
// 4. When a descriptor on the way has changed, any TLBI for the address, or for another in the same page or block,
//    makes 1 and 2 true again; and so does another ASID, without any TLBI, if the page is not global.

import { bug } from "../../../src/base/bug";
import { hex } from "../../../src/base/word";
import { Cpu } from "../../../src/machine/cpu/cpu";
import { GuestException } from "../../../src/machine/cpu/exception";
import { cpuStateIn, createMemory, PSTATE } from "../../../src/machine/cpu/layout";
import { PhysicalMemory } from "../../../src/machine/cpu/physical-memory";
import type { SystemRegisterName } from "../../../src/machine/decoder/tables/system-registers";
import { Mmu, type MmuOptions } from "../../../src/machine/mmu/mmu";
import type { MmuParts } from "../../../src/machine/mmu/parts";
import { STANDARD_MMU_PARTS } from "../../../src/machine/mmu/standard-parts";
import type { PageRange } from "../../../src/machine/mmu/tlb";
import type { SystemView } from "../../../src/machine/sysregs/view";
import { pick } from "../../oracle/cpu/values";
import { Random } from "../../oracle/words";
import { translate } from "./model/model";
import { expectedPAR } from "./model/par";
import { parametersOf } from "./model/parameters";
import { type Access, bit, bits, CHOICES, type Mapped, type Outcome } from "./model/world";
import { ACCESSES, type DrawnWorld, drawWorld, RAM } from "./model/worlds";

/** Addresses of one world. */
const ADDRESSES = 50;
/** A descriptor is changed behind one address in so many. */
const CHANGES = 4;
const MOST_FOUND = 10;

const USUAL_TLB: Pick<MmuOptions, "sets" | "ways"> = {};
/** Every other world has one that always has to forget something. */
const TINY_TLB: Pick<MmuOptions, "sets" | "ways"> = { sets: 2, ways: 2 };

export interface Agreement {
  readonly addresses: number;
  /** How often each outcome was met, of reads by EL1: "mapped 3". */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly differences: readonly string[];
}

/** `count` addresses, from the world of `seed` on. */
export function compareTranslations(count: number, seed: number, parts: MmuParts = STANDARD_MMU_PARTS): Agreement {
  const outcomes: Record<string, number> = {};
  const differences: string[] = [];
  let addresses = 0;
  for (let own = seed; addresses < count && differences.length < MOST_FOUND; own++) {
    const world = drawWorld(own);
    const random = new Random(0x2000_0000 + own);
    const bench = new Bench(world, parts, own % 2 === 0 ? USUAL_TLB : TINY_TLB);
    for (let i = 0; i < ADDRESSES; i++) {
      const address = world.drawAddress(random);
      const name = nameOf(translate(world, address, ACCESSES[0]!));
      outcomes[name] = (outcomes[name] ?? 0) + 1;
      addresses++;
      const wrong = bench.ask(address) ?? bench.ask(address) ?? (i % CHANGES === 0 ? bench.change(address, random) : undefined);
      if (wrong !== undefined) differences.push(`world ${own}, ${hex(address)}: ${wrong}`);
    }
  }
  return { addresses, outcomes, differences };
}

const nameOf = (outcome: Outcome): string => `${outcome.kind === "mapped" ? "mapped" : outcome.fault} ${outcome.level ?? "by no walk"}`;

const OPERATIONS = [
  ["AT S1E1R",  { kind: "read",  level: 1 }, "ignores PAN"],
  ["AT S1E1W",  { kind: "write", level: 1 }, "ignores PAN"],
  ["AT S1E0R",  { kind: "read",  level: 0 }, "ignores PAN"],
  ["AT S1E0W",  { kind: "write", level: 0 }, "ignores PAN"],
  ["AT S1E1RP", { kind: "read",  level: 1 }, "heeds PAN"],
  ["AT S1E1WP", { kind: "write", level: 1 }, "heeds PAN"],
] as const satisfies readonly (readonly [`AT ${string}`, Access, string])[];

const BY_ADDRESS = ["VAE1", "VAAE1", "VALE1", "VAALE1", "VAE1IS", "VAAE1IS", "VALE1IS", "VAALE1IS"] as const;

/** What PhysicalMemory says of what is not RAM. */
const NOWHERE = -1;

const EL1 = 1 << 2;
const PAN = 1 << 22;

/** An MMU in a world. */
class Bench {
  #world: DrawnWorld;
  readonly #physical = new PhysicalMemory(createMemory(RAM.bytes), RAM.base, RAM.bytes);
  readonly #mmu: Mmu;
  readonly #cpu: Cpu;
  #PAR_EL1 = 0n;

  constructor(world: DrawnWorld, parts: MmuParts, tlb: typeof USUAL_TLB) {
    this.#world = world;
    this.#physical.bytes.set(world.memory);
    const state = cpuStateIn(this.#physical.memory, 0);
    const pstate = EL1 | (world.PAN ? PAN : 0);
    state.levels[PSTATE] = BigInt(pstate);
    const view: SystemView = {
      state, pstate, clock: { cycles: 0n, count: 0n },
      stored: (name) => this.#stored(name),
      store: (_, value) => { this.#PAR_EL1 = value; },
    };
    const forget = (range?: PageRange): void => { this.#cpu.forget(range); };
    this.#mmu = new Mmu({ physical: this.#physical, view: () => view, forget, zero: () => undefined, parts, ...tlb });
    this.#cpu = new Cpu({ physical: this.#physical, translation: this.#mmu });
    this.#cpu.privilege = { level: 1, uao: false, pan: world.PAN };
  }

  #stored(name: SystemRegisterName): bigint {
    switch (name) {
      case "SCTLR_EL1": case "TCR_EL1": case "TTBR0_EL1": case "TTBR1_EL1": case "MAIR_EL1": return this.#world[name];
      default: return bug(`a translation does not depend on ${name}`);
    }
  }

  /** What is wrong, if anything. */
  ask(address: bigint): string | undefined {
    for (const access of ACCESSES) {
      const expected = translate(this.#world, address, access);
      const wrong = this.#differs(address, access, expected) ?? this.#differsInMemory(address, access, expected);
      if (wrong !== undefined) return `${access.kind} by EL${access.level}: ${wrong}, not ${nameOf(expected)}`;
    }
    for (const [name, access, pan] of OPERATIONS) {
      const world = { ...this.#world, PAN: this.#world.PAN && pan === "heeds PAN" };
      const wrong = this.#differsBy(name, address, translate(world, address, access));
      if (wrong !== undefined) return `${name}: ${wrong}`;
    }
    return undefined;
  }

  /** Changes a descriptor on the way, and sees to it that the TLB's word for it no longer counts. */
  change(address: bigint, random: Random): string | undefined {
    const met: bigint[] = [];
    const read = (at: bigint): bigint | undefined => {
      met.push(at);
      return this.#world.read(at);
    };
    const before = translate({ ...this.#world, read }, address, ACCESSES[0]!);
    const descriptors = met.map((at) => this.#physical.offsetOf(Number(at))).filter((offset) => offset >= 0);
    if (descriptors.length === 0) return undefined;
    const offset = pick(random, descriptors);
    const value = new DataView(this.#world.memory.buffer).getBigUint64(offset, true) ^ (1n << BigInt(random.below(64)));
    for (const view of [new DataView(this.#world.memory.buffer), this.#physical.view]) view.setBigUint64(offset, value, true);

    const leaf = before.kind === "mapped" && offset === descriptors[descriptors.length - 1] ? before : undefined;
    const how = leaf?.isGlobal === false && random.below(2) === 0 ? this.#switch() : this.#invalidate(address, leaf, random);
    const wrong = this.ask(address);
    this.#mmu.operate("TLBI VMALLE1", 0n);
    return wrong === undefined ? undefined : `after a change at ${hex(RAM.base + offset)} and ${how}: ${wrong}`;
  }

  /** To another address space with the same tables. */
  #switch(): string {
    const register = bit(this.#world.TCR_EL1, 22) ? "TTBR1_EL1" : "TTBR0_EL1";
    this.#world = { ...this.#world, [register]: this.#world[register] ^ (1n << 48n) };
    this.#mmu.changed();
    return "another ASID";
  }

  /** If only a leaf has changed, an instruction for last levels will do, and any address that the leaf maps. */
  #invalidate(address: bigint, leaf: Mapped | undefined, random: Random): string {
    const operation = pick(random, leaf === undefined ? BY_ADDRESS.filter((name) => !name.includes("L")) : BY_ADDRESS);
    const told = leaf === undefined ? address : address ^ BigInt(random.below(this.#bytesMapped(address, leaf.level!)));
    this.#mmu.operate(`TLBI ${operation}`, (this.#asid() << 48n) | bits(told, 55, 12));
    return operation;
  }

  /** By a leaf. */
  #bytesMapped(address: bigint, level: number): number {
    const { granuleBits } = parametersOf(this.#world, address, CHOICES);
    return 2 ** (granuleBits + (3 - level) * (granuleBits - 3));
  }

  /** The current one ("TCR_EL1", A1 and AS). */
  #asid(): bigint {
    const { TCR_EL1, TTBR0_EL1, TTBR1_EL1 } = this.#world;
    return bits(bit(TCR_EL1, 22) ? TTBR1_EL1 : TTBR0_EL1, bit(TCR_EL1, 36) ? 63 : 55, 48);
  }

  #differs(address: bigint, { kind, level }: Access, expected: Outcome): string | undefined {
    const result = caught(() => this.#mmu.translate(address, kind, level === 0));
    if (result instanceof GuestException) return this.#differsAbort(result, address, kind, expected);
    if (expected.kind === "fault") return `mapped to ${hex(result.page)}`;
    if (BigInt(result.page) !== (expected.address >> 12n) << 12n) return `mapped to ${hex(result.page)}`;
    const { type } = expected.memory;
    const isDevice = kind !== "fetch" && type.startsWith("Device");
    if (type !== "reserved" && result.device !== isDevice) return `device is ${result.device}`;
    return undefined;
  }

  /** A byte is loaded, or stored as it was. */
  #differsInMemory(address: bigint, { kind, level }: Access, expected: Outcome): string | undefined {
    if (kind === "fetch") return undefined;
    const offset = expected.kind === "mapped" ? this.#physical.offsetOf(Number(expected.address)) : NOWHERE;
    const byte = BigInt(this.#physical.bytes[offset] ?? 0);
    const rights = level === 0 ? "unprivileged" : "normal";
    const { memory } = this.#cpu;
    const result = caught(() => {
      if (kind === "read") return memory.load(8, address, rights);
      memory.store(8, address, byte, rights);
      return byte;
    });
    if (!(result instanceof GuestException)) return offset !== NOWHERE && result === byte ? undefined : `finds ${hex(result)}`;
    if (expected.kind === "fault") return this.#differsAbort(result, address, kind, expected);
    const { cause } = result;
    const isRight = offset === NOWHERE && cause.kind === "data abort" && cause.fault.kind === "external" && cause.fault.level === undefined;
    return isRight ? undefined : result.message;
  }

  #differsAbort({ cause }: GuestException, address: bigint, kind: Access["kind"], expected: Outcome): string | undefined {
    if (cause.kind !== "data abort" && cause.kind !== "instruction abort") return cause.kind;
    const { fault } = cause;
    const isRight = expected.kind === "fault" && fault.kind === expected.fault && fault.level === expected.level
      && cause.address === address && (cause.kind === "instruction abort" ? kind === "fetch" : cause.write === (kind === "write"));
    return isRight ? undefined : `${cause.kind}, ${fault.kind} ${"level" in fault ? fault.level : ""}`;
  }

  #differsBy(name: `AT ${string}`, address: bigint, expected: Outcome): string | undefined {
    const result = caught(() => { this.#mmu.operate(name, address); });
    if (expected.kind === "fault" && expected.fault === "external") {
      if (!(result instanceof GuestException)) return "no external abort";
      const { cause } = result;
      const isRight = cause.kind === "data abort" && cause.maintenance === true && cause.write && cause.address === address
        && cause.fault.kind === "external" && cause.fault.level === expected.level;
      return isRight ? undefined : result.message;
    }
    if (result instanceof GuestException) return result.message;
    const { value, mask } = expectedPAR(expected);
    return ((this.#PAR_EL1 ^ value) & mask) === 0n ? undefined : `PAR_EL1 ${hex(this.#PAR_EL1)}, not ${hex(value)}`;
  }
}

function caught<T>(what: () => T): T | GuestException {
  try {
    return what();
  } catch (error) {
    if (error instanceof GuestException) return error;
    throw error;
  }
}
