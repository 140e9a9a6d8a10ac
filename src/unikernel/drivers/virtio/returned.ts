// What a driver makes of an entry of the used ring.

export class Returned {
  /** The number of the chain's first descriptor. */
  readonly head: number;
  /** How many bytes the device says that it has written. */
  readonly written: number;
  /** Why it cannot be so; empty: it can. */
  readonly lie: string;

  constructor(head: number, written: number, lie: string) {
    this.head = head;
    this.written = written;
    this.lie = lie;
  }
}
