/** What is seen of the devices: registers whose reading changes nothing, queues, timers, the interrupt controller. */

/** An interrupt that is on, or asks. */
export interface InterruptView {
  readonly intid: number;
  readonly isOn: boolean;
  readonly isPending: boolean;
  readonly isActive: boolean;
  readonly priority: number;
}

export interface QueueView {
  readonly size: number;
  readonly descriptors: bigint;
  readonly available: bigint;
  readonly used: bigint;
  /** What the driver has made available, what the device has taken, what it has given back: all counted from 0, modulo 65536. */
  readonly offered: number;
  readonly taken: number;
  readonly returned: number;
}

export interface VirtioView {
  readonly slot: number;
  readonly id: number;
  readonly status: number;
  readonly features: bigint;
  readonly fault: string | undefined;
  /** undefined: not set up. */
  readonly queues: readonly (QueueView | undefined)[];
}

export interface RegisterReading {
  /** The manual's name, and which one if there are several. */
  readonly name: string;
  readonly value: bigint;
}

export interface RegistersOf {
  /** Of register-lists.ts. */
  readonly kind: string;
  readonly registers: readonly RegisterReading[];
}

export interface DeviceView {
  readonly interrupts: readonly InterruptView[];
  /** A GICv2's, of the CPU whose turn it is. A GICv3's are system registers. */
  readonly cpuInterface: { readonly mask: number; readonly running: number } | undefined;
  /** Bytes that have come, and wait to be read. */
  readonly received: readonly number[];
  readonly registers: readonly RegistersOf[];
  readonly virtio: readonly VirtioView[];
}
