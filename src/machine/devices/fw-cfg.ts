// fw_cfg: what the board knows, for whoever boots on it to ask (formats/devices/fw-cfg.ts).
//
// 1. Each register takes only the sizes of access it is made for; others are refused, as on QEMU's
//    board.
// 2. A request whose buffer is not all in RAM writes nothing but its ERROR.

import {
  FW_CFG, FW_CFG_ARCH_LOCAL, FW_CFG_DMA, FW_CFG_KEY_MASK, FW_CFG_REQUEST_SIZE,
} from "../../formats/devices/fw-cfg";
import type { GuestMemory, Peripheral } from "./device";

export interface FwCfgOptions {
  readonly memory: GuestMemory;
  /** By key. */
  readonly items: ReadonlyMap<number, Uint8Array>;
}

export interface FwCfgState {
  readonly key: number;
  /** Of the selected item, the bytes that have been read. */
  readonly done: number;
  /** Upper half of the DMA register, which waits for the lower. */
  readonly requestHigh: number;
}

const AT_RESET: FwCfgState = { key: 0, done: 0, requestHigh: 0 };

const EMPTY = new Uint8Array(0);
const ZEROS = new Uint8Array(0x1_0000);
const DMA_SIGNATURE = [..."QEMU CFG"].map((letter) => letter.charCodeAt(0));

export class FwCfg implements Peripheral<FwCfgState> {
  readonly #memory: GuestMemory;
  readonly #items: ReadonlyMap<number, Uint8Array>;
  #state = AT_RESET;

  constructor({ memory, items }: FwCfgOptions) {
    this.#memory = memory;
    this.#items = items;
  }

  read(offset: number, bytes: number): bigint | undefined {
    if (offset === FW_CFG.DATA.offset) return this.#next(bytes);
    const at = offset - FW_CFG.DMA.offset;
    return at >= 0 ? littleEndian(DMA_SIGNATURE.slice(at, at + bytes)) : undefined;
  }

  write(offset: number, bytes: number, value: bigint): boolean {
    const written = bigEndian(value, bytes);
    switch (offset) {
      case FW_CFG.DATA.offset:
        return true; // Items are read-only.
      case FW_CFG.SELECTOR.offset:
        if (bytes === 2) this.#select(Number(written));
        return bytes === 2;
      case FW_CFG.DMA.offset:
        if (bytes === 8) this.#request(written);
        if (bytes === 4) this.#state = { ...this.#state, requestHigh: Number(written) };
        return bytes >= 4;
      case FW_CFG.DMA.offset + 4:
        if (bytes === 4) this.#request((BigInt(this.#state.requestHigh) << 32n) | written);
        return bytes === 4;
      default:
        return false;
    }
  }

  reset(): void {
    this.#state = AT_RESET;
  }

  save(): FwCfgState {
    return this.#state;
  }

  restore(state: FwCfgState): void {
    this.#state = state;
  }

  #select(key: number): void {
    this.#state = { ...this.#state, key, done: 0 };
  }

  /** What is left of the selected item; nothing, if there is no such item. */
  get #rest(): Uint8Array {
    const { key, done } = this.#state;
    if ((key & FW_CFG_ARCH_LOCAL) !== 0) return EMPTY;
    return this.#items.get(key & FW_CFG_KEY_MASK)?.subarray(done) ?? EMPTY;
  }

  /** Passes over bytes, but not over the item's end. */
  #skip(bytes: number): void {
    const { done } = this.#state;
    this.#state = { ...this.#state, done: done + Math.min(bytes, this.#rest.length) };
  }

  #next(bytes: number): bigint {
    const next = this.#rest.subarray(0, bytes);
    this.#skip(bytes);
    return littleEndian(next);
  }

  /** Carries out what the 16 bytes at `address` ask for, and writes over them how it went. */
  #request(address: bigint): void {
    this.#state = { ...this.#state, requestHigh: 0 };
    const bytes = this.#memory.bytes(address, FW_CFG_REQUEST_SIZE);
    const isDone = bytes !== undefined && this.#carryOut(bytes);
    this.#memory.write(address, Uint8Array.of(0, 0, 0, isDone ? 0 : FW_CFG_DMA.ERROR));
  }

  /** READ comes before WRITE, and WRITE before SKIP. */
  #carryOut(request: Uint8Array): boolean {
    const view = new DataView(request.buffer, request.byteOffset, request.length);
    const control = view.getUint32(0);
    const length = view.getUint32(4);
    if ((control & FW_CFG_DMA.SELECT) !== 0) this.#select(control >>> 16);
    if ((control & FW_CFG_DMA.READ) !== 0) return this.#readTo(view.getBigUint64(8), length);
    const writes = (control & FW_CFG_DMA.WRITE) !== 0;
    if (writes || (control & FW_CFG_DMA.SKIP) !== 0) this.#skip(length);
    return !writes || length === 0; // Items are read-only, and here they do mind.
  }

  /** Behind the item's end there are zeros. */
  #readTo(buffer: bigint, length: number): boolean {
    const item = this.#rest.subarray(0, length);
    this.#skip(length);
    if (length === 0) return true;
    if (this.#memory.bytes(buffer, length) === undefined) return false;
    this.#memory.write(buffer, item);
    for (let at = item.length; at < length; at += ZEROS.length) {
      this.#memory.write(buffer + BigInt(at), ZEROS.subarray(0, length - at));
    }
    return true;
  }
}

function littleEndian(bytes: ArrayLike<number>): bigint {
  let value = 0n;
  for (let i = bytes.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i]!);
  return value;
}

/** The value of a big-endian register, of which the bus has the bytes the other way round. */
function bigEndian(value: bigint, bytes: number): bigint {
  let turned = 0n;
  for (let i = 0; i < bytes; i++) turned = (turned << 8n) | ((value >> BigInt(8 * i)) & 0xffn);
  return turned;
}
