// What is done to a device, ours and QEMU's: an access to a register, or something from outside. Each step has a line of
// text, so that a recording can be read:
//
//   r4 018            read 4 bytes at 0x018        line              is the interrupt line high?
//   w2 030 301        write 0x301, 2 bytes         pin 3 1           pull pin 3 up
//   load 40000000 10  read RAM, 0x10 bytes         wire 6869         bytes come over the serial line
//   store 40000000 0a write RAM                    sent              what went out since last asked

export type Step =
  | { readonly do: "read"; readonly at: number; readonly bytes: number }
  | { readonly do: "write"; readonly at: number; readonly bytes: number; readonly value: bigint }
  | { readonly do: "line" }
  | { readonly do: "pin"; readonly pin: number; readonly level: 0 | 1 }
  | { readonly do: "wire"; readonly words: readonly number[] }
  | { readonly do: "sent" }
  | { readonly do: "load"; readonly address: bigint; readonly length: number }
  | { readonly do: "store"; readonly address: bigint; readonly words: readonly number[] };

export type Access = Extract<Step, { readonly at: number }>;

export const read = (at: number, bytes = 4): Access => ({ do: "read", at, bytes });

export const write = (at: number, value: number | bigint, bytes = 4): Access =>
  ({ do: "write", at, bytes, value: BigInt.asUintN(8 * bytes, BigInt(value)) });

export const LINE: Step = { do: "line" };
export const SENT: Step = { do: "sent" };

export const hexBytes = (bytes: Iterable<number>): string => Buffer.from([...bytes]).toString("hex");

export function textOf(step: Step): string {
  switch (step.do) {
    case "read": return `r${step.bytes} ${address(step.at)}`;
    case "write": return `w${step.bytes} ${address(step.at)} ${step.value.toString(16)}`;
    case "line": case "sent": return step.do;
    case "pin": return `pin ${step.pin} ${step.level}`;
    case "wire": return `wire ${hexBytes(step.words)}`;
    case "load": return `load ${step.address.toString(16)} ${step.length.toString(16)}`;
    case "store": return `store ${step.address.toString(16)} ${hexBytes(step.words)}`;
  }
}

const address = (at: number): string => at.toString(16).padStart(3, "0");

/** Whether a step has an answer. */
export const asks = (step: Step): boolean => ["read", "line", "sent", "load"].includes(step.do);
