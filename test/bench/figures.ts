// Writes FIGURES.md: runs the commands below and keeps what they measured, with the day and the machine.
//
//   npm run figures [-- NAME...]     all of them, or those whose name contains one of NAMEs; the others stay as they were

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";

interface Measurement {
  readonly name: string;
  readonly command: string;
  /** The lines of the output that are the figure. */
  readonly keep: RegExp;
}

const MEASUREMENTS: readonly Measurement[] = [
  { name: "Text of real binaries against llvm-objdump", command: "npx ts-node test/oracle/compare-corpus.ts", keep: /lines|differences/ },
  { name: "Random and boundary words against LLVM, and back", command: "npx ts-node test/oracle/compare-words.ts --count 5000000 --roundtrip", keep: /\d+ words|another word/ },
  { name: "Speed", command: "npm run bench", keep: /\/s| ms/ },
  { name: "Every row against QEMU's vectors", command: "npx ts-node test/oracle/cpu/compare.ts --summary", keep: /rows|differ/ },
  { name: "Random programs of 1,000 instructions against QEMU", command: "npx ts-node test/oracle/cpu/compare-programs.ts --first 200 --count 10000", keep: /program/ },
  { name: "System state against QEMU's system emulation", command: "npx ts-node test/oracle/system/compare.ts --live --summary", keep: /./ },
  { name: "The MMU beside an independent model, and guests that try to break the machine", command: "npx ts-node test/long/system.ts --slice 0", keep: /./ },
  { name: "One bare-metal image on both machines", command: "npx mocha test/oracle/system/image.test.ts", keep: /passing|failing/ },
  { name: "U-Boot and Debian's Linux on the board", command: "npx ts-node test/long/computer.ts", keep: /answers of|a shell|ext4|web server|packets|snapshot of/ },
  { name: "Linux in the page", command: "npm run build > /dev/null && npx ts-node test/long/machine-page.ts", keep: /./ },
  { name: "Devices beside QEMU's", command: "npx mocha 'test/oracle/devices/**/*.test.ts'", keep: /passing|failing/ },
  { name: "Guests that misuse devices", command: "npx mocha test/machine/devices/hostile.test.ts test/machine/devices/virtio/hostile.test.ts", keep: /passing|failing/ },
  { name: "Programs on Node, our machine and QEMU", command: "npx mocha test/compiler/programs.test.ts", keep: /passing|failing/ },
  { name: "Random programs, Node against our machine", command: "npx ts-node test/compiler/random/compare.ts --first 0 --count 10000", keep: /program|differ/ },
  { name: "What the compiler refuses", command: "npx mocha test/compiler/front test/compiler/language", keep: /passing|failing/ },
  { name: "The collector", command: "npx mocha test/unikernel/runtime/metal.test.ts", keep: /passing|failing/ },
  { name: "map, unmap and protect against a model, and mistakes in them", command: "npx ts-node test/unikernel/memory/compare-operations.ts && npx ts-node test/unikernel/memory/find-mistakes.ts", keep: /operations on our board|mistakes are found/ },
  { name: "What memory must not be used for", command: "npx mocha test/unikernel/memory/protection.test.ts", keep: /passing|failing/ },
  { name: "hello: its image, and its instructions by step", command: "npx ts-node test/bench/boot/hello.ts", keep: /./ },
  { name: "Code quality against gcc, and the time to build", command: "npx ts-node test/bench/compiler/quality.ts && npx ts-node test/bench/compiler/build-time.ts", keep: /./ },
  { name: "Engines: ours, QEMU's and v86", command: "npm run bench:engines", keep: / ms|kind|geometric|cold code|Debian/ },
  { name: "LLVM's tools and gdb on what the linker makes", command: "npx mocha test/compiler/link test/compiler/debugging", keep: /passing|failing/ },
  { name: "Determinism", command: "npx ts-node src/run/02-cpu.ts twice", keep: /state/ },
  { name: "gdb-multiarch, scripted", command: "npx mocha test/host/gdb/gdb-session.test.ts", keep: /passing|failing/ },
  { name: "Debian's programs against QEMU", command: "npx ts-node test/host/user/fetch-programs.ts > /dev/null && npx ts-node test/host/user/compare-programs.ts", keep: /equal|DIFFERS|cases/ },
  { name: "What a million random words are", command: "npx ts-node src/run/01-decoder.ts census", keep: /./ },
  { name: "How much of the code the text quotes", command: "npm run weave", keep: /^chapter|all of it/ },
  { name: "Judge and sandbox: attacks", command: "npx mocha test/course/judge/attacks.test.ts test/course/sandbox/sandbox.test.ts", keep: /passing|failing/ },
  { name: "A class of fifty, killed and resumed", command: "npx mocha test/course/grade/grade-class.test.ts", keep: /passing|failing/ },
  { name: "All tests", command: "npm test", keep: /passing|failing|^real/ },
];

const FILE = join(__dirname, "../../FIGURES.md");
const HEAD = `# Figures

What was measured, with the command and the day. Written by \`npm run figures\`.
`;

function measure({ name, command, keep }: Measurement): string {
  console.log(`-- ${name}: ${command}`);
  const began = Date.now();
  const { status, stdout, stderr } = spawnSync("bash", ["-c", command], { encoding: "utf8", maxBuffer: 2 ** 28, env: { ...process.env, npm_config_loglevel: "error" } });
  const seconds = Math.round((Date.now() - began) / 1000);
  const lines = `${stdout}\n${stderr}`.split("\n").map((line) => line.trimEnd()).filter((line) => keep.test(line));
  const outcome = status === 0 ? "" : `, exit status ${status}`;
  return [
    `## ${name}`, "",
    `\`${command}\` on ${new Date().toISOString().slice(0, 10)}, ${seconds} s${outcome}; Node ${process.versions.node}, ${cpus().length} cores.`, "",
    "```text", ...lines, "```", "",
  ].join("\n");
}

function main(names: readonly string[]): void {
  const before = existsSync(FILE) ? readFileSync(FILE, "utf8") : "";
  const sections = new Map(before.split(/^(?=## )/m).filter((s) => s.startsWith("## ")).map((s) => [s.split("\n")[0]!.slice(3), `${s.trimEnd()}\n`]));
  for (const measurement of MEASUREMENTS) {
    if (names.length > 0 && !names.some((name) => measurement.name.toLowerCase().includes(name.toLowerCase()))) continue;
    sections.set(measurement.name, measure(measurement));
    const known = MEASUREMENTS.flatMap(({ name }) => sections.get(name) ?? []);
    writeFileSync(FILE, [HEAD, ...known].join("\n"));
  }
}

main(process.argv.slice(2));
