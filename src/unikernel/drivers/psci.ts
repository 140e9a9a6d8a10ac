// The firmware that switches the machine off and on ("Arm Power State Coordination Interface",
// DEN0022), and how it is called: by HVC where a hypervisor is it, by SMC where EL2 is the kernel's
// own, which it has left. The device tree's /psci/method says which.

import { deviceTree } from "../device-tree/flattened-tree";
import { childCalled, hasText } from "../device-tree/lookup";
import { readSystemRegister } from "../metal/system-register";
import { powerOff, reset, useConduit } from "../runtime/power";

/** ID_AA64PFR0_EL1.EL2: 0 if there is none. */
const EL2 = 0xf00n;

/** Without a tree, an EL2 is taken for the kernel's own. @noalloc */
export function findFirmware(): void {
  useConduit((readSystemRegister("ID_AA64PFR0_EL1") & EL2) === 0n ? "hvc" : "smc");
  const node = childCalled(deviceTree, deviceTree.root, "psci");
  if (node === 0n) return;
  const method = deviceTree.property(node, "method");
  if (hasText(method, "hvc")) useConduit("hvc");
  if (hasText(method, "smc")) useConduit("smc");
}

export { powerOff, reset };
