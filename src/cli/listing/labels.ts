// Which label stands where, and which one names an address: llvm-objdump 14's choice, since a listing that
// picks another of several names is one that cannot be compared.
//
// 1. Within a section labels are in order of address, then name, then type. The last one that is not behind an
//    address names it.
// 2. A section that does not begin with a label at address 0 gets one, with its own name, when its turn to be
//    listed comes; earlier sections do not know it yet.

import {
  ET_REL, R_AARCH64_JUMP_SLOT, SHT_RELA, STT_FUNC, STT_OBJECT, STT_SECTION,
} from "../../formats/elf/constants";
import { type ElfFile, type ElfSymbol, type Section, isText, sectionNamed } from "../../formats/elf/elf-file";
import { readRelocations } from "../../formats/elf/symbol-table";
import { pltEntries } from "./plt";

export interface Label {
  readonly address: bigint;
  readonly name: string;
  /** An STT_ value. */
  readonly type: number;
}

/** What labels are made of: an ElfFile, or as much of one. */
export type Labelled =
  Pick<ElfFile, "sections" | "symbols" | "dynamicSymbols"> & { readonly header: Pick<ElfFile["header"], "e_type"> };

export class Labels {
  readonly #file: Labelled;
  readonly #bySection: Label[][];
  /** Undefined, absolute and common symbols: the last resort for an address that nothing else names. */
  readonly #homeless: Label[] = [];
  readonly #places: readonly Place[];

  constructor(file: Labelled) {
    this.#file = file;
    this.#bySection = file.sections.map(() => []);
    this.#places = placesOf(file.sections, this.#bySection);
    for (const symbol of file.symbols) this.#add(symbol);
    if (this.#bySection.every((labels) => labels.length === 0)) {
      for (const symbol of file.dynamicSymbols) if (symbol.section !== undefined) this.#add(symbol);
    }
    this.#addPlt();
    for (const labels of this.#bySection) labels.sort(inOrder);
    this.#homeless.sort(inOrder);
  }

  /** The labels of a section whose turn has come. */
  of(section: Section): readonly Label[] {
    const labels = this.#bySection[section.index]!;
    if (labels.length === 0 || labels[0]!.address !== 0n) {
      labels.unshift({ address: section.sh_addr, name: section.name, type: isText(section) ? STT_FUNC : STT_OBJECT });
    }
    return labels;
  }

  /** "<main+0x10>", for an address that an instruction in `from` names. */
  name(target: bigint, from: Section): string | undefined {
    const label = this.#nearest(target, from);
    if (label === undefined) return undefined;
    const distance = target - label.address;
    return distance === 0n ? `<${label.name}>` : `<${label.name}+0x${distance.toString(16)}>`;
  }

  #nearest(target: bigint, from: Section): Label | undefined {
    for (const labels of this.#candidates(target, from)) {
      const label = lastNotBehind(labels, target);
      if (label !== undefined) return label;
    }
    return undefined;
  }

  /** In a relocatable file every section is at address 0, so an address can only be the section's own. */
  #candidates(target: bigint, from: Section): readonly (readonly Label[])[] {
    if (this.#file.header.e_type === ET_REL) return [this.#bySection[from.index]!, this.#homeless];
    const place = lastNotBehind(this.#places, target);
    return place === undefined ? [this.#homeless] : [...place.labels, this.#homeless];
  }

  #add({ name, section, type, st_value }: ElfSymbol): void {
    if (name === "" || type === STT_SECTION) return;
    const labels = section === undefined ? this.#homeless : this.#bySection[section.index]!;
    // In a relocatable file st_value counts from the section's start.
    const start = section !== undefined && this.#file.header.e_type === ET_REL ? section.sh_addr : 0n;
    labels.push({ address: start + st_value, name, type });
  }

  /** "puts@plt" for the stub through which puts is called. */
  #addPlt(): void {
    const [plt, got, rela] = [".plt", ".got.plt", ".rela.plt"].map((name) => sectionNamed(this.#file, name));
    if (plt === undefined || got === undefined || rela?.sh_type !== SHT_RELA) return;
    const stubs = pltEntries(plt);
    for (const { type, r_offset, symbolIndex } of readRelocations(rela)) {
      const stub = type === R_AARCH64_JUMP_SLOT ? stubs.get(r_offset) : undefined;
      const symbol = this.#file.dynamicSymbols[symbolIndex];
      if (stub === undefined || symbol === undefined || symbol.name === "") continue;
      this.#bySection[plt.index]!.push({ address: stub, name: `${symbol.name}@plt`, type: symbol.type });
    }
  }
}

/** An address at which sections begin, and their labels: of several sections, those of the largest first. */
interface Place {
  readonly address: bigint;
  readonly labels: readonly (readonly Label[])[];
}

function placesOf(sections: readonly Section[], labels: readonly (readonly Label[])[]): Place[] {
  const inOrder = [...sections].sort((a, b) => compare(a.sh_addr, b.sh_addr) || compare(a.sh_size, b.sh_size)).reverse();
  const addresses = [...new Set(inOrder.map(({ sh_addr }) => sh_addr))].reverse();
  return addresses.map((address) => ({
    address, labels: inOrder.filter(({ sh_addr }) => sh_addr === address).map(({ index }) => labels[index]!),
  }));
}

/** The last of `things`, in order of address, that is not behind `target`. */
function lastNotBehind<T extends { readonly address: bigint }>(things: readonly T[], target: bigint): T | undefined {
  let first = 0;
  let length = things.length;
  while (length > 0) {
    const half = length >>> 1;
    if (things[first + half]!.address <= target) {
      first += half + 1;
      length -= half + 1;
    } else {
      length = half;
    }
  }
  return things[first - 1];
}

const inOrder = (a: Label, b: Label) => compare(a.address, b.address) || compare(a.name, b.name) || a.type - b.type;

function compare<T extends bigint | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
