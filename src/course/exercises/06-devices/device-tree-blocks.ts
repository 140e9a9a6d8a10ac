import { UserFault } from "../../../base/fault";
import { readWord, writeWord } from "../../../formats/device-tree/big-endian";
import { blocksOf as ours } from "../../../formats/device-tree/blocks-of";
import { buildDeviceTree } from "../../../formats/device-tree/build";
import { readHeader } from "../../../formats/device-tree/header";
import { DeviceTree, type DeviceTreeNode } from "../../../formats/device-tree/node";
import type { Blocks, DeviceTreeParts } from "../../../formats/device-tree/parts";
import { readDeviceTree } from "../../../formats/device-tree/read";
import { FDT_END, FDT_PROP } from "../../../formats/device-tree/structure";
import { TokenReader } from "../../../formats/device-tree/token-reader";
import type { Case, Trial } from "../exercise";
import { Wrong } from "../wrong";
import { blockText, nodeText } from "./device-tree-text";
import { drawTree, node, textBytes } from "./device-trees";

type BlocksOf = DeviceTreeParts["blocksOf"];

/** What dtc 1.6.1 makes of the tree, in hexadecimal. */
function byDtc(root: DeviceTreeNode, structure: string, strings: string, why: string): Case<BlocksOf> {
  const bytes = (text: string): Uint8Array => Uint8Array.from(text.replace(/\s/g, "").match(/../g) ?? [], (pair) => parseInt(pair, 16));
  const want = { structure: bytes(structure), strings: bytes(strings) };
  return { args: [root], want, why: `${why}; the bytes are dtc's`, accept: acceptFor(root, want) };
}

/** Names may stand in the strings block in any order, and one in the end of another. All else is settled. */
function acceptFor(root: DeviceTreeNode, want: Blocks): (answer: unknown) => void {
  return (answer) => {
    const wrong = differenceOf(root, want, answer);
    if (wrong !== undefined) throw new Wrong(wrong);
  };
}

function differenceOf(root: DeviceTreeNode, want: Blocks, answer: unknown): string | undefined {
  const { structure, strings } = (answer ?? {}) as Partial<Record<keyof Blocks, unknown>>;
  if (!(structure instanceof Uint8Array) || !(strings instanceof Uint8Array)) return "the answer is not { structure, strings }, two Uint8Arrays";
  if (structure.length !== want.structure.length) return `the structure block has ${structure.length} bytes, not ${want.structure.length}`;
  if (strings.length > want.strings.length) return `the strings block has ${strings.length} bytes: each name once takes ${want.strings.length}`;
  try {
    const theirs = { structure, strings };
    const read = readDeviceTree(blobOf(root, theirs)).root;
    if (nodeText(read) !== nodeText(root)) return `it reads as ${nodeText(read)}`;
    const [a, b] = [theirs, want].map((blocks) => blockText(withoutNames(root, blocks)));
    return a === b ? undefined : "the padding is not zeros";
  } catch (error) {
    if (error instanceof UserFault) return error.message;
    throw error;
  }
}

const blobOf = (root: DeviceTreeNode, blocks: Blocks): Uint8Array => buildDeviceTree(new DeviceTree(root), { blocksOf: () => blocks });

/** The structure block, each name's offset 0. It can be read. */
function withoutNames(root: DeviceTreeNode, blocks: Blocks): Uint8Array {
  const blob = blobOf(root, blocks);
  const header = readHeader(blob);
  const tokens = new TokenReader(blob, header);
  const plain = blob.slice();
  do {
    tokens.next();
    if (tokens.token === FDT_PROP && readWord(plain, tokens.at) === FDT_PROP) writeWord(plain, tokens.at + 8, 0);
  } while (tokens.token !== FDT_END);
  return plain.subarray(header.off_dt_struct, header.off_dt_struct + header.size_dt_struct);
}

const BY_DTC: readonly Case<BlocksOf>[] = [
  byDtc(node(""), "00000001 00000000 00000002 00000009", "", "a root alone: its name is empty, and takes a NUL"),
  byDtc(node("", {}, [node("abc")]),
    "00000001 00000000 00000001 61626300 00000002 00000002 00000009", "", "a child with a name of three letters: the NUL fits in"),
  byDtc(node("", {}, [node("abcd"), node("e")]),
    "00000001 00000000 00000001 61626364 00000000 00000002 00000001 65000000 00000002 00000002 00000009", "", "four letters: the NUL takes a word of its own"),
  byDtc(node("", { reg: [0x1234_5678, 0xffff_ffff] }),
    "00000001 00000000 00000003 00000008 00000000 12345678 ffffffff 00000002 00000009", "72656700", "a property of two cells"),
  byDtc(node("", { model: textBytes("small"), on: [] }),
    "00000001 00000000 00000003 00000006 00000000 736d616c 6c000000 00000003 00000000 00000006 00000002 00000009",
    "6d6f64656c00 6f6e00", "a value of six bytes, and one of none"),
  byDtc(node("", { reg: [1] }, [node("a", { reg: [2] }, [node("b", { reg: [3] })]), node("c", { reg: [4] })]),
    `00000001 00000000 00000003 00000004 00000000 00000001 00000001 61000000 00000003 00000004 00000000 00000002
     00000001 62000000 00000003 00000004 00000000 00000003 00000002 00000002
     00000001 63000000 00000003 00000004 00000000 00000004 00000002 00000002 00000009`, "72656700", "the same name four times"),
];

const referenceCase = (root: DeviceTreeNode, why?: string): Case<BlocksOf> => {
  const want = ours(root);
  return { args: [root], want, accept: acceptFor(root, want), ...(why !== undefined && { why }) };
};

/** `count` nodes with a property each: more strings than fit in a byte's offset. */
const manyNames = (count: number): DeviceTreeNode =>
  node("", {}, Array.from({ length: count }, (_, i) => node(`n${i}`, { [`property-${i}`]: [i] })));

export const deviceTreeBlocks: Trial<BlocksOf> = {
  show: {
    call: (root) => `blocksOf(${nodeText(root)})`,
    answer: (answer) => `structure ${blockText(answer.structure)}, strings ${blockText(answer.strings)}`,
  },
  properties: [
    { title: "builds what dtc builds", cases: () => BY_DTC },
    {
      title: "knows no smallness",
      cases: () => [
        referenceCase(manyNames(40), "names further than 255 bytes into the strings block"),
        referenceCase(node("", { big: new Uint8Array(70_000).fill(0x5a) }), "a value of 70,000 bytes"),
        referenceCase(node("", { bytes: Uint8Array.of(0, 1, 2, 9, 255) }, [node("caf\xe9")]), "bytes that look like tokens, and a name beyond ASCII"),
      ],
    },
    {
      title: "agrees with the reference everywhere",
      cases: (draw) => draw.times(100, () => referenceCase(drawTree(draw, 4))),
    },
  ],
};
