// One guest of the bench on v86, a PC for browsers that compiles x86 to WebAssembly:
//
//   node -r ts-node/register test/bench/engines/v86-guest.ts IMAGE
//
// A multiboot kernel needs no BIOS, and of the PC only its serial line is used.

import { readFileSync, writeSync } from "node:fs";
import type { V86 as V86Class } from "v86";

const STANDARD_OUTPUT = 1;
const NEWLINE = 10;
const MISSING = 2;

function load(): { readonly V86: typeof V86Class; readonly wasm: string } | undefined {
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- It may be missing.
    return { V86: (require("v86") as { V86: typeof V86Class }).V86, wasm: require.resolve("v86/build/v86.wasm") };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    return undefined;
  }
}

function main(image: string): void {
  const loaded = load();
  if (loaded === undefined) {
    console.error("there is no v86: npm ci, or give --without-v86");
    process.exit(MISSING);
  }
  const { V86, wasm } = loaded;
  const file = readFileSync(image);
  const emulator = new V86({
    wasm_path: wasm, multiboot: { buffer: new Uint8Array(file).buffer }, memory_size: 64 << 20, autostart: true, disable_speaker: true,
  });
  let line: number[] = [];
  emulator.add_listener("serial0-output-byte", (byte: number) => {
    line.push(byte);
    if (byte !== NEWLINE) return;
    writeSync(STANDARD_OUTPUT, new Uint8Array(line));
    if (String.fromCharCode(...line) === "done\n") process.exit(0); // There is no power that it could switch off.
    line = [];
  });
}

main(process.argv[2]!);
