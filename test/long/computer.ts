// Other people's software on our machine, beside QEMU where that has something to say:
//
//   npx ts-node test/long/computer.ts [TRIAL ...]
//
// Needs Debian's qemu-system-arm, e2fsprogs, socat, dnsmasq-base, tshark and iproute2, and the images that
// `o2p images fetch` brings.

import { spawnSync } from "node:child_process";
import { UserFault } from "../../src/base/fault";
import { tryDisk } from "./computer/disk";
import { tryLinux } from "./computer/linux";
import { namespaced, tryNetwork } from "./computer/network";
import { trySnapshot } from "./computer/snapshot";
import { tryUBoot } from "./computer/u-boot";

const TRIALS: Readonly<Record<string, () => Promise<void>>> = {
  "u-boot": tryUBoot,
  "linux": () => tryLinux(1, 2),
  "linux-4-cpus-gicv3": () => tryLinux(4, 3),
  "disk": tryDisk,
  "network": tryNetwork,
  "snapshot": trySnapshot,
};

/** What says that this process is already where "network" is tried. */
const WITHIN = "--within-namespace";

async function main(args: readonly string[]): Promise<void> {
  const names = args.filter((each) => each !== WITHIN);
  for (const name of names.length > 0 ? names : Object.keys(TRIALS)) {
    const trial = TRIALS[name];
    if (trial === undefined) throw new UserFault(`no trial ${name}; there are ${Object.keys(TRIALS).join(", ")}`);
    console.log(`-- ${name}`);
    if (name === "network" && !args.includes(WITHIN)) elsewhere(name);
    else await trial();
  }
}

/** In a network namespace, by a process of its own. */
function elsewhere(name: string): void {
  const [command, ...args] = namespaced([process.execPath, "-r", "ts-node/register", __filename, name, WITHIN]);
  if (spawnSync(command!, args, { stdio: "inherit" }).status !== 0) throw new Error(`${name} failed`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof UserFault ? `computer: ${error.message}` : error);
  process.exitCode = error instanceof UserFault ? 2 : 1;
});
