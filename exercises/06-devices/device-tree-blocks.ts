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
  throw new Error(`Return { structure, strings }, the blocks of a tree whose root has ${root.properties.length} properties and ${root.children.length} children.`);
};
