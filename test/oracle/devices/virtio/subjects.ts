// The four devices that are compared: what QEMU is to plug in, so that it offers the same features, and ours.

import type { VirtioCard } from "../../../../src/machine/devices/virtio/card";
import { VirtioBlock } from "../../../../src/machine/devices/virtio/block";
import { VirtioConsole } from "../../../../src/machine/devices/virtio/console";
import { MemoryDisk } from "../../../../src/machine/devices/virtio/disk";
import { VirtioEntropy } from "../../../../src/machine/devices/virtio/entropy";
import { VirtioNet } from "../../../../src/machine/devices/virtio/net";
import { hexBytes } from "./step";

/** What a card is joined to, from the other side. */
export interface Plugged {
  readonly card: VirtioCard;
  receive(bytes: Uint8Array): void;
  /** What was sent since the last time, in hexadecimal. */
  takeSent(): string;
}

export interface Subject {
  readonly name: "block" | "net" | "console" | "entropy";
  /** `wire` is a socket's path, `disk` a file's. */
  options(wire: string, disk: string): readonly string[];
  plug(): Plugged;
  /** Bits of the low word of features that only one of the two offers. */
  readonly unlike: number;
  /** Features that a driver may accept, by their numbers, besides INDIRECT_DESC, EVENT_IDX and VERSION_1. */
  readonly features: readonly number[];
  readonly queues: number;
}

export const SECTORS = 256;
export const SERIAL = "o2p-0001";

/** Sector n is full of n. */
export const diskContent = (): Uint8Array => Uint8Array.from({ length: 512 * SECTORS }, (_, at) => at >> 9);

const nothingArrives = (): void => undefined;
const off = (...names: readonly string[]): string => names.map((name) => `,${name}=off`).join("");

const block: Subject = {
  name: "block",
  options: (_, disk) => [
    "-drive", `if=none,id=d,file=${disk},format=raw,discard=unmap,cache=unsafe`,
    "-device", `virtio-blk-device,drive=d,serial=${SERIAL}${off("config-wce", "queue_reset")}`,
  ],
  plug: () => ({
    card: new VirtioBlock({ disk: new MemoryDisk(diskContent()), serial: SERIAL }),
    receive: nothingArrives,
    takeSent: () => "",
  }),
  unlike: 1 << 4, // QEMU makes up a geometry.
  features: [2, 6, 9, 10, 13, 14],
  queues: 1,
};

const net: Subject = {
  name: "net",
  options: (wire) => [
    "-netdev", `stream,id=n,server=off,addr.type=unix,addr.path=${wire}`,
    "-device", `virtio-net-device,netdev=n,mac=52:54:00:12:34:56${off(
      "csum", "gso", "guest_csum", "guest_tso4", "guest_tso6", "guest_ecn", "guest_ufo", "host_tso4", "host_tso6", "host_ecn", "host_ufo",
      "ctrl_vq", "ctrl_rx", "ctrl_vlan", "ctrl_rx_extra", "ctrl_mac_addr", "ctrl_guest_offloads", "guest_announce", "queue_reset",
    )}`,
  ],
  plug: () => {
    let sent: Uint8Array[] = [];
    const card = new VirtioNet({ mac: Uint8Array.of(0x52, 0x54, 0, 0x12, 0x34, 0x56), send: (frame) => { sent.push(frame); } });
    return {
      card,
      receive: (frame) => { card.receive(frame); },
      takeSent: () => {
        const taken = sent.map(hexBytes).join(" ");
        sent = [];
        return taken;
      },
    };
  },
  unlike: 0,
  features: [5, 15, 16],
  queues: 2,
};

const console_: Subject = {
  name: "console",
  options: (wire) => [
    "-chardev", `socket,id=c,server=off,path=${wire}`,
    "-device", `virtio-serial-device,max_ports=1${off("emergency-write", "queue_reset")}`, "-device", "virtconsole,chardev=c",
  ],
  plug: () => {
    let sent = "";
    const card = new VirtioConsole({ transmit: (bytes) => { sent += hexBytes(bytes); } });
    return {
      card,
      receive: (bytes) => { card.receive(bytes); },
      takeSent: () => {
        const taken = sent;
        sent = "";
        return taken;
      },
    };
  },
  unlike: 1 << 0, // QEMU 7.2 does not say how large the screen is.
  features: [],
  queues: 2,
};

const entropy: Subject = {
  name: "entropy",
  // What nobody can guess is hard to compare: it is all zeros.
  options: () => ["-object", "rng-random,id=r,filename=/dev/zero", "-device", `virtio-rng-device,rng=r${off("queue_reset")}`],
  plug: () => ({
    card: new VirtioEntropy({ fill: (bytes) => { bytes.fill(0); } }),
    receive: nothingArrives,
    takeSent: () => "",
  }),
  unlike: 0,
  features: [],
  queues: 1,
};

export const SUBJECTS: readonly Subject[] = [block, net, console_, entropy];
