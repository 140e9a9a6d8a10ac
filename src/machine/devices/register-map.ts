// A device's registers at work: for each row of its table, what reading and writing it do. Names
// and access come from the table, so a register that is forgotten, misspelt, or read though it is
// write-only does not compile.

import { bug } from "../../base/bug";
import type { DeviceRegister, DeviceRegisters } from "../../formats/devices/register";

/** `index` counts within a row that has several. A register of 8 bytes is a bigint. */
type ValueOf<Row> = Row extends { readonly width: 8 } ? bigint : number;
type Read<D, V> = { readonly read: (device: D, index: number) => V };
type Write<D, V> = { readonly write: (device: D, value: V, index: number) => void };
type Does<D, Row extends DeviceRegister> =
  Row["access"] extends "RO" ? Read<D, ValueOf<Row>>
  : Row["access"] extends "WO" ? Write<D, ValueOf<Row>>
  : Read<D, ValueOf<Row>> & Write<D, ValueOf<Row>>;

/** What each register of the table T does in a device D. */
export type Behaviour<D, T extends DeviceRegisters> = {
  readonly [Name in keyof T]: Does<D, T[Name]>;
};

interface Slot<D> {
  readonly width: 1 | 2 | 4 | 8;
  readonly index: number;
  readonly offset: number;
  readonly read: ((device: D, index: number) => number | bigint) | undefined;
  readonly write: ((device: D, value: never, index: number) => void) | undefined;
}

/** A slot of bytes: what an access touches of it. */
interface Part<D> {
  readonly slot: Slot<D>;
  /** Of the access, and of the register: where the part begins, in bits; how many there are. */
  readonly at: bigint;
  readonly from: bigint;
  readonly bits: number;
}

export class RegisterMap<D> {
  /** By each offset that a register covers. */
  readonly #slots = new Map<number, Slot<D>>();

  constructor(table: DeviceRegisters, behaviour: Readonly<Record<string, object>>) {
    for (const [name, row] of Object.entries(table)) {
      const { offset, width = 4, count = 1 } = row;
      const { read, write } = (behaviour[name] ?? bug(`${name} does nothing`)) as Partial<Slot<D>>;
      for (let index = 0; index < count; index++) {
        this.#put(name, { width, index, offset: offset + width * index, read, write });
      }
    }
  }

  /** A map whose rows are held to the table by their types. */
  static of<D, const T extends DeviceRegisters>(
    table: T, behaviour: Behaviour<D, T>,
  ): RegisterMap<D> {
    return new RegisterMap<D>(table, behaviour);
  }

  /** Reserved and write-only registers read as zero, as on most Arm peripherals. */
  read(device: D, offset: number, bytes: number): bigint {
    let value = 0n;
    for (const { slot, at, from, bits } of this.#parts(offset, bytes)) {
      const register = BigInt.asUintN(8 * slot.width, BigInt(slot.read?.(device, slot.index) ?? 0));
      value |= BigInt.asUintN(bits, register >> from) << at;
    }
    return value;
  }

  /**
   * Writes to reserved and read-only registers are ignored. A write of part of a register finds
   * zeros in the rest of it.
   */
  write(device: D, offset: number, bytes: number, value: bigint): void {
    for (const { slot, at, from, bits } of this.#parts(offset, bytes)) {
      const part = BigInt.asUintN(bits, value >> at) << from;
      slot.write?.(device, (slot.width === 8 ? part : Number(part)) as never, slot.index);
    }
  }

  #put(name: string, slot: Slot<D>): void {
    if (slot.offset % slot.width !== 0) bug(`${name} is not aligned`);
    for (let at = slot.offset; at < slot.offset + slot.width; at++) {
      if (this.#slots.has(at)) bug(`${name} lies on another register`);
      this.#slots.set(at, slot);
    }
  }

  *#parts(offset: number, bytes: number): Generator<Part<D>> {
    for (let done = 0; done < bytes;) {
      const slot = this.#slots.get(offset + done);
      if (slot === undefined) {
        done++;
        continue;
      }
      const from = offset + done - slot.offset;
      const length = Math.min(slot.width - from, bytes - done);
      yield { slot, at: BigInt(8 * done), from: BigInt(8 * from), bits: 8 * length };
      done += length;
    }
  }
}
