// From a word to its row. Trying a thousand diagrams one after another works, and is slow; so the
// rows are sorted once into a tree. A node looks at a few neighbouring bits of the word and goes to
// the child with that number; a leaf holds the rows that are left, the more specific before the
// more general.
//
// 1. Rows that share a word are told apart when the tree is built: one lies within the other, or an
//    `elsewhere` keeps them apart. Anything else is a mistake in the tables, found before the first
//    word is decoded.

import { bug } from "../../base/bug";
import { type Cube, contains, holds, intersection, overlap } from "./cube";
import type { Row } from "./row";

/** What a node asks: which number stands in its window of the word. */
export interface Question {
  readonly shift: number;
  /** The window's width in ones; applied after the shift. */
  readonly mask: number;
  /** The rows that the answers above have left. */
  readonly rows: readonly Row[];
}
interface Branch extends Question {
  readonly children: readonly Node[];
}
type Node = Branch | readonly Row[];

/** So few rows need no further node. */
const LEAF_ROWS = 3;
/** The bits that a node looks at, at most: it has 256 children then. */
const WIDEST_WINDOW = 8;
/** A bit that fewer of the rows fix ends a window: the others would go to both its children. */
const LOWEST_SCORE = 0.3;

/** How a word comes down the tree. */
export interface Path {
  readonly questions: readonly Question[];
  /** The rows that are tried at the end, in this order. */
  readonly leaf: readonly Row[];
}

export interface DecodeTree {
  /** The row whose diagram `word` matches, or undefined. */
  find(word: number): Row | undefined;
  /** The way that find(word) goes. */
  path(word: number): Path;
  /** How many leaves have how many rows. */
  leafSizes(): Map<number, number>;
}

export function buildTree(rows: readonly Row[]): DecodeTree {
  checkOverlaps(rows);
  const bySpecificity = [...rows].sort((a, b) => ones(b.mask) - ones(a.mask));
  const root = build(bySpecificity, 0);
  return {
    find(word) {
      let node = root;
      while (!isLeaf(node)) node = node.children[(word >>> node.shift) & node.mask]!;
      for (const row of node) if (claims(row, word)) return row;
      return undefined;
    },
    path(word) {
      const questions: Question[] = [];
      let node = root;
      while (!isLeaf(node)) {
        questions.push(node);
        node = node.children[(word >>> node.shift) & node.mask]!;
      }
      return { questions, leaf: node };
    },
    leafSizes() {
      const sizes = new Map<number, number>();
      const visit = (node: Node): void => {
        if (isLeaf(node)) sizes.set(node.length, (sizes.get(node.length) ?? 0) + 1);
        else node.children.forEach(visit);
      };
      visit(root);
      return sizes;
    },
  };
}

const claims = (row: Row, word: number): boolean =>
  holds(row, word) && !row.elsewhere.some((cube) => holds(cube, word));

const isLeaf = (node: Node): node is readonly Row[] => Array.isArray(node);

/** `asked` has a one for each bit that the nodes above have looked at. */
function build(rows: readonly Row[], asked: number): Node {
  const window = rows.length > LEAF_ROWS ? bestWindow(rows, asked) : undefined;
  if (window === undefined) return rows;
  const { shift, width } = window;
  const mask = 2 ** width - 1;
  const shifted = (mask << shift) >>> 0;
  const children = Array.from({ length: 2 ** width }, (_, number) => {
    const cube = { mask: shifted, value: (number << shift) >>> 0 };
    return build(rows.filter((row) => overlap(row, cube)), (asked | shifted) >>> 0);
  });
  return { shift, mask, rows, children };
}

interface Window {
  readonly shift: number;
  readonly width: number;
}

/** The neighbouring bits, not asked before, that most rows fix: a bit scores their share. */
function bestWindow(rows: readonly Row[], asked: number): Window | undefined {
  const fixing = (bit: number): number => rows.filter((row) => (row.mask >>> bit) & 1).length;
  const scores = Array.from({ length: 32 }, (_, bit) =>
    (asked >>> bit) & 1 ? 0 : fixing(bit) / rows.length);
  let best = { shift: 0, width: 0, score: 0 };
  for (let shift = 0; shift < 32; shift++) {
    let sum = 0;
    for (let width = 1; width <= WIDEST_WINDOW && shift + width <= 32; width++) {
      const score = scores[shift + width - 1]!;
      if (score < LOWEST_SCORE) break;
      sum += score;
      if (sum > best.score) best = { shift, width, score: sum };
    }
  }
  if (best.width > 0) return best;
  const lone = scores.indexOf(Math.max(...scores));
  return scores[lone]! > 0 ? { shift: lone, width: 1 } : undefined;
}

function ones(mask: number): number {
  let count = 0;
  for (let left = mask; left !== 0; left = (left & (left - 1)) >>> 0) count++;
  return count;
}

function checkOverlaps(rows: readonly Row[]): void {
  const names = new Set<string>();
  for (const [i, a] of rows.entries()) {
    if (names.has(a.name)) bug(`two rows are called ${a.name}`);
    names.add(a.name);
    for (let j = i + 1; j < rows.length; j++) {
      const b = rows[j]!;
      if (!overlap(a, b) || keptApart(a, b)) continue;
      const nested = a.mask !== b.mask && (contains(a, b) || contains(b, a));
      if (!nested) bug(`${a.name} and ${b.name} share words, and nothing says whose they are`);
    }
  }
}

/** Whether every word that two overlapping rows share is excluded by one or the other. */
function keptApart(a: Row, b: Row): boolean {
  return isCovered(intersection(a, b)!, [...a.elsewhere, ...b.elsewhere]);
}

/**
 * Whether the union of `cubes` contains `all`: split `all` on a bit that a cube asks about, until
 * each part is in one.
 */
function isCovered(all: Cube, cubes: readonly Cube[]): boolean {
  if (cubes.some((cube) => contains(cube, all))) return true;
  const relevant = cubes.filter((cube) => overlap(cube, all));
  const open = relevant.map((cube) => (cube.mask & ~all.mask) >>> 0).find((mask) => mask !== 0);
  if (open === undefined) return false;
  const bit = (open & -open) >>> 0;
  const mask = (all.mask | bit) >>> 0;
  const halves = [all.value, (all.value | bit) >>> 0];
  return halves.every((value) => isCovered({ mask, value }, relevant));
}
