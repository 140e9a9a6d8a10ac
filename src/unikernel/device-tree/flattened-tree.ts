// The device tree as it lies in memory (Devicetree Specification 0.4, chapter 5), read in place:
// there is no heap yet. A node is the address of its FDT_BEGIN_NODE, a property that of its
// FDT_PROP, and 0n is none.
//
// 1. open() goes through the whole tree once. What is refused there is never read again; behind it,
//    every token is known to be whole, and to lie within the tree.
// 2. Each step goes forward, so no walk is longer than the tree.

import {
  FDT_BEGIN_NODE, FDT_END, FDT_END_NODE, FDT_NOP, FDT_PROP, PROP_SIZE,
} from "../../formats/device-tree/structure";
import {
  FDT_MAGIC, FDT_VERSION, HEADER_FIELDS, HEADER_SIZE,
} from "../../formats/device-tree/header-fields";
import { load32, load64, load8 } from "../metal/memory";
import { minus, plus, roundUp } from "../metal/word";
import { bigEndian32 } from "./big-endian";
import { nextToken } from "./next-token";
import { BEGIN_NODE, behindProperty, END, END_NODE, NOP, PROP } from "./tokens";

/** The largest that a loader may pass (Linux's Documentation/arm64/booting.rst). */
const MOST_BYTES = 0x20_0000;
/** Nodes within nodes. */
const DEEPEST = 64;

const AT_SIGN = 64;
const RESERVATION_BYTES = 16n;

/** The header's fields, in bytes from its begin. */
const TOTALSIZE = 4 * HEADER_FIELDS.indexOf("totalsize");
const OFF_STRUCT = 4 * HEADER_FIELDS.indexOf("off_dt_struct");
const OFF_RESERVATIONS = 4 * HEADER_FIELDS.indexOf("off_mem_rsvmap");
const OFF_STRINGS = 4 * HEADER_FIELDS.indexOf("off_dt_strings");
const VERSION = 4 * HEADER_FIELDS.indexOf("version");
const LAST_COMPATIBLE = 4 * HEADER_FIELDS.indexOf("last_comp_version");
const SIZE_STRINGS = 4 * HEADER_FIELDS.indexOf("size_dt_strings");
const SIZE_STRUCT = 4 * HEADER_FIELDS.indexOf("size_dt_struct");

export class FlattenedTree {
  /** What is wrong with it: "" if nothing is. */
  problem = "there is none";
  /** Where it begins, and its length. */
  begin = 0n;
  bytes = 0;
  #structure = 0n;
  #structureEnd = 0n;
  #strings = 0n;
  #stringsEnd = 0n;
  #reservations = 0n;
  /** Whose parent was last asked for, and which that is. */
  #asked = 0n;
  #parent = 0n;

  /**
   * Reads the tree at an address, a multiple of 8, that is mapped as far as `limit`. Whether it is
   * one; if not, `problem` says why.
   */
  open(address: bigint, limit: bigint): boolean {
    this.#asked = 0n;
    this.problem = this.#headerProblem(address, limit);
    if (this.problem === "") this.problem = this.#reservationsProblem();
    if (this.problem === "") this.problem = this.#structureProblem();
    return this.problem === "";
  }

  get isOpen(): boolean {
    return this.problem === "";
  }

  /** The root, which has no name; or 0n, of no tree. */
  get root(): bigint {
    if (!this.isOpen) return 0n;
    return load32(this.#structure) === NOP ? nextToken(this.#structure) : this.#structure;
  }

  // ---- going on from a node

  firstChild(node: bigint): bigint {
    let at = nextToken(node);
    while (load32(at) === PROP) at = nextToken(at);
    return load32(at) === BEGIN_NODE ? at : 0n;
  }

  nextSibling(node: bigint): bigint {
    let depth = 0;
    let at = node;
    do {
      const token = load32(at);
      if (token === BEGIN_NODE) depth++;
      if (token === END_NODE) depth--;
      at = nextToken(at);
    } while (depth > 0);
    return load32(at) === BEGIN_NODE ? at : 0n;
  }

  /**
   * The next node that begins behind a node's first token, or behind a property: a child, a
   * sibling, an uncle; or 0n.
   */
  following(token: bigint): bigint {
    let at = nextToken(token);
    while (load32(at) !== BEGIN_NODE) {
      if (load32(at) === END) return 0n;
      at = nextToken(at);
    }
    return at;
  }

  /** Who asks of a node asks of its next sibling soon: the last answer is kept. */
  parentOf(node: bigint): bigint {
    if (this.#asked === 0n || (node !== this.#asked && node !== this.nextSibling(this.#asked))) {
      this.#parent = this.#findParent(node);
    }
    this.#asked = node;
    return this.#parent;
  }

  #findParent(node: bigint): bigint {
    let parent = this.root;
    if (node === parent || parent === 0n) return 0n;
    let below = this.firstChild(parent);
    while (below !== 0n && below !== node) {
      const next = this.nextSibling(below);
      // The node lies within the last sibling that does not begin behind it.
      if (next !== 0n && next <= node) {
        below = next;
      } else {
        parent = below;
        below = this.firstChild(below);
      }
    }
    return parent;
  }

  // ---- properties

