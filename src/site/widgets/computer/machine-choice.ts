/** What the machine page starts with, and what can be chosen on it. */
import { livePrograms } from "../live-terminal/live-programs";
import { serviceMachine, type ServiceName } from "../service/service-list";
import type { ChosenFile } from "./chosen-files";
import { softwareOf } from "./chosen-files";
import type { Setup, Software, TimeMode } from "./messages";

export type Choice =
  | { readonly kind: "service"; readonly name: ServiceName }
  | { readonly kind: "program"; readonly name: string }
  | { readonly kind: "typescript" }
  | { readonly kind: "files" };

export const ramSizes = [16, 64, 128, 256, 512, 1024] as const;
export const cpuCounts = [1, 2, 3, 4, 5, 6, 7, 8] as const;

export const timeModes: readonly (readonly [mode: TimeMode, says: string])[] = [
  ["steady", "by the instructions; sleep lasts as long as it says"],
  ["host", "by the clock of this computer"],
  ["virtual", "by the instructions; sleep is skipped"],
];

const small: Setup = { ramMiB: 16, cpus: 1, gic: 2, bootargs: "", time: "steady", hasNetwork: false };
/** Room for Debian's kernel, and a command line that has it talk to the serial port from the start. */
const large: Setup = { ...small, ramMiB: 256, bootargs: "console=ttyAMA0 earlycon" };

/** What a choice asks for, until the reader asks for something else. */
export function setupFor(choice: Choice): Setup {
  if (choice.kind === "files") return large;
  if (choice.kind === "typescript") return small;
  if (choice.kind === "service") return serviceMachine;
  return { ...small, cpus: livePrograms.find(({ name }) => name === choice.name)?.cpus ?? 1 };
}

/** `source` is the program as the reader has changed it; `image` what the compiler has made of one in TypeScript, or of a service. */
export function softwareFor(choice: Choice, source: string, image: Uint8Array | undefined, files: readonly ChosenFile[]): Software {
  switch (choice.kind) {
    case "program": return { kind: "assembly", source };
    case "service": case "typescript": return { kind: "files", ...(image && { kernel: new Blob([image as Uint8Array<ArrayBuffer>]) }), disks: [] };
    case "files": return softwareOf(files);
  }
}
