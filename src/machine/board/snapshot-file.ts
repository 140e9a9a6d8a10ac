// A machine's state as a file: taken in the middle of something, to be gone on with elsewhere.
//
//   "o2p snapshot" (12)   so that nobody takes it for something else
//   version (4)           of this format
//   length (8)            of the whole file
//   checksum (4)          CRC-32 of what follows
//   blocks                the state, a value (snapshot-values.ts), compressed (snapshot-blocks.ts)

import { UserFault } from "../../base/fault";
import { crc32 } from "./crc32";
import { BlockReader, BlockWriter } from "./snapshot-blocks";
import { readValue, writeValue } from "./snapshot-values";

const MAGIC = "o2p snapshot";
const VERSION = 2;

const AT_VERSION = MAGIC.length;
const AT_LENGTH = AT_VERSION + 4;
const AT_CHECKSUM = AT_LENGTH + 8;
const HEADER_SIZE = AT_CHECKSUM + 4;

/**
 * `state` is plain data: numbers, bigints, booleans, strings, null, undefined, Uint8Arrays,
 * BigUint64Arrays, arrays and plain objects of these.
 */
export function encodeSnapshot(state: unknown): Uint8Array {
  const out = new BlockWriter();
  writeValue(out, state);
  const blocks = out.end();
  const file = new Uint8Array(blocks.reduce((sum, { length }) => sum + length, HEADER_SIZE));
  let at = HEADER_SIZE;
  for (const block of blocks) {
    file.set(block, at);
    at += block.length;
  }
  for (let i = 0; i < MAGIC.length; i++) file[i] = MAGIC.charCodeAt(i);
  const header = new DataView(file.buffer);
  header.setUint32(AT_VERSION, VERSION, true);
  header.setBigUint64(AT_LENGTH, BigInt(file.length), true);
  header.setUint32(AT_CHECKSUM, crc32(file.subarray(HEADER_SIZE)), true);
  return file;
}

/** What encodeSnapshot() was given. */
export function decodeSnapshot(file: Uint8Array): unknown {
  for (let i = 0; i < MAGIC.length; i++) {
    if (file[i] !== MAGIC.charCodeAt(i)) {
      throw new UserFault(`not a snapshot: it does not begin with "${MAGIC}"`);
    }
  }
  if (file.length < HEADER_SIZE) throw new UserFault("the snapshot is truncated: take it again");
  const header = new DataView(file.buffer, file.byteOffset, HEADER_SIZE);
  const version = header.getUint32(AT_VERSION, true);
  if (version !== VERSION) {
    throw new UserFault(`the snapshot is of version ${version}; this reads version ${VERSION}`);
  }
  const length = header.getBigUint64(AT_LENGTH, true);
  if (length !== BigInt(file.length)) {
    const sizes = `it should have ${length} bytes, and has ${file.length}`;
    throw new UserFault(`the snapshot is truncated, or has grown: ${sizes}`);
  }
  const content = file.subarray(HEADER_SIZE);
  if (crc32(content) !== header.getUint32(AT_CHECKSUM, true)) {
    throw new UserFault("the snapshot is damaged: its checksum is wrong");
  }
  return readValue(new BlockReader(content));
}
