/** The nodes that are to be seen, top down: those in open ones. A long run of likes is one row, until it is opened. */
import type { BlobNode } from "./blob";

/** `first` is the path of the first that is not shown. */
export type TreeRow =
  | { readonly kind: "node"; readonly key: string; readonly node: BlobNode; readonly depth: number; readonly isOpen: boolean }
  | { readonly kind: "more"; readonly key: string; readonly text: string; readonly depth: number; readonly first: string };

/** Likes beyond which only the first is shown. */
const MOST_ALIKE = 4;

export function treeRows(root: BlobNode, open: ReadonlySet<string>, chosen: string): TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (node: BlobNode, depth: number): void => {
    const isOpen = open.has(node.path);
    rows.push({ kind: "node", key: node.path, node, depth, isOpen });
    if (!isOpen) return;
    for (const run of runsOf(node.children)) {
      const [first] = run;
      const key = `${first!.path} and more`;
      const isFolded = run.length > MOST_ALIKE && !open.has(key) && !run.slice(1).some(({ path }) => path === chosen);
      for (const child of isFolded ? [first!] : run) add(child, depth + 1);
      if (isFolded) rows.push({ kind: "more", key, text: `${run.length - 1} more ${kindOf(first!)}`, depth: depth + 1, first: run[1]!.path });
    }
  };
  add(root, 0);
  return rows;
}

/** Neighbours whose names are the same but for the address. */
function runsOf(nodes: readonly BlobNode[]): BlobNode[][] {
  const runs: BlobNode[][] = [];
  for (const node of nodes) {
    const run = runs.at(-1);
    if (run !== undefined && kindOf(run[0]!) === kindOf(node)) run.push(node);
    else runs.push([node]);
  }
  return runs;
}

const kindOf = ({ way }: BlobNode): string => way.at(-1)!.name.split("@")[0]!;
