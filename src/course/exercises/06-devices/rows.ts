// The exercises of chapter 6, in the order in which the chapter meets them.

import type { ExerciseRow } from "../exercise";
import { BOARD_EXERCISES } from "./board-rows";
import { DEVICE_TREE_EXERCISES } from "./device-tree-rows";
import { GIC_EXERCISES } from "./gic-rows";
import { TIME_EXERCISES } from "./time-rows";
import { UART_EXERCISES } from "./uart-rows";
import { VIRTIO_EXERCISES } from "./virtio-rows";

export const DEVICE_EXERCISES: readonly ExerciseRow[] = [
  ...UART_EXERCISES, ...DEVICE_TREE_EXERCISES, ...GIC_EXERCISES, ...TIME_EXERCISES, ...VIRTIO_EXERCISES, ...BOARD_EXERCISES,
];
