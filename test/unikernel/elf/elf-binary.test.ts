// Elf_binary's view of ELF headers beside readelf's: of the kernel's own, which lie in its constants, and of a program
// that gcc has made. And headers that are none.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { SimulatedMetal } from "../../../src/host/metal/simulated-metal";
import { ElfBinary } from "../../../src/unikernel/elf/elf-binary";
import { hostMetal } from "../../../src/unikernel/metal/hosted";
import { isInstalled, itWith } from "../../installed";
import { transcript } from "../boot/board-boot";
import { HELLO, kernel, offsetIn, PROBE } from "../boot/kernels";

const BASE = 0x4000_0000n;

/** What lies in memory: the headers, and not a byte more. */
function inMemory(bytes: Uint8Array): ElfBinary {
  const metal = new SimulatedMetal(BASE, Math.ceil(bytes.length / 8) * 8, 0);
  metal.bytes.set(bytes);
  hostMetal(metal);
  return new ElfBinary(BASE, bytes.length);
}

const hex = (word: bigint): string => word.toString(16);

interface Header { readonly isLoaded: boolean; readonly flags: number; readonly begin: string; readonly bytes: string; readonly fileBytes: string }

function headersOf(elf: ElfBinary): Header[] {
  return Array.from({ length: elf.segmentCount }, (_, i) => {
    const { isLoaded, flags, begin, bytes, fileBytes } = elf.segment(i);
    return { isLoaded, flags, begin: hex(begin), bytes: hex(bytes), fileBytes: hex(fileBytes) };
  });
}

const BITS: Readonly<Record<string, number>> = { R: 4, W: 2, E: 1 };

/** What `llvm-readelf -hlW` prints: the entry, and a row for each program header. */
function byReadelf(file: string): { entry: string; headers: Header[]; offsets: string[] } {
  const { stdout, status } = spawnSync("llvm-readelf", ["-hlW", file], { encoding: "utf8" });
  expect(status).to.equal(0);
  const rows = [...stdout.matchAll(/^ {2}(\w+) +0x(\w+) 0x(\w+) 0x\w+ 0x(\w+) 0x(\w+) ([RWE ]{3}) 0x\w+/gm)];
  const trimmed = (digits: string): string => hex(BigInt(`0x${digits}`));
  return {
    entry: trimmed(/Entry point address: +0x(\w+)/.exec(stdout)![1]!),
    headers: rows.map(([, type, , begin, fileBytes, bytes, flags]) => ({
      isLoaded: type === "LOAD", flags: [...flags!].reduce((sum, each) => sum + (BITS[each] ?? 0), 0),
      begin: trimmed(begin!), bytes: trimmed(bytes!), fileBytes: trimmed(fileBytes!),
    })),
    offsets: rows.map(([, , offset]) => trimmed(offset!)),
  };
}

