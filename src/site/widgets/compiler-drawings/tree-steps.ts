/** `total += each * 2`, node by node as the front end lowers it, and what each node adds to the list. */

export interface TreeNode {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Another of TREE; the root has none. */
  readonly parent?: number;
}

/** In the order in which they are done. */
export const TREE: readonly TreeNode[] = [
  { text: "total", x: 10, y: 92, parent: 4 },
  { text: "each", x: 96, y: 164, parent: 3 },
  { text: "2", x: 206, y: 164, parent: 3 },
  { text: "*", x: 150, y: 92, parent: 4 },
  { text: "+=", x: 80, y: 20 },
];

export interface TreeStep {
  readonly says: string;
  /** Operations, as `o2p build --emit ir --no-optimize` prints them. */
  readonly adds: readonly string[];
}

/** A step a node of TREE. */
export const STEPS: readonly TreeStep[] = [
  { says: "total is a variable. Where it can be assigned needs no computing, and its value is there: v15.", adds: [] },
  { says: "each has just been loaded: v14.", adds: [] },
  { says: "A literal is a constant.", adds: ["v16: number = constant 2"] },
  {
    says: "Its operands are v14 and v16. A product of two numbers: six operations, of which four ask whether 64 bits were enough, and the last whether it is safe.",
    adds: ["v17: raw = mul v14, v16", "v18: raw = smulh v14, v16", "v19: raw = constant 63", "v20: raw = ashr v17, v19", "guard eq v18, v20 else unsafe", "v22: number = safe v17"],
  },
  { says: "Its operands are v15 and v22. The sum is what total is from here on.", adds: ["v23: raw = add v15, v22", "v24: number = safe v23"] },
];
