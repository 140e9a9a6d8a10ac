// Off: the firmware does it, for who asks by its calling convention ("Arm Power State Coordination
// Interface", DEN0022, 5.9).

import { hypervisorCall, waitForInterrupt } from "../metal/machine";

const SYSTEM_OFF = 0x8400_0008n;

export function powerOff(): never {
  hypervisorCall(SYSTEM_OFF, 0n, 0n, 0n);
  for (;;) waitForInterrupt();
}
