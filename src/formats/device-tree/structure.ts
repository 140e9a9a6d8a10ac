// The structure block, which is the tree itself: tokens of 32 bits, some with something behind
// them, each padded to 4 bytes (Devicetree Specification 0.4, "Structure block").
//
//   FDT_BEGIN_NODE  name, NUL          a node begins; its properties, then its children follow
//   FDT_PROP        len, nameoff, len bytes      nameoff is where its name is in the strings block
//   FDT_END_NODE                       the node that began last ends
//   FDT_NOP                            nothing; a token can be blotted out with it
//   FDT_END                            the block ends

export const FDT_BEGIN_NODE = 1;
export const FDT_END_NODE = 2;
export const FDT_PROP = 3;
export const FDT_NOP = 4;
export const FDT_END = 9;

/** FDT_PROP's token, len and nameoff. */
export const PROP_SIZE = 12;

/** The next multiple of 4. */
export const aligned4 = (offset: number): number => Math.trunc((offset + 3) / 4) * 4;
