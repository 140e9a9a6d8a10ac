// The memory management unit of one CPU: stage 1 of the EL1&0 translation regime (Arm ARM, "The
// AArch64 Virtual Memory System Architecture"; AArch64.S1Translate() of its pseudocode).
//
// 1. Whatever it answers is in the TLB, unless it is a fault. Rights are not kept with an answer:
//    they are asked for anew each time, since PSTATE and SCTLR_EL1 have a part in them.
// 2. Whoever remembers answers forgets them when told to: an entry has gone, or a register is not
//    what it was.
// 3. With SCTLR_EL1.M at 0 virtual is physical, data is Device-nGnRnE and must be aligned, and
//    everything may be executed (AArch64.S1DisabledOutput()).

import type { PhysAddr, VirtAddr } from "../../base/word";
import { type Fault, GuestException } from "../cpu/exception";
import { PAGE, PSTATE } from "../cpu/layout";
import type { PhysicalMemory } from "../cpu/physical-memory";
import type { Purpose, Translated, Translation } from "../cpu/translation";
import type { OperationName, Operator } from "../sysregs/operations";
import { levelOf, PAN as PSTATE_PAN, type Pstate } from "../sysregs/pstate";
import type { SystemView } from "../sysregs/view";
import type { Answer } from "./address-translation";
import { InnerShareable } from "./inner-shareable";
import { DEVICE_nGnRnE, isDevice } from "./memory-type";
import { MmuOperator, type Wish } from "./operator";
import type { MmuParts } from "./parts";
import { PA_BITS, rangeFor, type Regime, registersOf, type VaRange } from "./regime";
import { STANDARD_MMU_PARTS } from "./standard-parts";
import { type PageRange, Tlb, type TlbState } from "./tlb";
import { entryOf, type TlbEntry, type VirtPage } from "./tlb-entry";

export interface MmuOptions {
  readonly physical: PhysicalMemory;
  /** Its CPU's system registers, which may be made later. */
  readonly view: () => SystemView;
  /** Forget what was translated: these pages, or all. */
  readonly forget: (range?: PageRange) => void;
  /** DC ZVA: zeroes the block of `bytes` bytes that `address` lies in. */
  readonly zero: (address: VirtAddr, bytes: number) => void;
  /** The CPUs whose TLBI it hears, and who hear its own. */
  readonly innerShareable?: InnerShareable;
  readonly parts?: MmuParts;
  /** Of the TLB: a power of two, and how many entries in each. */
  readonly sets?: number;
  readonly ways?: number;
}

/** Where an address leads; rights are not looked at yet. */
interface Located {
  readonly kind: "located";
  /** The page of 4 KiB. */
  readonly page: PhysAddr;
  /** undefined: the MMU is off. */
  readonly entry: TlbEntry | undefined;
}

const NO_TRANSLATION: Fault = { kind: "translation", level: 0 };

export class Mmu implements Translation, Operator {
  readonly tlb: Tlb;
  readonly #options: MmuOptions;
  readonly #parts: MmuParts;
  readonly #operator: Operator;
  #known: Regime | undefined;
  // A bigint is taken apart by storing it and reading its halves, which allocates nothing.
  readonly #whole = new BigUint64Array(1);
  readonly #halves = new Uint32Array(this.#whole.buffer);

