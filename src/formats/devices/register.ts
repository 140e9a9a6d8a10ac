// What a device's manual tabulates of its registers: where each is, how wide, who may read or write
// it, and what its fields mean. The device, its driver and the figures read the same rows.

/** The manual's bits, "7:0" or "4"; its name for them; one sentence without a full stop. */
export type DeviceField = readonly [bits: string, name: string, meaning: string];

export interface DeviceRegister {
  /** From the device's first byte. */
  readonly offset: number;
  readonly access: "RO" | "WO" | "RW";
  /** The manual's: "Interrupt mask set/clear register". */
  readonly title: string;
  /** Bytes of it, or of each: 4, unless it says. */
  readonly width?: 1 | 2 | 4 | 8;
  /** How many there are, one behind the other: 1, unless it says. */
  readonly count?: number;
  readonly fields?: readonly DeviceField[];
}

/** By the manual's names: "UARTDR". */
export type DeviceRegisters = Readonly<Record<string, DeviceRegister>>;
