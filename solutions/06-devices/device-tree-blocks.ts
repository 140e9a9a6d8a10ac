import type { DeviceTreeParts } from "../../src/formats/device-tree/parts";

/**
 * The two blocks of a device tree's blob that hold the tree. A node is { name, properties, children }, a property is
 * { name, value }; a name has one byte a character, and `value` is bytes.
 *
 * The structure block is tokens, 32 bits each and big-endian, every one of them at a multiple of 4:
 *
 *   1  a node begins     behind it its name and a NUL, and zeros up to a multiple of 4; then the tokens of its
 *                        properties, then those of its children, and last
 *   2  it ends
 *   3  a property        behind it two words: the length of the value, and where in the strings block its name is;
 *                        then the value, and zeros up to a multiple of 4
 *   9  the block ends    behind the root, once
 *
 * The strings block has the properties' names, a NUL behind each, and each name once.
 */
export const blocksOf: DeviceTreeParts["blocksOf"] = (root) => {
  const structure: number[] = [];
  const strings: number[] = [];
  const offsets = new Map<string, number>();

  const offsetOf = (name: string): number => {
    const offset = offsets.get(name) ?? strings.length;
    if (!offsets.has(name)) strings.push(...textBytes(name));
    offsets.set(name, offset);
    return offset;
  };
  const align = (): void => {
    while (structure.length % 4 !== 0) structure.push(0);
  };
  const addNode = ({ name, properties, children }: Node): void => {
    structure.push(...wordBytes(BEGIN_NODE), ...textBytes(name));
    align();
    for (const property of properties) {
      structure.push(...wordBytes(PROPERTY), ...wordBytes(property.value.length), ...wordBytes(offsetOf(property.name)));
      for (const byte of property.value) structure.push(byte);
      align();
    }
    for (const child of children) addNode(child);
    structure.push(...wordBytes(END_NODE));
  };

  addNode(root);
  structure.push(...wordBytes(END));
  return { structure: Uint8Array.from(structure), strings: Uint8Array.from(strings) };
};

type Node = Parameters<DeviceTreeParts["blocksOf"]>[0];

const BEGIN_NODE = 1;
const END_NODE = 2;
const PROPERTY = 3;
const END = 9;

const wordBytes = (word: number): number[] => [24, 16, 8, 0].map((shift) => (word >>> shift) & 0xff);

const textBytes = (text: string): number[] => [...Array.from(text, (character) => character.charCodeAt(0)), 0];
