// The kernel's loadable modules: what each says of itself in its section .modinfo, and the two files that modprobe
// reads (modules.dep and modules.alias, as depmod writes them), which Debian's package leaves for the installation.

import { UserFault } from "../../base/fault";
import { sectionNamed } from "../../formats/elf/elf-file";
import { readElf } from "../../formats/elf/read-elf";

export interface KernelModule {
  /** With "_" for "-", as the kernel calls it. */
  readonly name: string;
  readonly contents: Uint8Array;
  /** The modules whose symbols it uses. */
  readonly depends: readonly string[];
  /** The kernel's release that it is for: "6.1.0-56-arm64". */
  readonly release: string;
  /** The devices and services that it is for, as patterns: "virtio:d00000002v*". */
  readonly aliases: readonly string[];
}

export const moduleName = (file: string): string => file.slice(file.lastIndexOf("/") + 1).replace(/\.ko$/, "").replaceAll("-", "_");

export function readModule(name: string, contents: Uint8Array): KernelModule {
  const modinfo = sectionNamed(readElf(contents), ".modinfo")?.contents;
  if (modinfo === undefined) throw new UserFault(`${name} is not a kernel module: it has no section .modinfo`);
  const lines = new TextDecoder().decode(modinfo).split("\0");
  const values = (key: string): string[] => lines.filter((line) => line.startsWith(`${key}=`)).map((line) => line.slice(key.length + 1));
  const depends = values("depends").flatMap((list) => list.split(",")).filter((each) => each !== "");
  const release = values("vermagic")[0]?.split(" ")[0];
  if (release === undefined) throw new UserFault(`${name} does not say which kernel it is for`);
  return { name, contents, depends: depends.map((each) => each.replaceAll("-", "_")), release, aliases: values("alias") };
}

/** The modules of `names` and all that they need, each behind what it needs. `read` is undefined for one that is not there. */
export function modulesFor(names: readonly string[], read: (name: string) => KernelModule | undefined): KernelModule[] {
  const done = new Map<string, KernelModule>();
  const visit = (name: string): void => {
    if (done.has(name)) return;
    const module = read(name);
    if (module === undefined) throw new UserFault(`the kernel's package has no module ${name}`);
    for (const each of module.depends) visit(each); // The kernel's build has refused circles.
    done.set(name, module);
  };
  for (const name of names) visit(name);
  return [...done.values()];
}

/** modules.dep: each module's file, and all files that it needs, in the order in which to unload them. */
export function modulesDep(modules: readonly KernelModule[]): string {
  const byName = new Map(modules.map((each) => [each.name, each]));
  const line = ({ name }: KernelModule): string => {
    const needed = modulesFor([name], (each) => byName.get(each)).reverse().slice(1);
    return `${name}.ko:${needed.map((each) => ` ${each.name}.ko`).join("")}\n`;
  };
  return modules.map(line).join("");
}

export function modulesAlias(modules: readonly KernelModule[]): string {
  return modules.flatMap(({ name, aliases }) => aliases.map((alias) => `alias ${alias} ${name}\n`)).join("");
}
