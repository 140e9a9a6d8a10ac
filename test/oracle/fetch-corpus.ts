// Fetches the corpus: Debian's arm64 packages, by apt, whatever the machine's own architecture.
//
//   npx ts-node test/oracle/fetch-corpus.ts [--fresh]
//
// Needs a Debian or Ubuntu machine (apt, dpkg-deb) and llvm-objcopy.

import { createHash } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { UserFault } from "../../src/base/fault";
import { CORPUS_DIRECTORY, type CorpusFile, corpusIndexPath, fetchedCorpus } from "./corpus";
import { apt, download, extract, field, updateLists } from "./debian";
import { wrapAsElf } from "./llvm";

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
  updateLists();
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

function kernelPackage(): string {
  const found = /Depends: (linux-image-\S+)/.exec(apt("apt-cache", ["depends", KERNEL]));
  if (found === null) throw new UserFault(`${KERNEL} depends on no kernel package: is the machine's apt set up for Debian?`);
  return found[1]!;
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
    main(process.argv.includes("--fresh"));
  } catch (error) {
    if (!(error instanceof UserFault)) throw error;
    console.error(`fetch-corpus: ${error.message}`);
    process.exitCode = 2;
  }
}
