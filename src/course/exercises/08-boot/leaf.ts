import type { Case, Trial } from "../exercise";
import { register } from "../notation";
import { showPlain } from "../plain";
import type { BootParts } from "./parts";

type AttributesOf = BootParts["attributesOf"];

// As PAGE of src/unikernel/memory/flags.ts has them.
const NAMES = ["readable", "writable", "executable", "user", "device", "uncached"] as const;
type Name = (typeof NAMES)[number];

const sumOf = (names: readonly Name[]): number => names.reduce((sum, name) => sum + 2 ** NAMES.indexOf(name), 0);

const caseOf = (names: readonly Name[], want: bigint, why: string): Case<AttributesOf> => ({ args: [sumOf(names)], want, why });

/** Literals put together from the drawing in the Arm ARM, "VMSAv8-64 translation table format descriptors". */
const KERNEL: readonly Case<AttributesOf>[] = [
  caseOf(["readable", "writable"],   0x0060_0000_0000_0704n, "data: UXN and PXN, AF, SH = inner, AttrIndx = 1"),
  caseOf(["readable"],               0x0060_0000_0000_0784n, "constants: AP[2], bit 7, is set for read-only"),
  caseOf(["readable", "executable"], 0x0040_0000_0000_0784n, "code of the kernel: PXN is clear; UXN is not"),
];

const USER: readonly Case<AttributesOf>[] = [
  caseOf(["readable", "writable", "user"],   0x0060_0000_0000_0744n, "data of a program: AP[1], bit 6"),
  caseOf(["readable", "user"],               0x0060_0000_0000_07c4n, "constants of a program"),
  caseOf(["readable", "executable", "user"], 0x0020_0000_0000_07c4n, "code of a program: UXN is clear, and the kernel may not execute it"),
];

const OTHER_MEMORY: readonly Case<AttributesOf>[] = [
  caseOf(["readable", "writable", "device"],           0x0060_0000_0000_0400n, "a device: AttrIndx = 0, and nothing of SH"),
  caseOf(["readable", "device"],                       0x0060_0000_0000_0480n, "a device that is only read"),
  caseOf(["readable", "writable", "user", "device"],   0x0060_0000_0000_0440n, "a device for a program"),
  caseOf(["readable", "user", "device"],               0x0060_0000_0000_04c0n, "a device for a program, only read"),
  caseOf(["readable", "writable", "uncached"],         0x0060_0000_0000_0708n, "memory that no cache holds: AttrIndx = 2"),
  caseOf(["readable", "uncached"],                     0x0060_0000_0000_0788n, "the same, only read"),
  caseOf(["readable", "executable", "uncached"],       0x0040_0000_0000_0788n, "code that no cache holds"),
  caseOf(["readable", "writable", "user", "uncached"], 0x0060_0000_0000_0748n, "for a program"),
  caseOf(["readable", "user", "uncached"],             0x0060_0000_0000_07c8n, "for a program, only read"),
  caseOf(["readable", "executable", "user", "uncached"], 0x0020_0000_0000_07c8n, "code of a program that no cache holds"),
];

export const leaf: Trial<AttributesOf> = {
  show: {
    call: (flags) => `attributesOf(${NAMES.filter((_, i) => (flags >> i) % 2 === 1).map((name) => `PAGE.${name}`).join(" + ")})`,
    answer: (answer) => (typeof answer === "bigint" ? register(answer, 64) : showPlain(answer)),
  },
  properties: [
    { title: "lets the kernel read, write or execute", cases: () => KERNEL },
    { title: "lets programs do it", cases: () => USER },
    { title: "knows devices, and memory without a cache", cases: () => OTHER_MEMORY },
  ],
};
