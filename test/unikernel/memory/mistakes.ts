// Mistakes that somebody who writes page tables makes, put into ours: the random operations must
// find each. What only a processor with another TLB would show, the watched board finds.

import { REPOSITORY } from "../../compiler/hosted";
import { runOnQemu } from "../../compiler/machines";
import { faultless, OperationImages, withoutDigest } from "./operations";
import { runWatched } from "./table-watch";

type Machine = "our board" | "QEMU";

export interface Mistake {
  readonly what: string;
  readonly foundOn: Machine;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const row = (what: string, foundOn: Machine, file: string, from: string, to: string): Mistake =>
  ({ what, foundOn, file: `src/unikernel/memory/${file}.ts`, from, to });

export const MISTAKES: readonly Mistake[] = [
  row("no break before make", "our board", "page-tables",
    "    if (this.isLive) replaceEntry(entry, descriptor, this.#page(offset));\n    else store64(entry, descriptor);",
    "    store64(entry, descriptor);\n    this.#forget(offset);"),
  row("no TLBI for what is unmapped", "QEMU", "page-tables", "    store64(entry, 0n);\n    this.#forget(offset);", "    store64(entry, 0n);"),
  row("no TLBI between break and make", "our board", "replace-entry", "        tlbi  vaae1is, x2\n", ""),
  row("no TLBI for what is protected", "QEMU", "page-tables", "        store64(entry, changed);\n        this.#forget(at);", "        store64(entry, changed);"),
  row("a page is lost where a block is split", "QEMU", "page-tables",
    "    if (isMapped(descriptor)) this.#fill(", "    if (isMapped(descriptor)) takePage();\n    if (isMapped(descriptor)) this.#fill("),
  row("an empty table is kept", "QEMU", "page-tables", "      if (!isEmptyTable(below)) continue;", "      if (level > 0) continue;"),
  row("a table that is not empty is given back", "QEMU", "page-tables", "      if (!isEmptyTable(below)) continue;", "      if (level === 1) continue;"),
  row("programs' code for the kernel, the kernel's for programs", "QEMU", "attributes", "? UXN : PXN", "? PXN : UXN"),
  row("a split block may be executed", "QEMU", "descriptor", "descriptor & 0xffff_0000_0000_0ffcn", "descriptor & 0xff9f_0000_0000_0ffcn"),
  row("pages with a block's descriptor", "QEMU", "page-tables", "attributesIn(block), level);", "attributesIn(block), level - 1);"),
  row("blocks where the physical address is not round", "QEMU", "next-piece", "offset % TWO_MIB === 0 && physical % TWO_MIB === 0", "offset % TWO_MIB === 0"),
  row("mapped over what is mapped", "QEMU", "mem", "if (!tables.isAll(false, from, from + bytes))", "if (!tables.isAll(false, from, from + 4096))"),
  row("pages for the tables of one end alone", "QEMU", "mem", "splitsAt(tables, from) + splitsAt(tables, from + bytes)", "splitsAt(tables, from)"),
];

const OPERATIONS: Readonly<Record<Machine, number>> = { "our board": 60, QEMU: 10_000 };

/** Builds the operations with the mistake, and says whether they tell. */
export function isFound({ foundOn, file, from, to }: Mistake): boolean {
  const text = REPOSITORY.read(file) ?? "";
  if (text.split(from).length !== 2) throw new Error(`${file} has not once: ${from}`);
  const sources = { read: (name: string) => (name === file ? text.replace(from, to) : REPOSITORY.read(name)) };
  const count = OPERATIONS[foundOn];
  const image = new OperationImages(sources).of(count);
  if (foundOn === "QEMU") return withoutDigest(runOnQemu(image)) !== faultless(count);
  return runWatched(image).violations.length > 0;
}
