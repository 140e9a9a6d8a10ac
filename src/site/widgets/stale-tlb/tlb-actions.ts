/** What the figure's machine is made of, what it can be told to do, and what it answers: plain data. */
import type { VirtAddr } from "../../../base/word";
import type { Fault } from "../../../machine/cpu/exception";

/** Of the two programs; the kernel's pages are in both. */
export type Asid = 1 | 2;
export type PageName = "code" | "data" | "kernel";

export const pageAddresses: Readonly<Record<PageName, VirtAddr>> = {
  code: 0x0040_0000n, data: 0x0040_1000n, kernel: 0xffff_ff80_0800_0000n,
};

/** What stands in each page of RAM that can be mapped: how one tells where an access went. */
export const frames = ["oak", "elm", "ash", "fir", "yew", "bay"] as const;
export type Frame = (typeof frames)[number];

/** An entry of a program's table, as far as the figure changes it. */
export interface Entry {
  /** undefined: nothing is mapped. */
  readonly frame: Frame | undefined;
  readonly nG: boolean;
}

export type TlbiForm = "VAE1" | "VAAE1" | "ASIDE1" | "VMALLE1";

export type Action =
  | { readonly kind: "read"; readonly page: PageName }
  | { readonly kind: "switch"; readonly asid: Asid }
  | { readonly kind: "write"; readonly asid: Asid; readonly page: PageName; readonly entry: Entry }
  /** The program ends, and another one gets its number and pages of its own. */
  | { readonly kind: "replace"; readonly asid: Asid }
  | { readonly kind: "TLBI"; readonly form: TlbiForm; readonly page: PageName };

/** What an action did. */
export type Happened =
  | { readonly action: Action & { readonly kind: "read" }; readonly asid: Asid; readonly isHit: boolean; readonly got: Frame | Fault; readonly isStale: boolean }
  | { readonly action: Action & { readonly kind: "TLBI" }; readonly asid: Asid; readonly Xt: bigint; readonly removed: number }
  | { readonly action: Exclude<Action, { readonly kind: "read" | "TLBI" }> };

/** One of the TLB's places. */
export interface Kept {
  readonly asid: number | undefined;
  readonly page: PageName;
  readonly frame: Frame;
  /** Whether it is good for the program that runs. */
  readonly isCurrent: boolean;
  /** What the table says by now, if it is something else; "nothing" too. */
  readonly tableSays: Frame | "nothing" | undefined;
}
