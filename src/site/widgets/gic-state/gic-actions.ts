/** What the figure's machine is made of, what it can be told to do, and what it answers: plain data. */
import { bug } from "../../../base/bug";

/** Who interrupts. Numbers and ways are those of the board's device tree. */
export interface Source {
  readonly intid: number;
  readonly title: string;
  readonly kind: "SGI" | "PPI" | "SPI";
  /** As it is set up; an SPI's can be changed. */
  readonly isEdge: boolean;
  readonly priority: number;
  /** "the timer" */
  readonly who: string;
}

export const sources: readonly Source[] = [
  { intid: 1,  title: "another CPU", kind: "SGI", isEdge: true,  priority: 0x40, who: "another CPU" },
  { intid: 27, title: "timer",       kind: "PPI", isEdge: false, priority: 0x80, who: "the timer" },
  { intid: 33, title: "serial port", kind: "SPI", isEdge: false, priority: 0xa0, who: "the serial port" },
  { intid: 48, title: "disk",        kind: "SPI", isEdge: true,  priority: 0xc0, who: "the disk" },
];

export const sourceOf = (intid: number): Source => sources.find((source) => source.intid === intid) ?? bug(`nobody has interrupt ${intid}`);

/** The priorities that can be chosen; so can the mask. */
export const priorities = [0x00, 0x20, 0x40, 0x60, 0x80, 0xa0, 0xc0, 0xe0] as const;
export const masks = [0x20, 0x40, 0x60, 0x80, 0xa0, 0xc0, 0xe0, 0xf0] as const;

export type Action =
  /** A device's line. */
  | { readonly kind: "line"; readonly intid: number; readonly isHigh: boolean }
  /** Another CPU writes GICD_SGIR. */
  | { readonly kind: "send"; readonly intid: number }
  /** A kernel sets the controller up. */
  | { readonly kind: "enable"; readonly intid: number; readonly isOn: boolean }
  | { readonly kind: "priority"; readonly intid: number; readonly value: number }
  | { readonly kind: "edge"; readonly intid: number; readonly isEdge: boolean }
  | { readonly kind: "mask"; readonly value: number }
  /** A handler begins, and ends with what it was told last. */
  | { readonly kind: "acknowledge" }
  | { readonly kind: "end" };

export interface SourceState {
  readonly intid: number;
  readonly isHigh: boolean;
  readonly isEdge: boolean;
  readonly isOn: boolean;
  readonly isPending: boolean;
  readonly isActive: boolean;
  readonly priority: number;
}

export interface CpuSide {
  /** The pin. */
  readonly IRQ: boolean;
  readonly mask: number;
  /** 0xff: nothing runs. */
  readonly running: number;
  /** What has been acknowledged and not ended, the first below. */
  readonly handling: readonly number[];
}

/** What an action did. */
export interface Happened {
  readonly action: Action;
  /** What GICC_IAR said, or was written to GICC_EOIR. */
  readonly intid?: number;
  /** Of the source that it is about, behind it. */
  readonly source?: SourceState;
  readonly cpu: CpuSide;
}
