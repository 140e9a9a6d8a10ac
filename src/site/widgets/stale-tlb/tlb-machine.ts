/**
 * A small machine for the figure: two programs and a kernel, their tables in RAM, and the course's MMU with a TLB
 * of four entries. What it is told to do is plain data, what came of it too; a figure draws it, a test reads it.
 */
import { bug } from "../../../base/bug";
import type { PhysAddr, VirtAddr } from "../../../base/word";
import { type Fault, GuestException } from "../../../machine/cpu/exception";
import { cpuStateIn, createMemory, PAGE, PSTATE } from "../../../machine/cpu/layout";
import { PhysicalMemory } from "../../../machine/cpu/physical-memory";
import { Mmu } from "../../../machine/mmu/mmu";
import { regimeOf, type TranslationRegisters } from "../../../machine/mmu/regime";
import type { TlbEntry } from "../../../machine/mmu/tlb-entry";
import { traceWalk } from "../../../machine/mmu/trace";
import { fieldOf } from "../../../machine/sysregs/field";
import { RESET_PSTATE } from "../../../machine/sysregs/pstate";
import type { SystemView } from "../../../machine/sysregs/view";
import { TableWriter } from "../machine/table-memory";
import { type Action, type Asid, type Entry, type Frame, frames, type Happened, type Kept, pageAddresses, type PageName, type TlbiForm } from "./tlb-actions";

const ramBase: PhysAddr = 0x4000_0000;
const ramBytes = 0x4_0000;
const firstFrame: PhysAddr = 0x4000_8000;
const userTables: Readonly<Record<Asid, PhysAddr>> = { 1: 0x4001_0000, 2: 0x4001_8000 };
const kernelTables: PhysAddr = 0x4002_0000;
const ways = 4;

// A page: for EL1 and EL0, used, and not to be executed.
const leafBits = (3n << 53n) | (1n << 10n) | (3n << 8n) | (1n << 6n) | 0b11n;
const nGBit = 1n << 11n;

/** 39 bits and pages of 4 KiB in both halves; ASIDs of 16 bits. */
const TCR_EL1 = 25n | (25n << 16n) | (0b10n << 30n) | (0b010n << 32n) | (1n << 36n);

const registersOf = (asid: Asid): TranslationRegisters => ({
  SCTLR_EL1: 1n, TCR_EL1, MAIR_EL1: 0xffn,
  TTBR0_EL1: (BigInt(asid) << 48n) | BigInt(userTables[asid]), TTBR1_EL1: BigInt(kernelTables),
});

const frameAddress = (frame: Frame): PhysAddr => firstFrame + PAGE * frames.indexOf(frame);
const frameAt = (address: PhysAddr): Frame => frames[(address - firstFrame) / PAGE] ?? bug(`0x${address.toString(16)} is no frame`);

const leafOf = ({ frame, nG }: Entry): bigint => (frame === undefined ? 0n : BigInt(frameAddress(frame)) | leafBits | (nG ? nGBit : 0n));

export class TlbMachine {
  readonly #physical = new PhysicalMemory(createMemory(ramBytes), ramBase, ramBytes);
  readonly #mmu: Mmu;
  #asid: Asid = 1;

