// `memory`: what is where. What may be done with each part is asked of the tables, not of who made
// them.
//
//   virtual           physical  bytes may what
//   ffffff8040200000  40200000   176K r-x text

import { flags, translate } from "../../memory/mem";
import { UPPER_HALF, virtualOf } from "../../memory/layout";
import {
  memoryBegin, RANGE, rangeBegin, rangeCount, rangeEnd, rangeKind,
} from "../../memory/memory-map";
import { freePages, ownedPages } from "../../memory/page-allocator";
import { symbol } from "../../metal/linker";
import { minus, times } from "../../metal/word";
import { cellTables, pagesEnd } from "../../runtime/heap";
import { address, bytesText, hex, permissions, right } from "./columns";

const PAGE_BYTES = 4096n;
const PHYSICAL = 9;
const BYTES = 6;

/** Of the memory map's kinds, by their numbers: short, for short lines. */
const KINDS = ["RAM", "image", "tree", "reserved", "tables"] as const;

class Part {
  readonly name: string;
  readonly begin: bigint;
  readonly end: bigint;

  constructor(name: string, begin: bigint, end: bigint) {
    this.name = name;
    this.begin = begin;
    this.end = end;
  }
}

export function printMemoryMap(): void {
  const parts = imageParts().concat(otherParts());
  console.log("virtual           physical  bytes may what");
  for (const part of parts.sort((a, b) => (isBefore(a, b) ? -1 : 1))) printPart(part);
  printPages();
}

/** What another lies in comes before it. */
function isBefore(a: Part, b: Part): boolean {
  return a.begin < b.begin || (a.begin === b.begin && a.end > b.end);
}

function imageParts(): Part[] {
  return [
    new Part("text",      symbol("link/image"),           symbol("link/text-end")),
    new Part("rodata",    symbol("link/rodata"),          symbol("link/rodata-end")),
    new Part("data",      symbol("link/data"),            symbol("link/data-end")),
    new Part("bss",       symbol("link/bss"),             symbol("link/bss-end")),
    new Part("guard",     symbol("link/exception-guard"), symbol("link/exception-stack")),
    new Part("ex stack",  symbol("link/exception-stack"), symbol("link/exception-stack-end")),
    new Part("guard",     symbol("link/stack-guard"),     symbol("link/stack")),
    new Part("stack",     symbol("link/stack"),           symbol("link/stack-end")),
    new Part("symbols",   symbol("link/trace"),           symbol("link/trace-end")),
    new Part("heap",      cellTables(),                   pagesEnd()),
  ];
}

function otherParts(): Part[] {
  const parts = [new Part("devices", UPPER_HALF, virtualOf(memoryBegin()))];
  for (let i = 0; i < rangeCount(); i++) {
    const kind = rangeKind(i);
    if (kind === RANGE.image) continue; // We have its parts.
    parts.push(new Part(KINDS[kind]!, virtualOf(rangeBegin(i)), virtualOf(rangeEnd(i))));
  }
  return parts;
}

function printPart({ name, begin, end }: Part): void {
  const physical = translate(begin);
  const place = right(physical < 0 ? "-" : hex(physical, 8), PHYSICAL);
  const bytes = right(bytesText(minus(end, begin)), BYTES);
  console.log(`${address(begin)} ${place} ${bytes} ${permissions(flags(begin))} ${name}`);
}

function printPages(): void {
  const bytes = (pages: number): string => bytesText(times(BigInt(pages), PAGE_BYTES));
  console.log(`free ${bytes(freePages())} of ${bytes(ownedPages())}, in ${freePages()} pages`);
}
