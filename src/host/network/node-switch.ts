// One switch for several processes. The first that comes to its name is the switch, and listens at a socket of the file
// system; the others connect to it. When it goes, those that are left meet again in the same way. Behind the socket is
// what QEMU's `-netdev stream,addr.type=unix` speaks, so a QEMU can be plugged in as well.

import { lstatSync, rmSync } from "node:fs";
import { createServer, connect, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserFault } from "../../base/fault";
import { FrameReader, streamed } from "./frame-stream";
import { type FrameListener, type FrameLosses, type NetworkPort, noLosses } from "./port";
import { Switch } from "./switch";

/** Bytes that may wait for a slow process; beyond them, frames are lost. */
const ROOM = 1 << 20;
const RETRY_MS = 50;
/** Nobody answers there. */
const ABANDONED: ReadonlySet<string | undefined> = new Set(["ENOENT", "ECONNREFUSED"]);

/** A name with a slash is the socket's path; any other is a socket among the temporary files. */
export const socketPath = (name: string): string => (name.includes("/") ? name : join(tmpdir(), `o2p-switch-${name}`));

export class SharedSwitchPort implements NetworkPort {
  readonly losses: FrameLosses = noLosses();
  readonly #path: string;
  readonly #receive: FrameListener;
  #way: NetworkPort | undefined;
  #isClosed = false;

  private constructor(path: string, receive: FrameListener) {
    this.#path = path;
    this.#receive = receive;
  }

  static async join(name: string, receive: FrameListener): Promise<SharedSwitchPort> {
    const port = new SharedSwitchPort(socketPath(name), receive);
    await port.#join();
    return port;
  }

  /** Whether this process is the switch. */
  get isSwitch(): boolean {
    return this.#way instanceof Hub;
  }

  send(frame: Uint8Array): void {
    if (this.#way === undefined) this.losses.dropped++;
    else this.#way.send(frame);
  }

  close(): void {
    this.#isClosed = true;
    this.#way?.close();
    this.#way = undefined;
  }

  /** Until there is a way: as somebody's guest, or as the switch. */
  async #join(): Promise<void> {
    while (!this.#isClosed && this.#way === undefined) {
      this.#way = await this.#asGuest() ?? await Hub.open(this.#path, this.#receive, this.losses);
      if (this.#way === undefined) await new Promise((resolve) => { setTimeout(resolve, RETRY_MS); });
    }
    if (this.#isClosed) this.close();
  }

  async #asGuest(): Promise<NetworkPort | undefined> {
    const socket = await connected(this.#path);
    if (socket === undefined) return undefined;
    const cable = new Cable(socket, this.#receive, this.losses);
    socket.on("close", () => {
      this.#way = undefined;
      this.#join().catch(() => { this.close(); }); // There is no way back: what is sent is lost, and counted.
    });
    return cable;
  }
}

/** The end of a connection. */
class Cable implements NetworkPort {
  readonly #socket: Socket;
  readonly #losses: FrameLosses;

  constructor(socket: Socket, receive: FrameListener, losses: FrameLosses) {
    this.#socket = socket;
    this.#losses = losses;
    const reader = new FrameReader();
    socket.on("data", (bytes) => {
      for (const frame of reader.receive(bytes)) receive(frame);
    });
    socket.on("error", () => socket.destroy()); // The other process was killed; "close" follows.
  }

  send(frame: Uint8Array): void {
    if (this.#socket.writableLength > ROOM) this.#losses.dropped++;
    else this.#socket.write(streamed(frame));
  }

  close(): void {
    this.#socket.destroy();
  }
}

/** The switch, and this process's own port at it. */
class Hub implements NetworkPort {
  readonly #server: Server;
  readonly #cables = new Set<Cable>();
  readonly #own: NetworkPort;

  private constructor(server: Server, receive: FrameListener, losses: FrameLosses) {
    const ethernet = new Switch();
    this.#server = server;
    this.#own = ethernet.attach(receive);
    server.on("connection", (socket) => {
      const cable: Cable = new Cable(socket, (frame) => { port.send(frame); }, losses);
      const port = ethernet.attach((frame) => { cable.send(frame); });
      this.#cables.add(cable);
      socket.on("close", () => {
        port.close();
        this.#cables.delete(cable);
      });
    });
  }

  /** undefined: somebody else has been faster. */
  static async open(path: string, receive: FrameListener, losses: FrameLosses): Promise<Hub | undefined> {
    const server = createServer();
    return await listens(server, path) ? new Hub(server, receive, losses) : undefined;
  }

  send(frame: Uint8Array): void {
    this.#own.send(frame);
  }

  close(): void {
    this.#server.close(); // The socket's file goes with it.
    for (const cable of this.#cables) cable.close();
  }
}

/** A connection to whoever listens at `path`. A socket that nobody listens at any more is removed. */
function connected(path: string): Promise<Socket | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect({ path });
    const fails = ({ code }: NodeJS.ErrnoException): void => {
      if (!ABANDONED.has(code)) return reject(faultOf(path, code));
      if (lstatSync(path, { throwIfNoEntry: false })?.isSocket() === false) return reject(faultOf(path, "it is another file"));
      if (code === "ECONNREFUSED") rmSync(path, { force: true });
      resolve(undefined);
    };
    socket.once("error", fails);
    socket.once("connect", () => {
      socket.off("error", fails);
      resolve(socket);
    });
  });
}

function listens(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once("error", ({ code }: NodeJS.ErrnoException) => {
      if (code === "EADDRINUSE") resolve(false);
      else reject(faultOf(path, code));
    });
    server.listen({ path }, () => { resolve(true); });
  });
}

const faultOf = (path: string, code = "unknown"): UserFault =>
  new UserFault(`--net switch: ${path} cannot be a switch's socket (${code}); give another name`);
