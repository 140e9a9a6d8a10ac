/**
 * The course's GICv2 with one CPU, as a kernel has set it up, worked through its registers alone: four sources, a
 * handler that acknowledges and ends. A figure draws it, a test reads it.
 */
import { bug } from "../../../base/bug";
import { INTID } from "../../../formats/devices/gic";
import { GICC } from "../../../formats/devices/gic-cpu-interface";
import { GICD } from "../../../formats/devices/gic-distributor";
import type { Device, InterruptLine } from "../../../machine/devices/device";
import { GicV2 } from "../../../machine/devices/gic/v2/gic-v2";
import { type Action, type CpuSide, type Happened, type Source, sourceOf, sources, type SourceState } from "./gic-actions";

const bothGroups = 3n;
const linuxMask = 0xf0n;
/** GICD_SGIR.TargetListFilter: the writer itself. Here it stands for another CPU that means this one. */
const toItself = 2 << 24;

export class GicMachine {
  readonly #gic = new GicV2({ cpus: 1, current: () => 0 });
  readonly #lines: ReadonlyMap<number, InterruptLine>;
  readonly #high = new Set<number>();
  readonly #handling: number[] = [];

  constructor() {
    this.#lines = new Map(sources.flatMap((source) => {
      const line = this.#lineOf(source);
      return line === undefined ? [] : [[source.intid, line] as const];
    }));
    this.#write("distributor", GICD.GICD_CTLR.offset, 4, bothGroups);
    this.#write("cpu interface", GICC.GICC_CTLR.offset, 4, bothGroups);
    this.#write("cpu interface", GICC.GICC_PMR.offset, 4, linuxMask);
    for (const { intid, kind, isEdge, priority } of sources) {
      this.perform({ kind: "priority", intid, value: priority });
      this.perform({ kind: "enable", intid, isOn: true });
      if (kind === "SPI") this.perform({ kind: "edge", intid, isEdge });
    }
  }

  get cpu(): CpuSide {
    return {
      IRQ: this.#gic.pins(0).IRQ,
      mask: Number(this.#read("cpu interface", GICC.GICC_PMR.offset, 4)),
      running: Number(this.#read("cpu interface", GICC.GICC_RPR.offset, 4)),
      handling: [...this.#handling],
    };
  }

  state(intid: number): SourceState {
    return {
      intid,
      isHigh: this.#high.has(intid),
      isEdge: (this.#configuration(intid) & edgeBit(intid)) !== 0,
      isOn: this.#bit(GICD.GICD_ISENABLER.offset, intid),
      isPending: this.#bit(GICD.GICD_ISPENDR.offset, intid),
      isActive: this.#bit(GICD.GICD_ISACTIVER.offset, intid),
      priority: Number(this.#read("distributor", GICD.GICD_IPRIORITYR.offset + intid, 1)),
    };
  }

  perform(action: Action): Happened {
    switch (action.kind) {
      case "acknowledge": return this.#acknowledge(action);
      case "end": return this.#end(action);
      case "mask":
        this.#write("cpu interface", GICC.GICC_PMR.offset, 4, BigInt(action.value));
        return { action, cpu: this.cpu };
      default:
        this.#change(action);
        return { action, source: this.state(action.intid), cpu: this.cpu };
    }
  }

  #change(action: Exclude<Action, { readonly kind: "acknowledge" | "end" | "mask" }>): void {
    const { intid } = action;
    switch (action.kind) {
      case "line":
        if (action.isHigh) this.#high.add(intid);
        else this.#high.delete(intid);
        (this.#lines.get(intid) ?? bug(`${sourceOf(intid).title} has no line`))(action.isHigh);
        return;
      case "send":
        this.#write("distributor", GICD.GICD_SGIR.offset, 4, BigInt(toItself | intid));
        return;
      case "enable": {
        const { offset } = action.isOn ? GICD.GICD_ISENABLER : GICD.GICD_ICENABLER;
        this.#write("distributor", offset + wordOffset(intid), 4, BigInt(wordBit(intid)));
        return;
      }
      case "priority":
        this.#write("distributor", GICD.GICD_IPRIORITYR.offset + intid, 1, BigInt(action.value));
        return;
      case "edge": {
        const rest = this.#configuration(intid) & ~edgeBit(intid);
        this.#write("distributor", configurationAt(intid), 4, BigInt((rest | (action.isEdge ? edgeBit(intid) : 0)) >>> 0));
        return;
      }
    }
  }

  #acknowledge(action: Action & { readonly kind: "acknowledge" }): Happened {
    const intid = Number(this.#read("cpu interface", GICC.GICC_IAR.offset, 4)) & 0x3ff;
    if (intid === INTID.SPURIOUS) return { action, intid, cpu: this.cpu };
    this.#handling.push(intid);
    return { action, intid, source: this.state(intid), cpu: this.cpu };
  }

  #end(action: Action & { readonly kind: "end" }): Happened {
    const intid = this.#handling.pop();
    if (intid === undefined) return { action, cpu: this.cpu };
    this.#write("cpu interface", GICC.GICC_EOIR.offset, 4, BigInt(intid));
    return { action, intid, source: this.state(intid), cpu: this.cpu };
  }

  #lineOf({ kind, intid }: Source): InterruptLine | undefined {
    switch (kind) {
      case "SGI": return undefined;
      case "PPI": return this.#gic.privateLine(0, intid);
      case "SPI": return this.#gic.line(intid - INTID.FIRST_SPI);
    }
  }

  #configuration(intid: number): number {
    return Number(this.#read("distributor", configurationAt(intid), 4));
  }

  #bit(offset: number, intid: number): boolean {
    return (Number(this.#read("distributor", offset + wordOffset(intid), 4)) & wordBit(intid)) !== 0;
  }

  #read(part: PartName, offset: number, bytes: number): bigint {
    return this.#part(part).read(offset, bytes) ?? bug(`the ${part} refuses a read at ${offset}`);
  }

  #write(part: PartName, offset: number, bytes: number, value: bigint): void {
    if (!this.#part(part).write(offset, bytes, value)) bug(`the ${part} refuses a write at ${offset}`);
  }

  #part(name: PartName): Device {
    return this.#gic.mappings[name === "distributor" ? 0 : 1]!.device;
  }
}

type PartName = "distributor" | "cpu interface";

const wordOffset = (intid: number): number => 4 * (intid >> 5);
const wordBit = (intid: number): number => (1 << (intid & 31)) >>> 0;

/** GICD_ICFGR: two bits an interrupt, of which the upper one says edge. */
const configurationAt = (intid: number): number => GICD.GICD_ICFGR.offset + 4 * (intid >> 4);
const edgeBit = (intid: number): number => 2 << (2 * (intid & 15));
