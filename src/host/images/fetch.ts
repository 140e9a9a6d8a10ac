// Brings an image into the cache: the package by apt, or by the reader's own hand where there is no apt; the files out
// of the package; and an initramfs for the kernel.

import { readFileSync } from "node:fs";
import { UserFault } from "../../base/fault";
import { Apt, type Candidate } from "./apt";
import { type ImageCache, type Origin, sha256 } from "./cache";
import { type PackageFiles, withPackage } from "./deb";
import { IMAGES, MODULES, readImage, SOURCES, type Source, type SourceName } from "./images";
import { initramfs } from "./initramfs";
import { moduleName, modulesFor, readModule } from "./kernel-modules";

/** Directories of the cache: packages as Debian made them, and the kernel's modules out of one. */
const PACKAGES = "packages";
const KERNEL_MODULES = "modules";

const moduleFile = (name: string): string => `${KERNEL_MODULES}/${name}.ko`;

/** Brings `name`, and what it is of no use without. `fresh` asks for it even if it is there. */
export function fetchImage(cache: ImageCache, name: SourceName, fresh: boolean, say: (line: string) => void): void {
  const wanted: readonly SourceName[] = name === "linux" ? ["linux", "busybox"] : [name];
  const missing = wanted.filter((each) => fresh || !isThere(cache, each));
  if (missing.length > 0) {
    const bring = Apt.isHere() ? byApt(cache) : byHand(cache);
    for (const each of missing) {
      say(`${each}: ${SOURCES[each].title}`);
      unpack(cache, each, bring(each));
    }
  }
  if (name === "linux") buildInitramfs(cache);
}

function isThere(cache: ImageCache, name: SourceName): boolean {
  return cache.has(IMAGES[name]) && (name !== "linux" || MODULES.every((each) => cache.has(moduleFile(each))));
}

/** A package's file in the cache. */
interface Brought {
  readonly path: string;
  readonly origin: Origin;
}

type Bring = (name: SourceName) => Brought;

function byApt(cache: ImageCache): Bring {
  const apt = new Apt(cache.makeDirectory("apt"));
  apt.update();
  return (name) => {
    const source: Source = SOURCES[name];
    const { newest } = source;
    const wanted = newest === undefined ? source.package : apt.dependencies(source.package).find((each) => each.startsWith(newest));
    if (wanted === undefined) throw new UserFault(`apt's ${source.package} depends on no package that begins with ${newest}`);
    const candidate = apt.candidate(wanted);
    const path = `${cache.makeDirectory(PACKAGES)}/${candidate.file}`;
    apt.download(wanted, candidate, path);
    return { path, origin: vouchedFor(path, candidate) };
  };
}

function vouchedFor(path: string, { file, sha256: expected }: Candidate): Origin {
  const found = sha256(readFileSync(path));
  if (found !== expected) throw new UserFault(`${path}: its SHA-256 is ${found}, and Debian's lists have ${expected}`);
  return { packages: [file], packageSha256: found, vouchedBy: "apt" };
}

function byHand(cache: ImageCache): Bring {
  const directory = cache.makeDirectory(PACKAGES);
  return (name) => {
    const source: Source = SOURCES[name];
    const begins = source.newest ?? `${source.package}_`;
    const file = cache.namesIn(PACKAGES).filter((each) => each.startsWith(begins) && each.endsWith(".deb")).at(-1);
    if (file === undefined) throw new UserFault(`there is no apt here: download ${inWords(source)} from Debian's package archive into ${directory}, and try again`);
    const path = `${directory}/${file}`;
    return { path, origin: { packages: [file], packageSha256: sha256(readFileSync(path)), vouchedBy: "nobody" } };
  };
}

const inWords = ({ package: name, newest }: Source): string =>
  newest === undefined ? `${name} (Debian 12; arm64 or all)` : `the package ${newest}... that ${name} (Debian 12; arm64) depends on`;

function unpack(cache: ImageCache, name: SourceName, { path, origin }: Brought): void {
  withPackage(path, cache.at("unpacking"), (files) => {
    const { image } = SOURCES[name];
    const found = files.files.find((each) => image.test(each.name));
    if (found === undefined) throw new UserFault(`${path}: has no file that matches ${image.source}`);
    cache.put({ [IMAGES[name]]: files.contents(found), ...(name === "linux" ? modulesOf(files) : {}) }, origin);
  });
}

/** Of the package's thousands of modules, those that our board's devices need, by their names in the cache. */
function modulesOf({ files, contents }: PackageFiles): Record<string, Uint8Array> {
  const byName = new Map(files.filter((each) => each.name.endsWith(".ko")).map((each) => [moduleName(each.name), each]));
  const modules = modulesFor(MODULES, (name) => {
    const file = byName.get(name);
    return file === undefined ? undefined : readModule(name, contents(file));
  });
  return Object.fromEntries(modules.map(({ name, contents: bytes }) => [moduleFile(name), bytes]));
}

/** Anew each time: it takes a second, and so it is always what this program would build. */
function buildInitramfs(cache: ImageCache): void {
  const again = "npx o2p images fetch linux --fresh";
  const modules = modulesFor(MODULES, (name) => readModule(name, cache.read(moduleFile(name), again)));
  const packages = (["linux", "busybox"] as const).flatMap((name) => cache.entry(IMAGES[name])!.packages);
  cache.put({ [IMAGES.initramfs]: initramfs(readImage(cache, "busybox"), modules) }, { packages });
}
