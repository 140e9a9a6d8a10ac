// The record, read by tshark where there is one.

import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserFault } from "../../../src/base/fault";
import { PcapFile } from "../../../src/host/network/node-pcap";
import { pcapHeader, pcapRecord } from "../../../src/host/network/pcap";
import { itWith } from "../../installed";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** Who has 10.0.0.1? Tell 10.0.0.2 (RFC 826). */
const ARP = Buffer.from("ffffffffffff" + "525400123456" + "0806" + "0001080006040001" + "525400123456" + "0a000002" + "000000000000" + "0a000001", "hex");

describe("pcap", () => {
  it("begins as the format says", () => {
    expect(hex(pcapHeader())).to.equal("4d3cb2a1" + "02000400" + "00000000" + "00000000" + "00000400" + "01000000");
  });

  it("has time, length and bytes of each frame", () => {
    expect(hex(pcapRecord(Uint8Array.of(1, 2, 3), 0x1234_5678n * 1_000_000_000n + 5n))).to.equal("78563412" + "05000000" + "03000000" + "03000000" + "010203");
  });

  describe("in a file", () => {
    let dir: string;
    before(() => { dir = mkdtempSync(join(tmpdir(), "o2p-pcap-")); });
    after(() => rmSync(dir, { recursive: true }));

    itWith("tshark", spawnSync("tshark", ["--version"]).status === 0)("is read by tshark", function () {
      this.timeout(20_000);
      const path = join(dir, "arp.pcap");
      const file = new PcapFile(path, () => 1_600_000_000_123_456_789n);
      file.record(ARP);
      file.record(ARP);
      file.close();
      const fields = ["frame.time_epoch", "frame.len", "arp.src.proto_ipv4", "arp.dst.proto_ipv4"];
      const { stdout } = spawnSync("tshark", ["-r", path, "-T", "fields", ...fields.flatMap((field) => ["-e", field])], { encoding: "utf8" });
      const line = "1600000000.123456789\t42\t10.0.0.2\t10.0.0.1\n";
      expect(stdout).to.equal(line + line);
    });

    it("says in a line that it cannot be written", () => {
      expect(() => new PcapFile(join(dir, "no/where.pcap"), () => 0n)).to.throw(UserFault, /^--pcap .*where\.pcap: cannot be written \(ENOENT\)$/);
    });
  });
});
