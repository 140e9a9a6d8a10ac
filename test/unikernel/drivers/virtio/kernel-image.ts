// The image of ../../kernels/virtio-devices.ts, which several tests boot: built when it is asked for first.

import { buildProgram } from "../../../../src/compiler/build";
import { REPOSITORY } from "../../../compiler/hosted";

let image: Uint8Array | undefined;

export function kernelImage(): Uint8Array {
  return image ??= buildProgram(REPOSITORY, "test/unikernel/kernels/virtio-devices.ts").image;
}