  constructor(options: MmuOptions) {
    const { parts = STANDARD_MMU_PARTS, forget, zero, sets, ways } = options;
    const { innerShareable = new InnerShareable() } = options;
    this.#options = options;
    this.#parts = parts;
    this.tlb = new Tlb({ parts, forget, sets, ways });
    innerShareable.join(this.tlb);
    this.#operator = new MmuOperator({
      isEl0: () => levelOf(this.#pstate) === 0,
      answer: (address, wish) => this.#answer(address, wish),
      invalidate: (invalidation, scope) => {
        (scope === "this" ? this.tlb : innerShareable).invalidate(invalidation);
      },
      report: (answer) => {
        options.view().store("PAR_EL1", parts.parOf(answer, parts.faultStatus));
      },
      zero,
    });
  }

  /** A register that translations depend on has been written (TranslationRegisters). */
  changed(): void {
    this.#known = undefined;
    this.#options.forget();
  }

  /**
   * As Translation has it. `isAligned` is asked here because of the order of faults: Device
   * memory refuses an unaligned access before anybody looks at rights.
   */
  translate(
    address: VirtAddr, purpose: Purpose, unprivileged: boolean, isAligned = true,
  ): Translated {
    const found = this.#locate(address);
    if (found.kind !== "located") return abort(address, purpose, found);
    const device = purpose !== "fetch" && isDevice(found.entry?.attributes ?? DEVICE_nGnRnE);
    if (device && !isAligned) return abort(address, purpose, { kind: "alignment" });
    const fault = this.#refusal(found, { purpose, unprivileged, heedsPan: true });
    return fault === undefined ? { page: found.page, device } : abort(address, purpose, fault);
  }

  /** With TBI a branch's target loses its tag (AArch64.BranchAddr()), so PC never has one. */
  branchAddress(target: VirtAddr): VirtAddr {
    this.#whole[0] = target;
    const high = this.#halves[1]!;
    const isCanonical = high >> 24 === (high << 8) >> 31;
    if (isCanonical || !rangeFor(this.#regime, target).TBI) return target;
    return BigInt.asUintN(64, BigInt.asIntN(56, target));
  }

  get isDeviceOnly(): boolean {
    return !this.#regime.M;
  }

  /** Where an address leads now, for who looks from outside: nothing is kept, no right is asked. */
  look(address: VirtAddr): PhysAddr | undefined {
    const found = this.#locate(address, false);
    return found.kind === "located" ? found.page + Number(address & 0xfffn) : undefined;
  }

  operate(name: OperationName, Xt: bigint): void {
    this.#operator.operate(name, Xt);
  }

  /** With restore(), a part that can go back in time: its state is not in the machine's memory. */
  save(): TlbState {
    return this.tlb.save();
  }

  /** To be called when registers have been put back too, or before. */
  restore(state: TlbState): void {
    this.#known = undefined;
    this.tlb.restore(state);
  }

  /** What the registers say; unpacked when it is asked for first. */
  get #regime(): Regime {
    return this.#known ??= this.#parts.regimeOf(registersOf(this.#options.view()));
  }

  get #pstate(): Pstate {
    return Number(this.#options.view().state.levels[PSTATE]);
  }

  #locate(va: VirtAddr, keeps = true): Located | Fault {
    const regime = this.#regime;
    const range = rangeFor(regime, va);
    if (!regime.M) return flat(va, range);
    if (!range.isSizeLegal || !this.#parts.isInRange(va, range)) return NO_TRANSLATION;
    const page = this.#pageOf(va);
    const entry = this.tlb.find(page, regime.asid) ?? this.#walk(va, page, range, keeps);
    if ("kind" in entry) return entry;
    return { kind: "located", page: entry.address + PAGE * (page - entry.page), entry };
  }

  #walk(va: VirtAddr, page: VirtPage, range: VaRange, keeps: boolean): TlbEntry | Fault {
    const { outputBits, asid, attributes } = this.#regime;
    const read = (address: PhysAddr): bigint | undefined => this.#descriptorAt(address);
    const walked = this.#parts.walk(va, range, outputBits, read, this.#parts);
    if (walked.kind !== "mapped") return walked;
    const entry = entryOf(page, walked, asid, attributes);
    if (keeps) this.tlb.add(entry);
    return entry;
  }

  #descriptorAt(address: PhysAddr): bigint | undefined {
    const { physical } = this.#options;
    const offset = physical.offsetOf(address);
    return offset < 0 ? physical.load(address, 8) : physical.view.getBigUint64(offset, true);
  }

  /** Why a place may not be used so; undefined: it may. */
  #refusal({ entry }: Located, { purpose, unprivileged, heedsPan }: Wish): Fault | undefined {
    if (entry === undefined) return undefined;
    const PAN = heedsPan && (this.#pstate & PSTATE_PAN) !== 0;
    const { WXN } = this.#regime;
    const isPermitted = this.#parts.permits(entry, { purpose, unprivileged, PAN, WXN });
    return isPermitted ? undefined : { kind: "permission", level: entry.level };
  }

  #answer(address: VirtAddr, wish: Wish): Answer | Fault {
    const found = this.#locate(address);
    if (found.kind !== "located") return found;
    const { attributes, SH } = found.entry ?? { attributes: DEVICE_nGnRnE, SH: 0 };
    return this.#refusal(found, wish) ?? { kind: "found", page: found.page, attributes, SH };
  }

  #pageOf(va: VirtAddr): VirtPage {
    this.#whole[0] = va;
    return (this.#halves[1]! & 0xff_ffff) * 0x10_0000 + (this.#halves[0]! >>> 12);
  }
}

/** The MMU is off. What is above the physical address must be zero, a tag apart. */
function flat(va: VirtAddr, { TBI }: VaRange): Located | Fault {
  const address = BigInt.asUintN(TBI ? 56 : 64, va);
  if (address >> BigInt(PA_BITS) !== 0n) return { kind: "address size", level: 0 };
  const low = Number(address);
  return { kind: "located", page: low - (low % PAGE), entry: undefined };
}

function abort(address: VirtAddr, purpose: Purpose, fault: Fault): never {
  throw new GuestException(purpose === "fetch"
    ? { kind: "instruction abort", address, fault }
    : { kind: "data abort", address, write: purpose === "write", fault });
}
