import type { VirtAddr } from "../../base/word";
import { PAGE } from "./layout";

/** Part of an access that lies in one page. */
export interface Piece {
  /** Of its first byte. */
  readonly address: VirtAddr;
  readonly bytes: number;
  /** How many bytes of the access come before it. */
  readonly done: number;
}

/** `bytes` bytes at `address`, cut where a page begins. After the last address comes the first. */
export function pieces(address: VirtAddr, bytes: number): readonly Piece[] {
  const cut: Piece[] = [];
  for (let done = 0; done < bytes;) {
    const at = BigInt.asUintN(64, address + BigInt(done));
    const inPage = Math.min(bytes - done, PAGE - Number(at % BigInt(PAGE)));
    cut.push({ address: at, bytes: inPage, done });
    done += inPage;
  }
  return cut;
}
