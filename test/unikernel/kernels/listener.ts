// It listens to a line on which nothing of the board is: who knocks there is somebody outside.

import "../../../src/unikernel/boot/entry";
import { onInterrupt } from "../../../src/unikernel/events/events";

const LINE = 72;

export function start(): void {
  onInterrupt(LINE, "edge", () => { console.log("heard"); });
}
