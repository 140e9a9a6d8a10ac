// `heap`: the garbage is collected, so that what is said to live does.

import { counter, counterFrequency } from "../../drivers/generic-timer";
import { collectWithRegisters } from "../../metal/machine";
import { minus } from "../../metal/word";
import { collectionCount, usedAfterCollection } from "../../runtime/collect";
import { firstPage, pagesEnd } from "../../runtime/heap";
import { address, bytesText, microseconds } from "./columns";

export function printHeap(): void {
  const begin = counter();
  collectWithRegisters();
  const ticks = minus(counter(), begin);
  const bytes = minus(pagesEnd(), firstPage());
  console.log(`from        ${address(firstPage())}`);
  console.log(`to          ${address(pagesEnd())}, ${bytesText(bytes)}`);
  console.log(`live        ${usedAfterCollection()} bytes`);
  console.log(`collections ${collectionCount()}`);
  console.log(`the last    ${microseconds(ticks, counterFrequency())} us`);
}
