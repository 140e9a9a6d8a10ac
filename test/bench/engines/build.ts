// Compiles the programs with gcc, for both architectures, and links them with what they need to run on a bare machine.
// Both get the same C and the same options; -ffp-contract=off has both round after each operation.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserFault } from "../../../src/base/fault";
import { isInstalled } from "../../installed";
import { coldSource } from "./cold-source";
import { COLD, type Program, PROGRAMS } from "./programs";

export type Architecture = "aarch64" | "i686";

const GUESTS = join(__dirname, "guests");

const COMMON = [
  "-ffreestanding", "-fno-pic", "-fno-stack-protector", "-fno-asynchronous-unwind-tables", "-fno-math-errno",
  "-ffp-contract=off", "-fno-tree-loop-distribute-patterns", // There is no memset that a loop could be made into.
  "-Wall", "-Wextra", "-Werror", "-I", GUESTS,
];
const LINKING = ["-nostdlib", "-static", "-no-pie", "-Wl,--build-id=none,-z,noexecstack,--no-warn-rwx-segments", "-T", join(GUESTS, "guest.ld")];

interface Target {
  readonly compiler: () => readonly [string, ...string[]];
  readonly base: string;
  readonly floating: readonly string[];
}

const WITHOUT_FLOATING = "-mgeneral-regs-only";

const TARGETS: Readonly<Record<Architecture, Target>> = {
  aarch64: { compiler: aarch64Compiler, base: "0x40200000", floating: [] },
  i686:    { compiler: i686Compiler,    base: "0x200000",   floating: ["-mfpmath=sse"] },
};

function aarch64Compiler(): readonly [string] {
  const gcc = "aarch64-linux-gnu-gcc";
  if (!isInstalled(gcc)) throw new UserFault(`there is no ${gcc}: apt-get install gcc-aarch64-linux-gnu`);
  return [gcc];
}

/** The PC's own gcc will do, since nothing of a library is needed. */
function i686Compiler(): readonly [string, ...string[]] {
  const options = ["-march=pentium4", "-fcf-protection=none"];
  if (isInstalled("i686-linux-gnu-gcc")) return ["i686-linux-gnu-gcc", ...options];
  if (process.arch === "x64" && isInstalled("gcc")) return ["gcc", "-m32", ...options];
  throw new UserFault("there is no i686-linux-gnu-gcc: apt-get install gcc-i686-linux-gnu, or give --without-v86");
}

/** Compiles into a folder of its own, which remove() removes. */
export class Workshop {
  readonly #folder = mkdtempSync(join(tmpdir(), "o2p-engines-"));

  /** Once, before image() is asked for it. */
  async compile(name: string, architecture: Architecture): Promise<void> {
    const program = PROGRAMS.find((each) => each.name === name);
    const source = program === undefined ? this.#file(`${name}-${architecture}.c`) : join(__dirname, "programs", `${name}.c`);
    if (program === undefined) writeFileSync(source, coldSource());
    // The large one is nothing but cold: how good the code is does not matter, how long gcc takes does.
    const level = name === COLD ? "-O1" : "-O2";
    await run([...this.#compile(architecture, program), level, "-c", source, "-o", this.#object(name, architecture)]);
  }

  /** The ELF file that makes `passes`, each of so many rounds. */
  async image(name: string, architecture: Architecture, passes: readonly number[]): Promise<string> {
    const image = this.#file(`${name}-${architecture}-${passes.join("-")}.elf`);
    await run([
      ...this.#compile(architecture), "-O2", ...LINKING, `-Wl,--defsym=BASE=${TARGETS[architecture].base}`, `-DPASSES=${passes.join(",")}`,
      join(GUESTS, `start-${architecture}.S`), join(GUESTS, "main.c"), this.#object(name, architecture), "-o", image,
    ]);
    return image;
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }

  #compile(architecture: Architecture, program?: Program): readonly [string, ...string[]] {
    const { compiler, floating } = TARGETS[architecture];
    return [...compiler(), ...COMMON, ...(program?.isFloating === true ? floating : [WITHOUT_FLOATING])];
  }

  #object(name: string, architecture: Architecture): string {
    return this.#file(`${name}-${architecture}.o`);
  }

  #file(name: string): string {
    return join(this.#folder, name);
  }
}

async function run([command, ...args]: readonly [string, ...string[]]): Promise<void> {
  const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"] });
  const status = await new Promise((resolve, reject) => { child.on("error", reject).on("close", resolve); });
  if (status !== 0) throw new Error(`${command} failed: ${args.join(" ")}`);
}
