/** What is known of a service when the site is built: its image's parts, its boot and its map. Plain data, as JSON has it. */
import type { PhysAddr, VirtAddr } from "../../../base/word";
import type { MapView, MappedRange } from "../computer/map-view";

/** One of the boot's steps, under its own name. */
export interface BootStep {
  readonly name: string;
  /** Instructions executed before it, and until it was done. */
  readonly begin: number;
  readonly end: number;
  /** What it printed. */
  readonly console: string;
  /** Where it was found most often, with the share of the looks, in percent. */
  readonly functions: readonly FunctionShare[];
}

export interface FunctionShare {
  readonly name: string;
  /** In the repository. */
  readonly file: string;
  readonly percent: number;
}

export interface BootRecord {
  readonly steps: readonly BootStep[];
  /** Instructions from the first one to the first letter on the console. */
  readonly firstOutput: number;
  /** To where the machine was off, or everything slept. */
  readonly instructions: number;
  readonly isOff: boolean;
  readonly console: string;
}

/** A part of the image, or of the memory behind it: from its first byte to the page behind its last. */
export interface ImagePart {
  readonly name: string;
  readonly va: VirtAddr;
  readonly pa: PhysAddr;
  readonly bytes: number;
}

export interface ServiceRecord {
  readonly imageBytes: number;
  readonly parts: readonly ImagePart[];
  readonly boot: BootRecord;
  readonly map: MapView;
}

/** JSON has no bigint: one is "0x...n" in it, which no other text of ours is. */
export function toJson(record: ServiceRecord): string {
  return JSON.stringify(record, (_, value: unknown) => (typeof value === "bigint" ? `0x${value.toString(16)}n` : value));
}

/** What has become of it in JSON. */
type AsJson<T> = T extends bigint ? string : T extends readonly (infer Item)[] ? readonly AsJson<Item>[] : T extends object ? { readonly [Key in keyof T]: AsJson<T[Key]> } : T;
export type ServiceJson = AsJson<ServiceRecord>;

export function fromJson({ imageBytes, parts, boot, map }: ServiceJson): ServiceRecord {
  const { SCTLR_EL1, TCR_EL1, TTBR0_EL1, TTBR1_EL1, MAIR_EL1 } = map.registers;
  return {
    imageBytes, boot,
    parts: parts.map((part) => ({ ...part, va: wordOf(part.va) })),
    map: {
      ...map,
      registers: { SCTLR_EL1: wordOf(SCTLR_EL1), TCR_EL1: wordOf(TCR_EL1), TTBR0_EL1: wordOf(TTBR0_EL1), TTBR1_EL1: wordOf(TTBR1_EL1), MAIR_EL1: wordOf(MAIR_EL1) },
      ranges: map.ranges.map((range): MappedRange => ({ ...range, va: wordOf(range.va), bits: wordOf(range.bits) })),
    },
  };
}

const wordOf = (text: string): bigint => BigInt(text.slice(0, -1));