describe("Elf_binary", function () {
  this.timeout(60_000);
  let directory = "";
  before(() => { directory = mkdtempSync(join(tmpdir(), "o2p-elf-")); });
  after(() => { rmSync(directory, { recursive: true }); });
  const file = (name: string, bytes: Uint8Array): string => {
    writeFileSync(join(directory, name), bytes);
    return join(directory, name);
  };

  /** The headers that the kernel finds at link/elf. */
  const own = (path: string): Uint8Array => {
    const built = kernel(path);
    return built.image.slice(offsetIn(built, "link/elf"), offsetIn(built, "link/elf-end"));
  };

  itWith("llvm-readelf")("the kernel's own headers say what readelf says of hello.elf", () => {
    const elf = inMemory(own(HELLO));
    expect(elf.problem).to.equal("");
    const { entry, headers } = byReadelf(file("hello.elf", kernel(HELLO).elf));
    expect(hex(elf.entry)).to.equal(entry);
    expect(headersOf(elf)).to.deep.equal(headers);
    expect(headers.map(({ flags }) => flags)).to.deep.equal([5, 4, 6, 6]);
  });

  itWith("llvm-readelf")("what the running kernel finds is the same, and its auxiliary vector says where", () => {
    const printed = transcript(kernel(PROBE).image);
    const { entry, headers } = byReadelf(file("probe.elf", kernel(PROBE).elf));
    expect(/^entry (\w+)$/m.exec(printed)?.[1]).to.equal(entry);
    const segments = [...printed.matchAll(/^segment (true|false) (\d) (\w+) (\w+) \w+ (\w+)$/gm)];
    expect(segments.map(([, loaded, flags, begin, bytes, fileBytes]) => ({ isLoaded: loaded === "true", flags: Number(flags), begin, bytes, fileBytes }))).to.deep.equal(headers);
    const auxiliary = new Map([...printed.matchAll(/^auxiliary (\d+): (\w+)$/gm)].map(([, type, value]) => [Number(type), value]));
    const programHeaders = kernel(PROBE).linked.base + BigInt(offsetIn(kernel(PROBE), "link/elf") + 64);
    // AT_PHDR 3, AT_PHENT 4, AT_PHNUM 5, AT_PAGESZ 6, AT_ENTRY 9 (System V ABI).
    expect([3, 4, 5, 6, 9].map((type) => auxiliary.get(type))).to.deep.equal([hex(programHeaders), "38", "4", "1000", entry]);
  });

  itWith("aarch64-linux-gnu-gcc", ["aarch64-linux-gnu-gcc", "llvm-readelf"].every((each) => isInstalled(each)))("a static-PIE of gcc's is read as readelf reads it", () => {
    const source = file("p.c", Buffer.from("int zeros[999]; int main(void) { return zeros[1]; }\n"));
    const { status, stderr } = spawnSync("aarch64-linux-gnu-gcc", ["-static-pie", "-o", join(directory, "p"), source], { encoding: "utf8" });
    expect(status, stderr).to.equal(0);
    const elf = inMemory(readFileSync(join(directory, "p")));
    expect(elf.problem).to.equal("");
    const { entry, headers, offsets } = byReadelf(join(directory, "p"));
    expect(hex(elf.entry)).to.equal(entry);
    expect(headersOf(elf)).to.deep.equal(headers);
    expect(offsets).to.deep.equal(headers.map((_, i) => hex(elf.segment(i).fileOffset)));
    expect(headers.some(({ isLoaded }) => !isLoaded)).to.equal(true);
    expect(elf.segmentAt(BigInt(`0x${entry}`))?.flags).to.equal(5);
  });

  it("finds the segment that an address is in, from its first byte to its last", () => {
    const { linked } = kernel(HELLO);
    const elf = inMemory(own(HELLO));
    const end = linked.base + BigInt(offsetIn(kernel(HELLO), "link/text-end"));
    expect([linked.base - 1n, linked.base, end - 1n, end].map((address) => elf.segmentAt(address)?.flags)).to.deep.equal([undefined, 5, 5, undefined]);
  });

  const PROBLEMS = [
    // at    bytes             what is wrong (offsets of the System V gABI's Elf64_Ehdr)
    [0x00, [0x7e],             "it is no ELF file"],
    [0x03, [0x00],             "it is no ELF file"],
    [0x04, [1],                "it is not of 64 bits"],
    [0x05, [2],                "it is big-endian"],
    [0x12, [0x3e, 0],          "it is for another machine"],
    [0x20, [0x44],             "its program headers are not within it"],
    [0x20, [0x48],             "its program headers are not within it"],
    [0x27, [0xff],             "its program headers are not within it"],
    [0x36, [32, 0],            "its program headers have another size"],
    [0x38, [5, 0],             "its program headers are not within it"],
    [0x38, [0xff, 0xff],       "its program headers are not within it"],
  ] as const;

  for (const [at, bytes, problem] of PROBLEMS) {
    it(`0x${at.toString(16)}, ${bytes.join(" ")}: ${problem}`, () => {
      const changed = own(HELLO);
      changed.set(bytes, at);
      expect(inMemory(changed).problem).to.equal(problem);
    });
  }

  it("of fewer bytes than a header: it is none", () => {
    for (const length of [0, 1, 63]) expect(inMemory(own(HELLO).subarray(0, length)).problem).to.equal("it is shorter than a header");
    expect(inMemory(own(HELLO).subarray(0, 64)).problem).to.equal("its program headers are not within it");
  });
});
