import type { MmuQuestions } from "../../src/course/exercises/04-mmu/questions";

/*
 * The question to practise on. If your instructor has given you one of your own, with other numbers in it, write
 * the answer to that one here.
 *
 * The Cinnabar is a computer that was never built. Its virtual addresses have 64 bits, of which the low 34 count:
 *
 *     33:29    5 bits   the index into the table of level 0
 *     28:21    8 bits   the index into the table of level 1
 *     20:16    5 bits   the index into the table of level 2
 *     15:10    6 bits   the index into the table of level 3
 *     9:0     10 bits   the offset in a page of 1024 bytes
 *
 * The bits above, 63 to 34, must be what bit 33 is.
 *
 * An entry of a table is a word of 64 bits. Entries are 8 bytes apart, and entry 0 is at
 * the table's address. In an entry:
 *
 *     bit 56       1: writing is allowed
 *     bit 53       1: there is something here
 *     bit 51       0: reading is allowed
 *     bit 45       1: it is a leaf
 *     bits 33:9    the frame number
 *     bit  1       1: executing is allowed
 *
 * All other bits may be anything. A physical address is the frame number, times the size of a page.
 *
 * An entry that is not a leaf has the frame number of the next level's table. At level 3 every entry is a leaf,
 * whatever its bit says. A leaf of an earlier level maps all that its table does not resolve, and all that later levels would:
 * at level 2, 65536 bytes. The bits of its frame number that are for smaller pages must be 0.
 *
 * An access must be allowed by every entry on the way, from level 0 to the leaf.
 *
 * What is wrong with the first entry that something is wrong with is the answer. Of one entry, the first of these counts:
 *
 *     120            the address is none of this computer's: nothing is read at all
 *     144 + 2 * L    there is nothing there
 *     192 + 2 * L    it does not allow the access
 *     30 + 2 * L     it is a leaf, and its frame number has a 1 where it must be 0
 *
 * In these, L is the level of the entry, 0 being the first: each level further down is 2 more.
 *
 * Write `foreignTranslate(va, access, root, memory)`: `access` is "read", "write" or "execute"; `root` is the address of the
 * table of level 0; `memory` is a list of [address, word], and what is not in it is 0. It gives { kind: "found", address }
 * or { kind: "fault", code }. For example:
 *
 *     foreignTranslate(0x47fa64e0n, "read", 0x647788c00n, [
 *       [0x565fd7cc8n, 0xfbb6c7b8da768fd5n],
 *       [0x647788c18n, 0xd7ab8f0290000080n],
 *       [0x647788c10n, 0xf7345c23fb805506n],
 *       [0x4193e0d8n, 0xa83a1cbcff1f80cdn],
 *       [0x565fd7cd0n, 0xaf3daaea9a740cf9n],
 *       [0x4193e0d0n, 0xb1e7cf7eb2febe4dn],
 *       [0x7f700aa00n, 0xecbd8af144900093n],
 *       [0x7f700a9f8n, 0xaf7181b820c9f10cn],
 *     ])   { kind: "found", address: 0x1b4ed1ce0n }
 *     foreignTranslate(0xffffffff222d480bn, "execute", 0x3ee544400n, [
 *       [0x6a37a5470n, 0xf07a798b2c908117n],
 *       [0x1c60bdc88n, 0x742888db51bd2ba6n],
 *       [0x3ee5444d0n, 0xa9a40849a0000050n],
 *       [0x1c60bdc90n, 0x22b383e6df00014fn],
 *       [0x3ee5444c8n, 0x492dd9b4e305ee36n],
 *       [0x6a37a5468n, 0xb724b2356f58019bn],
 *     ])   { kind: "found", address: 0x2deb0480bn }
 *     foreignTranslate(0xfffffffe39652c4fn, "write", 0x7b1a22000n, [
 *       [0x2d0c81860n, 0xe63ebb5ab42a3222n],
 *       [0x7b1a22088n, 0x21721a5d51fc7b1en],
 *       [0x4cc7a1430n, 0xb72d9e0c8e5c80e1n],
 *       [0x7b1a22090n, 0x35290891f0000129n],
 *       [0x2a3f8fa58n, 0x576486ee663d0b2cn],
 *       [0x4cc7a1428n, 0x95a0c20168640c59n],
 *       [0x2a3f8fa60n, 0x8b7255b64c6001b7n],
 *       [0x2d0c81858n, 0x20b65a1c299db497n],
 *     ])   { kind: "fault", code: 198 }
 *     foreignTranslate(0x11ebe53d3n, "read", 0x7ac50f400n, [
 *       [0x47240c8a8n, 0x6bf4e546299bc616n],
 *       [0x7ac50f440n, 0xa3486db75385252n],
 *       [0x277cd88f8n, 0x2eb896c8dca780cbn],
 *       [0x47240c8a0n, 0x8e340f6dbf79a4e4n],
 *       [0x6ea70aba8n, 0x628a05713be6c569n],
 *       [0x7ac50f448n, 0xf06a5ebe30000031n],
 *       [0x6ea70abb0n, 0xd2215c96d7c001ban],
 *       [0x277cd88f0n, 0xd5639eda392065ffn],
 *     ])   { kind: "fault", code: 146 }
 *     foreignTranslate(0x7fffffffb111869fn, "write", 0x66aef0800n, [
 *       [0x66aef08f0n, 0xe6f7d0c3e000005cn],
 *       [0x159ab1888n, 0x333916fe8e100182n],
 *       [0x159ab1880n, 0x81b54e0362600513n],
 *       [0x66aef08e8n, 0xef6c5070acd58ab6n],
 *       [0x6c4c00878n, 0xf921103872628054n],
 *       [0x67a9ccdd0n, 0xd5ec3fe0a18c336fn],
 *       [0x67a9ccdc8n, 0xdfef45b4b4a20179n],
 *       [0x6c4c00870n, 0xf7f0193f3d4e6704n],
 *     ])   { kind: "fault", code: 120 }
 */

export const foreignTranslate: MmuQuestions["foreignTranslate"] = (va, access, root, memory) => {
  throw new Error(`Return where 0x${va.toString(16)} leads for "${access}", from the table at 0x${root.toString(16)} on, in ${memory.length} words of memory.`);
};