  property(node: bigint, name: string): bigint {
    let at = nextToken(node);
    while (load32(at) === PROP) {
      const nameAt = plus(this.#strings, BigInt(bigEndian32(plus(at, 8n))));
      if (isTextAt(nameAt, name, 0)) return at;
      at = nextToken(at);
    }
    return 0n;
  }

  /** Whether the node is called that, with or without what stands behind an @. */
  isCalled(node: bigint, name: string): boolean {
    const at = plus(node, 4n);
    return isTextAt(at, name, 0) || isTextAt(at, name, AT_SIGN);
  }

  // ---- reservations

  /** The first entry of /memreserve/, an address and a size of 64 bits each; or 0n. */
  get firstReservation(): bigint {
    return this.isOpen && !isLastEntry(this.#reservations) ? this.#reservations : 0n;
  }

  nextReservation(entry: bigint): bigint {
    const next = plus(entry, RESERVATION_BYTES);
    return isLastEntry(next) ? 0n : next;
  }

  // ---- checks

  #headerProblem(address: bigint, limit: bigint): string {
    if (address === 0n || (address & 7n) !== 0n) return "its address is not a multiple of 8";
    if (plus(address, BigInt(HEADER_SIZE)) > limit) return "its address is not in memory";
    if (field(address, 0) !== FDT_MAGIC) return "it has another first word";
    this.begin = address;
    this.bytes = field(address, TOTALSIZE);
    const isTooLong = this.bytes > MOST_BYTES || plus(address, BigInt(this.bytes)) > limit;
    if (this.bytes < HEADER_SIZE || isTooLong) return "its length cannot be";
    if (field(address, VERSION) < FDT_VERSION) return "it is of an old version";
    if (field(address, LAST_COMPATIBLE) > FDT_VERSION) return "it is of a new version";
    const structure = field(address, OFF_STRUCT);
    const structureBytes = field(address, SIZE_STRUCT);
    const strings = field(address, OFF_STRINGS);
    const stringsBytes = field(address, SIZE_STRINGS);
    if (structure % 4 !== 0 || structure + structureBytes > this.bytes) {
      return "its structure block is not within it";
    }
    if (strings + stringsBytes > this.bytes) return "its strings block is not within it";
    this.#structure = plus(address, BigInt(structure));
    this.#structureEnd = plus(this.#structure, BigInt(structureBytes - structureBytes % 4));
    const reservations = field(address, OFF_RESERVATIONS);
    if (reservations % 8 !== 0) return "its reservations are not at a multiple of 8";
    this.#reservations = plus(address, BigInt(reservations));
    this.#strings = plus(address, BigInt(strings));
    this.#stringsEnd = plus(this.#strings, BigInt(stringsBytes));
    return "";
  }

  #reservationsProblem(): string {
    const end = plus(this.begin, BigInt(this.bytes));
    let at = this.#reservations;
    for (; plus(at, RESERVATION_BYTES) <= end; at = plus(at, RESERVATION_BYTES)) {
      if (isLastEntry(at)) return "";
    }
    return "its reservations have no end";
  }

  #structureProblem(): string {
    let depth = 0;
    let isBehindChild = false;
    let at = this.#structure;
    while (plus(at, 4n) <= this.#structureEnd) {
      const token = bigEndian32(at);
      if (token === FDT_END) return depth === 0 && isBehindChild ? "" : "a node of it does not end";
      const rest = this.#endOf(at, token);
      if (rest === 0n) return "a token of it cannot be";
      if (token === FDT_BEGIN_NODE) {
        if (depth === 0 && isBehindChild) return "it has two roots";
        depth++;
        isBehindChild = false;
      }
      if (depth === 0 && token !== FDT_NOP) return "something of it is in no node";
      if (token === FDT_PROP && isBehindChild) return "a property of it stands behind a child";
      if (token === FDT_END_NODE) {
        depth--;
        isBehindChild = true;
      }
      if (depth > DEEPEST) return "its nodes are too deep";
      at = rest;
    }
    return "it has no end";
  }

  /** Where the token ends that begins here; 0n, if not within the tree. */
  #endOf(at: bigint, token: number): bigint {
    if (token === FDT_NOP || token === FDT_END_NODE) return plus(at, 4n);
    if (token === FDT_BEGIN_NODE) {
      const nul = endOfText(plus(at, 4n), this.#structureEnd);
      if (nul === 0n) return 0n;
      const end = this.#within(roundUp(plus(nul, 1n), 4n));
      // What fills up its last word is zero too: nextToken relies on it.
      return end !== 0n && endOfText(minus(end, 1n), end) !== 0n ? end : 0n;
    }
    if (token !== FDT_PROP || plus(at, BigInt(PROP_SIZE)) > this.#structureEnd) return 0n;
    const name = plus(this.#strings, BigInt(bigEndian32(plus(at, 8n))));
    if (name >= this.#stringsEnd || endOfText(name, this.#stringsEnd) === 0n) return 0n;
    return this.#within(behindProperty(at));
  }

  #within(end: bigint): bigint {
    return end <= this.#structureEnd ? end : 0n;
  }
}

/** The tree that the loader has passed. An object, so that it is in .data, and not cleared. */
export const deviceTree = new FlattenedTree();

function field(header: bigint, offset: number): number {
  return bigEndian32(plus(header, BigInt(offset)));
}

/** Of the reservations: an address of 0 and a size of 0. */
function isLastEntry(at: bigint): boolean {
  return load64(at) === 0n && load64(plus(at, 8n)) === 0n;
}

/** Whether the text stands at an address, and behind it this code. */
export function isTextAt(address: bigint, text: string, behind: number): boolean {
  for (let i = 0; i < text.length; i++) {
    if (load8(plus(address, BigInt(i))) !== text.charCodeAt(i)) return false;
  }
  return load8(plus(address, BigInt(text.length))) === behind;
}

/** The first zero byte; or 0n. */
function endOfText(from: bigint, end: bigint): bigint {
  for (let at = from; at < end; at = plus(at, 1n)) if (load8(at) === 0) return at;
  return 0n;
}
