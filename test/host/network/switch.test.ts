// Learning and forwarding: IEEE 802.1D, 7.7 and 7.8.

import { expect } from "chai";
import type { NetworkPort } from "../../../src/host/network/port";
import { Switch } from "../../../src/host/network/switch";

const BROADCAST = "*";

/** The machines' addresses are 02:00:00:00:00:0a and so on; a frame of 60 bytes. */
function frame(destination: string, source: string): Uint8Array {
  const bytes = new Uint8Array(60);
  bytes.set(destination === BROADCAST ? [255, 255, 255, 255, 255, 255] : [2, 0, 0, 0, 0, Number.parseInt(destination, 16)]);
  bytes.set([2, 0, 0, 0, 0, Number.parseInt(source, 16)], 6);
  return bytes;
}

/** A switch with machines at its ports. */
function network(...names: string[]): { ethernet: Switch; ports: NetworkPort[]; send: (from: string, to: string) => string } {
  const ethernet = new Switch();
  let heard: string[] = [];
  const ports = names.map((name) => ethernet.attach(() => { heard.push(name); }));
  const send = (from: string, to: string): string => {
    heard = [];
    ports[names.indexOf(from)]!.send(frame(to, from));
    return heard.join("");
  };
  return { ethernet, ports, send };
}

describe("Switch", () => {
  it("sends to everybody but the sender until it knows better", () => {
    const { send } = network("a", "b", "c");
    const steps = [
      // from, to,      heard by
      ["a", "b",        "bc"], // Nobody has heard of b.
      ["b", "a",        "a"],  // a has been heard.
      ["a", "b",        "b"],
      ["c", BROADCAST,  "ab"],
      ["b", "c",        "c"],
      ["c", "d",        "ab"],
    ] as const;
    for (const [from, to, by] of steps) expect(send(from, to), `${from} to ${to}`).to.equal(by);
  });

  it("does not send a frame back to where it came from", () => {
    const { send } = network("a", "b");
    send("a", BROADCAST);
    expect(send("a", "a")).to.equal("");
  });

  it("hears that a machine has moved", () => {
    const { send, ports } = network("a", "b", "c");
    send("a", BROADCAST);
    ports[2]!.send(frame(BROADCAST, "a"));
    expect(send("b", "a")).to.equal("c");
  });

  it("forgets what was behind a port that is gone", () => {
    const { send, ports } = network("a", "b", "c");
    send("a", BROADCAST);
    ports[0]!.close();
    expect(send("b", "a")).to.equal("c");
  });

  it("counts what is no Ethernet frame, and drops it", () => {
    const { ethernet, ports, send } = network("a", "b");
    for (const length of [0, 13, 1519]) ports[0]!.send(new Uint8Array(length));
    expect(ethernet.losses).to.deep.equal({ malformed: 3, dropped: 0 });
    expect(send("a", "b")).to.equal("b");
  });

  it("remembers a bounded number of addresses: those heard last", () => {
    const { ports, send } = network("a", "b", "c");
    send("a", BROADCAST);
    send("b", BROADCAST);
    const stranger = frame(BROADCAST, "c");
    for (let i = 0; i < 1022; i++) {
      stranger.set([3, 1, 1, 1, i >> 8, i & 0xff], 6);
      ports[2]!.send(stranger);
    }
    expect(send("c", "b")).to.equal("b");
    expect(send("c", "a")).to.equal("ab");
  });

  it("gives each receiver a frame of its own", () => {
    const ethernet = new Switch();
    ethernet.attach((heard) => { heard.fill(0); });
    let kept: Uint8Array | undefined;
    ethernet.attach((heard) => { kept = heard; });
    ethernet.attach(() => undefined).send(frame("b", "a"));
    expect(kept).to.deep.equal(frame("b", "a"));
  });
});
