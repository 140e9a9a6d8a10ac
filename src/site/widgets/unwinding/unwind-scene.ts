/** Five calls that wait for each other, and the linker's table of the calls that stand in a try block. Places are offsets in an image. */

export interface Call {
  readonly callee: string;
  readonly caller: string;
  readonly returnsTo: number;
  /** Bytes of the callee's frame. */
  readonly frameBytes: number;
}

export interface HandlerRow {
  readonly returnsTo: number;
  readonly handler: number;
  readonly owner: string;
}

/** From the innermost out: whoever throws has called the runtime. */
export const calls: readonly Call[] = [
  { callee: "throwException", caller: "read", returnsTo: 0x15c, frameBytes: 48 },
  { callee: "read", caller: "tell", returnsTo: 0x20c, frameBytes: 32 },
  { callee: "tell", caller: "tryToTell", returnsTo: 0x268, frameBytes: 32 },
  { callee: "tryToTell", caller: "start", returnsTo: 0x330, frameBytes: 96 },
  { callee: "start", caller: "_start", returnsTo: 0x0bc, frameBytes: 32 },
];

/** Try blocks around calls that wait: each can be there or not. */
export const ownHandlers: readonly HandlerRow[] = [
  { returnsTo: 0x15c, handler: 0x168, owner: "read" },
  { returnsTo: 0x268, handler: 0x280, owner: "tryToTell" },
  { returnsTo: 0x330, handler: 0x348, owner: "start" },
];

/** Try blocks of functions that nobody has called at the moment. */
const otherHandlers: readonly HandlerRow[] = [
  { returnsTo: 0x1b4, handler: 0x1e0, owner: "open" },
  { returnsTo: 0x1c4, handler: 0x1e0, owner: "open" },
  { returnsTo: 0x3a8, handler: 0x3c8, owner: "close" },
];

/** The table with those of `ownHandlers` that are there, sorted as the linker sorts it. */
export const handlerRows = (present: readonly boolean[]): readonly HandlerRow[] =>
  [...otherHandlers, ...ownHandlers.filter((_, i) => present[i])].sort((a, b) => a.returnsTo - b.returnsTo);
