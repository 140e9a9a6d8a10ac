// What has been typed and the machine has not yet asked for. A UART's FIFO holds sixteen characters, a pipe sends a
// megabyte at once.

/** At a time: more would have to be held by the board, and saved with it. */
const PORTION = 2048;
/** Beyond this, whoever types should wait. */
const MUCH = 64 * 1024;

export class TypedInput {
  readonly #waiting: Uint8Array[] = [];
  #length = 0;

  /** Bytes that wait. */
  get length(): number {
    return this.#length;
  }

  get isMuch(): boolean {
    return this.#length > MUCH;
  }

  type(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#waiting.push(bytes);
    this.#length += bytes.length;
  }

  /** The next few bytes, which wait no more. */
  take(): Uint8Array | undefined {
    const first = this.#waiting.shift();
    if (first === undefined) return undefined;
    if (first.length > PORTION) this.#waiting.unshift(first.subarray(PORTION));
    const portion = first.subarray(0, PORTION);
    this.#length -= portion.length;
    return portion;
  }
}
