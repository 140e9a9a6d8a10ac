// The two computers that are held side by side, QEMU's virt board and ours, given the same image, memory and devices.

import { Dialogue } from "../../cli/dialogue";
import { COMMAND } from "../../cli/o2p";

/** One computer, whoever builds it. */
export interface Setup {
  /** The kernel, or the flash's contents. */
  readonly kernel?: string;
  readonly bios?: string;
  readonly initrd?: string;
  readonly append?: string;
  readonly memory: number;
  readonly cpus: number;
  readonly gic: 2 | 3;
  readonly disk?: string;
  /** Datagrams with one frame each: the port here, and the port of the far end. */
  readonly net?: { readonly local: number; readonly remote: number };
  /** Our own, as --pcap FILE. */
  readonly ours?: readonly string[];
}

export const o2pBoot = (args: readonly string[]): Dialogue => new Dialogue(process.execPath, [COMMAND, "boot", ...args]);

export function ours({ kernel, bios, initrd, append, memory, cpus, gic, disk, net, ours: own = [] }: Setup): Dialogue {
  return o2pBoot([
    ...(kernel === undefined ? [] : [kernel]),
    ...option("--bios", bios), ...option("--initrd", initrd), ...option("--append", append),
    "--memory", String(memory), "--cpus", String(cpus), "--gic", String(gic),
    ...option("--disk", disk),
    ...option("--net", net && `udp:127.0.0.1:${net.local},127.0.0.1:${net.remote}`),
    ...own,
  ]);
}

/**
 * `max` without what our profile has not, as far as QEMU 7.2 lets one. What it cannot leave away: BTI, RNG, SSBS,
 * I8MM, BF16, DGH, FHM, SM3, SM4, ILRCPC, DCPOP and DCPODP, DIT, RAS, AArch32, stage 2.
 */
const CPU = "max,pauth=off,sve=off,sme=off,lpa2=off,pmu=off";

export function qemu({ kernel, bios, initrd, append, memory, cpus, gic, disk, net }: Setup): Dialogue {
  return new Dialogue("qemu-system-aarch64", [
    // Without randomness: our device tree has no kaslr-seed either.
    "-machine", `virt,gic-version=${gic},dtb-randomness=off`, "-cpu", CPU, "-accel", "tcg",
    "-m", String(memory), "-smp", String(cpus), "-display", "none", "-serial", "stdio", "-monitor", "none",
    "-global", "virtio-mmio.force-legacy=false",
    ...option("-kernel", kernel), ...option("-bios", bios), ...option("-initrd", initrd), ...option("-append", append),
    ...(disk === undefined ? [] : ["-drive", `if=none,id=disk,format=raw,file=${disk}`, "-device", "virtio-blk-device,drive=disk"]),
    ...(net === undefined
      ? ["-nic", "none"]
      : ["-netdev", `dgram,id=net,local.type=inet,local.host=127.0.0.1,local.port=${net.local},remote.type=inet,remote.host=127.0.0.1,remote.port=${net.remote}`,
         "-device", "virtio-net-device,netdev=net"]),
  ]);
}

const option = (name: string, value: string | undefined): string[] => (value === undefined ? [] : [name, value]);
