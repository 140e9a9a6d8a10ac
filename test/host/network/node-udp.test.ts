// Frames in datagrams: between two ports of ours, and from a guest of QEMU's, whose `-netdev dgram` is the model.

import { expect } from "chai";
import { spawn, spawnSync } from "node:child_process";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { UserFault } from "../../../src/base/fault";
import { UdpPort } from "../../../src/host/network/node-udp";
import { itWith } from "../../installed";

const HOST = "127.0.0.1";
const at = (port: number): { host: string; port: number } => ({ host: HOST, port });
const numbered = (number: number, length = 60): Uint8Array => new Uint8Array(length).fill(number);

/** A port that nobody uses. */
async function freePort(): Promise<number> {
  const socket = createSocket("udp4");
  socket.bind(0, HOST);
  await once(socket, "listening");
  const { port } = socket.address();
  socket.close();
  await once(socket, "close");
  return port;
}

/** Frames that come, one by one. */
class Mailbox {
  readonly #came: Uint8Array[] = [];
  readonly #waiting: ((frame: Uint8Array) => void)[] = [];

  readonly receive = (frame: Uint8Array): void => {
    const waiting = this.#waiting.shift();
    if (waiting === undefined) this.#came.push(frame);
    else waiting(frame);
  };

  next(): Promise<Uint8Array> {
    const frame = this.#came.shift();
    return frame === undefined ? new Promise((resolve) => { this.#waiting.push(resolve); }) : Promise.resolve(frame);
  }
}

describe("udp:", () => {
  const ports: UdpPort[] = [];
  const open = async (options: Parameters<typeof UdpPort.open>[0], mailbox = new Mailbox()): Promise<UdpPort & { mailbox: Mailbox }> => {
    const port = await UdpPort.open(options, mailbox.receive);
    ports.push(port);
    return Object.assign(port, { mailbox });
  };
  afterEach(() => { for (const port of ports.splice(0)) port.close(); });

  it("carries a frame in a datagram, both ways", async () => {
    const [a, b] = [await freePort(), await freePort()];
    const left = await open({ local: at(a), remote: at(b) });
    const right = await open({ local: at(b), remote: at(a) });
    left.send(numbered(1));
    expect(await right.mailbox.next()).to.deep.equal(numbered(1));
    right.send(numbered(2, 1518));
    expect(await left.mailbox.next()).to.deep.equal(numbered(2, 1518));
  });

  it("answers whoever was heard last, if it has no other end", async () => {
    const [a, b] = [await freePort(), await freePort()];
    const server = await open({ local: at(a) });
    server.send(numbered(1)); // To nobody.
    const client = await open({ local: at(b), remote: at(a) });
    client.send(numbered(2));
    expect(await server.mailbox.next()).to.deep.equal(numbered(2));
    server.send(numbered(3));
    expect(await client.mailbox.next()).to.deep.equal(numbered(3));
    expect(server.losses).to.deep.equal({ malformed: 0, dropped: 1 });
  });

  it("drops what is no frame, either way", async () => {
    const [a, b] = [await freePort(), await freePort()];
    const left = await open({ local: at(a), remote: at(b) });
    const socket = createSocket("udp4").bind(b, HOST);
    await once(socket, "listening");
    left.send(numbered(1, 13));
    socket.send(numbered(2, 1519), a, HOST);
    socket.send(numbered(3), a, HOST);
    expect(await left.mailbox.next()).to.deep.equal(numbered(3));
    expect(left.losses).to.deep.equal({ malformed: 2, dropped: 0 });
    socket.close();
  });

  it("goes on where there is nobody at the other end", async () => {
    const [a, b] = [await freePort(), await freePort()];
    const left = await open({ local: at(a), remote: at(b) });
    for (let i = 0; i < 3; i++) {
      left.send(numbered(i));
      await new Promise((resolve) => { setTimeout(resolve, 10); });
    }
    const right = await open({ local: at(b), remote: at(a) });
    left.send(numbered(4));
    expect(await right.mailbox.next()).to.deep.equal(numbered(4));
  });

  for (const [end, remote] of [["with another end", true], ["that answers whoever was heard", false]] as const) {
    it(`drops what a guest sends faster than it leaves: a port ${end}`, async () => {
      const [a, b] = [await freePort(), await freePort()];
      const left = await open({ local: at(a), ...(remote && { remote: at(b) }) });
      const right = await open({ local: at(b), remote: at(a) });
      right.send(numbered(1));
      await left.mailbox.next();
      for (let i = 0; i < 3000; i++) left.send(numbered(2, 1000));
      expect(left.losses.dropped).to.be.within(3000 - 1049 - 1, 3000 - 1049 + 1); // 1 MiB waits.
      await right.mailbox.next();
      await new Promise((resolve) => { setTimeout(resolve, 50); });
      const { dropped } = left.losses;
      left.send(numbered(3));
      expect(left.losses.dropped).to.equal(dropped);
    });
  }

  it("says in a line what is wrong with a port", async () => {
    const a = await freePort();
    await open({ local: at(a) });
    const faultOf = async (options: Parameters<typeof UdpPort.open>[0]): Promise<unknown> => open(options).catch((error: unknown) => error);
    expect(await faultOf({ local: at(a) })).to.be.instanceOf(UserFault).with.property("message", `--net udp: port ${a} is in use; give another`);
    expect(await faultOf({ local: { host: "192.0.2.1", port: a } })).to.be.instanceOf(UserFault).with.property("message", "--net udp: 192.0.2.1 is no address of this computer");
  });

  const qemu = "qemu-system-aarch64";
  itWith(qemu, spawnSync(qemu, ["--version"]).status === 0)("is understood by QEMU, and understands it", async function () {
    this.timeout(20_000);
    const [ours, theirs] = [await freePort(), await freePort()];
    const port = await open({ local: at(ours), remote: at(theirs) });
    const end = (name: string, number: number): string => `${name}.type=inet,${name}.host=${HOST},${name}.port=${number}`;
    // A hub connects two datagram ends, so that what we send at one comes back from the other.
    const [back, further] = [await freePort(), await freePort()];
    const other = await open({ local: at(further), remote: at(back) });
    const machine = spawn(qemu, [
      "-machine", "virt", "-display", "none", "-nodefaults", "-monitor", "stdio",
      "-netdev", `dgram,id=a,${end("local", theirs)},${end("remote", ours)}`, "-netdev", "hubport,id=pa,hubid=0,netdev=a",
      "-netdev", `dgram,id=b,${end("local", back)},${end("remote", further)}`, "-netdev", "hubport,id=pb,hubid=0,netdev=b",
    ], { stdio: ["pipe", "pipe", "inherit"] });
    try {
      await once(machine.stdout, "data");
      port.send(numbered(7));
      expect(await other.mailbox.next()).to.deep.equal(numbered(7));
      other.send(numbered(8, 1514));
      expect(await port.mailbox.next()).to.deep.equal(numbered(8, 1514));
    } finally {
      machine.stdin.end("quit\n");
      await once(machine, "exit");
    }
  });
});
