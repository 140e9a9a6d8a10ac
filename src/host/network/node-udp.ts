// A network in datagrams: each carries one Ethernet frame and nothing else, as QEMU's `-netdev dgram` and socat have
// it.

import { createSocket, type Socket } from "node:dgram";
import { isIPv6 } from "node:net";
import { UserFault } from "../../base/fault";
import { isFrame } from "./frame";
import type { Endpoint } from "./network-option";
import { type FrameListener, type FrameLosses, type NetworkPort, noLosses } from "./port";

/** Bytes that may wait to leave; beyond them, frames are lost: a guest sends faster than any network. */
const ROOM = 1 << 20;

export interface UdpOptions {
  readonly local: Endpoint;
  /** Without it, frames go to whoever was heard last. */
  readonly remote?: Endpoint;
}

export class UdpPort implements NetworkPort {
  readonly losses: FrameLosses = noLosses();
  readonly #socket: Socket;
  /** Datagrams come from there alone, and go there. */
  readonly #isConnected: boolean;
  #remote: Endpoint | undefined;
  /** Bytes that have not left yet. */
  #waiting = 0;

  private constructor(socket: Socket, isConnected: boolean, receive: FrameListener) {
    this.#socket = socket;
    this.#isConnected = isConnected;
    socket.on("message", (frame, { address, port }) => {
      this.#remote = { host: address, port };
      if (isFrame(frame)) receive(new Uint8Array(frame));
      else this.losses.malformed++;
    });
    socket.on("error", () => { this.losses.dropped++; }); // ECONNREFUSED: nobody is there yet.
  }

  static async open({ local, remote }: UdpOptions, receive: FrameListener): Promise<UdpPort> {
    const socket = createSocket(isIPv6(local.host) ? "udp6" : "udp4");
    try {
      await settled(socket, "listening", () => { socket.bind(local.port, local.host); });
      if (remote !== undefined) await settled(socket, "connect", () => { socket.connect(remote.port, remote.host); });
    } catch (error) {
      socket.close();
      throw faultOf(error as NodeJS.ErrnoException, local, remote);
    }
    return new UdpPort(socket, remote !== undefined, receive);
  }

  send(frame: Uint8Array): void {
    const isForNobody = !this.#isConnected && this.#remote === undefined;
    if (!isFrame(frame)) this.losses.malformed++;
    else if (isForNobody || this.#waiting > ROOM) this.losses.dropped++;
    else this.#send(frame.slice()); // It leaves later.
  }

  #send(frame: Uint8Array): void {
    const left = (error: Error | null): void => {
      this.#waiting -= frame.length;
      if (error !== null) this.losses.dropped++;
    };
    this.#waiting += frame.length;
    if (this.#isConnected) this.#socket.send(frame, left);
    else this.#socket.send(frame, this.#remote!.port, this.#remote!.host, left);
  }

  close(): void {
    this.#socket.close();
  }
}

/** `begin` ends in `event`, or in an error. */
function settled(socket: Socket, event: "listening" | "connect", begin: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const fails = (error: Error): void => { reject(error); };
    socket.once("error", fails);
    socket.once(event, () => {
      socket.off("error", fails);
      resolve();
    });
    begin();
  });
}

function faultOf({ code, message }: NodeJS.ErrnoException, local: Endpoint, remote: Endpoint | undefined): UserFault {
  switch (code) {
    case "EADDRINUSE": return new UserFault(`--net udp: port ${local.port} is in use; give another`);
    case "EADDRNOTAVAIL": return new UserFault(`--net udp: ${local.host} is no address of this computer`);
    case "EACCES": return new UserFault(`--net udp: port ${local.port} may not be used; give one from 1024 on`);
    case "ENOTFOUND": case "EAI_AGAIN": return new UserFault(`--net udp: there is no host ${remote?.host ?? local.host}`);
    default: return new UserFault(`--net udp: ${message}`);
  }
}
