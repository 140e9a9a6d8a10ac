// A port on this computer at which GDB may knock: one client at a time, one after another, on the same program.

import { createServer, type Server, type Socket } from "node:net";
import { UserFault } from "../../base/fault";
import type { Debugger } from "../../machine/cpu/stepping/debugger";
import { GdbServer, type Surroundings } from "./server";

/** Only from this computer: whoever may debug may do anything. */
const HOST = "127.0.0.1";

/** From one look at a machine that sleeps to the next. */
const IDLE_MS = 5;

export interface ListeningServer {
  readonly port: number;
  /** Hangs up. */
  close(): void;
}

/** Listens at `port`, 0 for any that is free. */
export async function listenForGdb(stepping: Debugger, port: number, around?: Surroundings): Promise<ListeningServer> {
  let client: Socket | undefined;
  const server = createServer((socket) => {
    if (client !== undefined) {
      socket.destroy();
      return;
    }
    client = socket;
    serve(stepping, socket, around, () => { client = undefined; });
  });
  await listening(server, port);
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    close: () => {
      client?.destroy();
      server.close();
    },
  };
}

function serve(stepping: Debugger, socket: Socket, around: Surroundings | undefined, gone: () => void): void {
  socket.setEncoding("latin1");
  socket.setNoDelay(true); // Packets are small, and each waits for its answer.
  const server = new GdbServer(stepping, {
    send: (text) => socket.write(text, "latin1"),
    close: () => socket.end(),
    later: (work, isIdle) => {
      if (isIdle) setTimeout(work, IDLE_MS);
      else setImmediate(work);
    },
  }, around);
  socket.on("data", (text: string) => { server.receive(text); });
  socket.on("error", () => socket.destroy()); // A client that is killed resets the connection; "close" follows.
  socket.on("close", () => {
    server.disconnected();
    gone();
  });
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", ({ code }: NodeJS.ErrnoException) => {
      const why = code === "EADDRINUSE" ? "is in use; give another" : `cannot be listened at (${code ?? "unknown"})`;
      reject(new UserFault(`--gdb: port ${port} ${why}`));
    });
    server.listen(port, HOST, resolve);
  });
}
