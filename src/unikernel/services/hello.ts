// The least service: it says that it is there, and the machine powers off.

import "../boot/entry";

export function start(): void {
  console.log("hello from the upper half");
}
