// What a driver does to a virtio device, ours and QEMU's, and what comes from the other side. Each step has a line of text:
//
//   r4 070             read 4 bytes at 0x70 of the device     out          what the device has sent since last asked:
//   w4 050 0           write 0 there                                       characters, or frames
//   load 40001000 10   read RAM                               in 6869      characters or a frame from outside
//   store 40001000 0a  write RAM                              await 40001002 5
//                                                             until those 16 bits of RAM are 5: QEMU takes its time

export type Step =
  | { readonly do: "read"; readonly at: number; readonly bytes: number; readonly mask?: number }
  | { readonly do: "write"; readonly at: number; readonly bytes: number; readonly value: number }
  | { readonly do: "load"; readonly address: number; readonly length: number }
  | { readonly do: "store"; readonly address: number; readonly bytes: Uint8Array }
  | { readonly do: "await"; readonly address: number; readonly value: number }
  | { readonly do: "in"; readonly bytes: Uint8Array }
  | { readonly do: "out" };

export const hexBytes = (bytes: Iterable<number>): string => Buffer.from([...bytes]).toString("hex");

const hex = (value: number): string => value.toString(16);

export function textOf(step: Step): string {
  switch (step.do) {
    case "read": return `r${step.bytes} ${hex(step.at)}${step.mask === undefined ? "" : ` & ${hex(step.mask)}`}`;
    case "write": return `w${step.bytes} ${hex(step.at)} ${hex(step.value)}`;
    case "load": return `load ${hex(step.address)} ${hex(step.length)}`;
    case "store": return `store ${hex(step.address)} ${hexBytes(step.bytes)}`;
    case "await": return `await ${hex(step.address)} ${hex(step.value)}`;
    case "in": return `in ${hexBytes(step.bytes)}`;
    case "out": return "out";
  }
}

/** Whether a step has an answer. */
export const asks = (step: Step): boolean => step.do === "read" || step.do === "load" || step.do === "out";

/** Bits of an answer to a read that are not compared. */
export function masked(answer: bigint, step: Step): bigint {
  return step.do === "read" && step.mask !== undefined ? answer & BigInt(step.mask) : answer;
}
