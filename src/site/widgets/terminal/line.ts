/**
 * The wire between a machine's serial port and whoever shows it. Whoever connects late hears what was said
 * before, as far as it is kept: the terminal comes in a piece of its own, behind the machine's first words.
 */
export type Receive = (bytes: Uint8Array) => void;

const keptBytes = 256 * 1024;

export class Line {
  readonly #send: Receive;
  readonly #said: Uint8Array[] = [];
  #saidBytes = 0;
  #receive: Receive | undefined;
  #clear: (() => void) | undefined;

  /** `send` takes what is typed. */
  constructor(send: Receive) {
    this.#send = send;
  }

  /** From the terminal to the machine. */
  type(bytes: Uint8Array): void {
    this.#send(bytes);
  }

  /** From the machine to the terminal. */
  say(bytes: Uint8Array): void {
    this.#keep(bytes);
    this.#receive?.(bytes);
  }

  /** Another machine begins: the terminal is empty again. */
  clear(): void {
    this.#said.length = 0;
    this.#saidBytes = 0;
    this.#clear?.();
  }

  /** One at a time. Returns what disconnects it. */
  connect(receive: Receive, clear: () => void): () => void {
    for (const bytes of this.#said) receive(bytes);
    this.#receive = receive;
    this.#clear = clear;
    return () => {
      this.#receive = undefined;
      this.#clear = undefined;
    };
  }

  #keep(bytes: Uint8Array): void {
    this.#said.push(bytes);
    this.#saidBytes += bytes.length;
    while (this.#saidBytes > keptBytes && this.#said.length > 1) this.#saidBytes -= this.#said.shift()!.length;
  }
}
