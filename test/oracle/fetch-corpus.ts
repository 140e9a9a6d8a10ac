// Fetches the corpus: Debian's arm64 packages, by apt, whatever the machine's own architecture.
//
//   npx ts-node test/oracle/fetch-corpus.ts [--fresh]
//
// Needs a Debian or Ubuntu machine (apt, dpkg-deb) and llvm-objcopy. The package lists and archives go to
// .cache/corpus too: nothing of the machine's own apt state is touched.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { UserFault } from "../../src/base/fault";
import { CORPUS_DIRECTORY, type CorpusFile, corpusIndexPath, fetchedCorpus } from "./corpus";
import { wrapAsElf } from "./llvm";

const APT = join(CORPUS_DIRECTORY, "apt");

/** What to take out of which package. `path` is a regular expression on the paths in the package. */
const WANTED = [
  // package             path in the package                                    name in the corpus
  ["busybox-static",     /^\.\/(usr\/)?bin\/busybox$/,                          "busybox"],
  ["libc6",              /^\.\/(usr\/)?lib\/aarch64-linux-gnu\/libc\.so\.6$/,   "libc.so.6"],
  ["libstdc++6",         /\/libstdc\+\+\.so\.6\.[\d.]+$/,                       "libstdc++.so.6"],
  ["libssl3",            /\/libcrypto\.so\.3$/,                                 "libcrypto.so.3"],
  ["linux-image-arm64",  /^\.\/boot\/vmlinuz-/,                                 "linux-image"],
] as const;

/** A meta package whose dependency is the package with the kernel in it. */
const KERNEL = "linux-image-arm64";

function main(fresh: boolean): void {
  if (fresh) rmSync(CORPUS_DIRECTORY, { recursive: true, force: true });
  if (fetchedCorpus() === undefined) fetch();
  for (const { file, package: name, version, sha256 } of fetchedCorpus()!) {
    console.log(`${file.padEnd(16)} ${sha256.slice(0, 16)}  ${name} ${version}`);
  }
}

function fetch(): void {
  for (const directory of ["lists/partial", "cache/archives/partial", "debs"]) mkdirSync(join(APT, directory), { recursive: true });
  writeFileSync(join(APT, "status"), "");
  apt("apt-get", ["update"]);
  const corpus = WANTED.map(([wanted, path, file]): CorpusFile => {
    const name = wanted === KERNEL ? kernelPackage() : wanted;
    const deb = download(name);
    const bytes = extract(deb, path);
    writeFileSync(join(CORPUS_DIRECTORY, file), bytes);
    return { file, package: name, version: field(deb, "Version"), sha256: createHash("sha256").update(bytes).digest("hex") };
  });
  const kernel = corpus.find(({ file }) => file === "linux-image")!;
  writeFileSync(join(CORPUS_DIRECTORY, "linux-text.bin"), textOfImage(readFileSync(join(CORPUS_DIRECTORY, "linux-image"))));
  wrapAsElf(join(CORPUS_DIRECTORY, "linux-text.bin"), join(CORPUS_DIRECTORY, "linux-text.elf"));
  const entries = [...corpus.filter((entry) => entry !== kernel), { ...kernel, file: "linux-text.elf" }];
  writeFileSync(`${corpusIndexPath}.new`, `${JSON.stringify(entries, null, 2)}\n`);
  renameSync(`${corpusIndexPath}.new`, corpusIndexPath);
}

function apt(command: string, args: readonly string[]): string {
  const options = {
    "APT::Architecture": "arm64", "APT::Architectures": "arm64", "APT::Sandbox::User": "root",
    "Dir::State::Lists": join(APT, "lists"), "Dir::State::status": join(APT, "status"), "Dir::Cache": join(APT, "cache"),
  };
  const settings = Object.entries(options).map(([name, value]) => `-o${name}=${value}`);
  return execFileSync(command, [...settings, "-q", ...args], { encoding: "utf8", cwd: join(APT, "debs"), stdio: ["ignore", "pipe", "inherit"] });
}

function kernelPackage(): string {
  const found = /Depends: (linux-image-\S+)/.exec(apt("apt-cache", ["depends", KERNEL]));
  if (found === null) throw new UserFault(`${KERNEL} depends on no kernel package: is the machine's apt set up for Debian?`);
  return found[1]!;
}

/** The archive's path. */
function download(name: string): string {
  apt("apt-get", ["download", name]);
  const file = readdirSync(join(APT, "debs")).find((each) => each.startsWith(`${name}_`));
  if (file === undefined) throw new UserFault(`apt-get downloaded no ${name}`);
  return join(APT, "debs", file);
}

const field = (deb: string, name: string) => execFileSync("dpkg-deb", ["-f", deb, name], { encoding: "utf8" }).trim();

const HUGE = 1 << 30;

/** The one file in the package whose path matches. */
function extract(deb: string, path: RegExp): Uint8Array {
  const listing = execFileSync("sh", ["-c", 'dpkg-deb --fsys-tarfile "$0" | tar t', deb], { encoding: "utf8", maxBuffer: HUGE });
  const found = listing.split("\n").filter((each) => path.test(each));
  if (found.length !== 1) throw new UserFault(`${deb} has ${found.length} files that match ${path}, not one`);
  return execFileSync("sh", ["-c", 'dpkg-deb --fsys-tarfile "$0" | tar xO "$1"', deb, found[0]!], { maxBuffer: HUGE });
}

/**
 * The text section of a kernel in the arm64 Image format (Linux, Documentation/arm64/booting.rst). An Image is
 * flat, but its header doubles as a PE header for EFI, which says where text ends.
 */
function textOfImage(file: Uint8Array): Uint8Array {
  const image = file[0] === 0x1f && file[1] === 0x8b ? gunzipSync(file) : file;
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
  const pe = view.getUint32(0x3c, true);
  const sections = pe + 24 + view.getUint16(pe + 20, true);
  for (let i = 0; i < view.getUint16(pe + 6, true); i++) {
    const header = sections + 40 * i;
    const name = Buffer.from(image.subarray(header, header + 8)).toString("latin1").replace(/\0+$/, "");
    const [size, offset] = [view.getUint32(header + 16, true), view.getUint32(header + 20, true)];
    if (name === ".text") return image.subarray(offset, offset + size);
  }
  throw new UserFault("the kernel's PE header has no .text section");
}

if (require.main === module) {
  try {
    if (!existsSync("/usr/bin/apt-get")) throw new UserFault("needs apt, to fetch Debian's arm64 packages");
    main(process.argv.includes("--fresh"));
  } catch (error) {
    if (!(error instanceof UserFault)) throw error;
    console.error(`fetch-corpus: ${error.message}`);
    process.exitCode = 2;
  }
}