  constructor() {
    const state = cpuStateIn(this.#physical.memory, 0);
    state.levels[PSTATE] = BigInt(RESET_PSTATE);
    const view: SystemView = {
      state, clock: { cycles: 0n, count: 0n }, pstate: RESET_PSTATE,
      stored: (name) => new Map<string, bigint>(Object.entries(registersOf(this.#asid))).get(name) ?? 0n,
      store: (name) => bug(`the figure's MMU wrote ${name}`),
    };
    this.#mmu = new Mmu({
      physical: this.#physical, view: () => view, sets: 1, ways,
      forget: () => undefined, // Nobody remembers more than the TLB does.
      zero: () => bug("the figure's programs have no DC ZVA"),
    });
    for (const asid of [1, 2] as const) this.#makeTables(asid);
    for (const frame of frames) this.#physical.write(frameAddress(frame), new TextEncoder().encode(frame));
    this.#write(1, "code", { frame: "oak", nG: true });
    this.#write(1, "data", { frame: "elm", nG: true });
    this.#write(2, "code", { frame: "ash", nG: true });
    this.#write(2, "data", { frame: "fir", nG: true });
    this.#write(1, "kernel", { frame: "yew", nG: false });
  }

  /** The program that runs. */
  get asid(): Asid {
    return this.#asid;
  }

  perform(action: Action): Happened {
    switch (action.kind) {
      case "read": return this.#read(action);
      case "TLBI": return this.#invalidate(action);
      case "switch":
        this.#asid = action.asid;
        this.#mmu.changed();
        return { action };
      case "write":
        this.#write(action.asid, action.page, action.entry);
        return { action };
      case "replace":
        this.#replace(action.asid);
        return { action };
    }
  }

  /** What the table of a program says now. */
  entry(asid: Asid, page: PageName): Entry {
    const { result } = traceWalk(pageAddresses[page], registersOf(asid), (address) => this.#descriptorAt(address));
    return result.kind === "mapped" ? { frame: frameAt(result.address), nG: result.nG } : { frame: undefined, nG: page !== "kernel" };
  }

  /** The places of the TLB; undefined: empty. */
  kept(): readonly (Kept | undefined)[] {
    return this.#mmu.tlb.save().entries.map((entry) => (entry === undefined ? undefined : this.#keptOf(entry)));
  }

  /** What the TLB has for a page of a program, if the table says something else. */
  staleFor(asid: Asid, page: PageName): Frame | undefined {
    const isFor = (kept: Kept | undefined): boolean => kept?.page === page && kept.tableSays !== undefined && (page === "kernel" || (kept.asid ?? this.#asid) === asid);
    return this.kept().find(isFor)?.frame;
  }

  #keptOf(entry: TlbEntry): Kept {
    const page = (Object.keys(pageAddresses) as PageName[]).find((name) => pageNumber(name) === entry.page) ?? bug("an entry for no page of the figure");
    const whose = entry.asid === 1 || entry.asid === 2 ? entry.asid : this.#asid;
    const now = this.entry(whose, page);
    const frame = frameAt(entry.address);
    const isSame = now.frame === frame && now.nG === (entry.asid !== undefined);
    return { asid: entry.asid, page, frame, isCurrent: entry.asid === undefined || entry.asid === this.#asid, tableSays: isSame ? undefined : now.frame ?? "nothing" };
  }

  #read(action: Action & { readonly kind: "read" }): Happened {
    const address = pageAddresses[action.page];
    const isHit = this.#mmu.tlb.find(pageNumber(action.page), this.#asid) !== undefined;
    const got = this.#frameRead(address);
    const { frame } = this.entry(this.#asid, action.page);
    return { action, asid: this.#asid, isHit, got, isStale: typeof got === "string" && got !== frame };
  }

  /** The word that stands where the MMU says, or what it says instead. */
  #frameRead(address: VirtAddr): Frame | Fault {
    try {
      const { page } = this.#mmu.translate(address, "read", false);
      const offset = this.#physical.offsetOf(page);
      const word = new TextDecoder().decode(this.#physical.bytes.slice(offset, offset + 3));
      return frames.find((frame) => frame === word) ?? bug(`${word} is in no frame`);
    } catch (fault) {
      if (fault instanceof GuestException && fault.cause.kind === "data abort") return fault.cause.fault;
      throw fault;
    }
  }

  #invalidate(action: Action & { readonly kind: "TLBI" }): Happened {
    const before = this.#mmu.tlb.entries.length;
    const Xt = operandOf(action.form, this.#asid, action.page);
    this.#mmu.operate(`TLBI ${action.form}`, Xt);
    return { action, asid: this.#asid, Xt, removed: before - this.#mmu.tlb.entries.length };
  }

  #replace(asid: Asid): void {
    const old = this.entry(asid, "code").frame;
    this.#write(asid, "code", { frame: old === "bay" ? "ash" : "bay", nG: true });
    this.#write(asid, "data", { frame: undefined, nG: true });
  }

  #write(asid: Asid, page: PageName, entry: Entry): void {
    const { steps } = traceWalk(pageAddresses[page], registersOf(asid), (address) => this.#descriptorAt(address));
    this.#store(steps.at(-1)!.address, leafOf(entry));
  }

  /** The tables of a program and the kernel's, with nothing mapped yet. */
  #makeTables(asid: Asid): void {
    const { lower, upper } = regimeOf(registersOf(asid));
    const user = new TableWriter(userTables[asid] + PAGE);
    user.map(lower, pageAddresses.code, 3, 0n);
    const kernel = new TableWriter(kernelTables + PAGE);
    kernel.map(upper, pageAddresses.kernel, 3, 0n);
    for (const [address, bits] of [...user.memory, ...kernel.memory]) this.#store(address, bits);
  }

  #store(address: PhysAddr, bits: bigint): void {
    this.#physical.view.setBigUint64(this.#physical.offsetOf(address), bits, true);
  }

  #descriptorAt(address: PhysAddr): bigint {
    return this.#physical.view.getBigUint64(this.#physical.offsetOf(address), true);
  }
}

const pageNumber = (page: PageName): number => Number(fieldOf(pageAddresses[page], 55, 12));

/** Xt of a TLBI: the number of an address space, and of a page. */
function operandOf(form: TlbiForm, asid: Asid, page: PageName): bigint {
  const number = BigInt(pageNumber(page));
  switch (form) {
    case "VMALLE1": return 0n;
    case "ASIDE1": return BigInt(asid) << 48n;
    case "VAAE1": return number;
    case "VAE1": return (BigInt(asid) << 48n) | number;
  }
}
