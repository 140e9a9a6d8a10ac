import { expect } from "chai";
import { frameSummary } from "../../../../src/site/widgets/computer/frame-summary";

const bytes = (hex: string): Uint8Array => Uint8Array.from(hex.replace(/\s/g, "").match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));

const ethernet = (type: string): string => `ffffffffffff 525400123456 ${type}`;
const ipv4 = (protocol: string, length: string): string => `45000000 00000000 40${protocol}0000 0a00020f 0a000203 ${length}`;

// RFC 826, 791, 768, 9293, 8200; addresses written as RFC 5952 has it.
const cases: readonly (readonly [title: string, frame: string, protocol: string, line: string])[] = [
  ["a request", ethernet("0806") + "00010800 06040001 525400123456 0a00020f 000000000000 0a000202", "ARP", "52:54:00:12:34:56 > ff:ff:ff:ff:ff:ff: who has 10.0.2.2? 10.0.2.15 asks"],
  ["an answer", "525400123456 52550a000202 0806 00010800 06040002 52550a000202 0a000202 525400123456 0a00020f", "ARP", "52:55:0a:00:02:02 > 52:54:00:12:34:56: 10.0.2.2 is at 52:55:0a:00:02:02"],
  ["a name asked for", ethernet("0800") + ipv4("11", "c3500035 000c0000 00000000"), "DNS", "10.0.2.15 > 10.0.2.3: UDP, port 50000 to 53"],
  ["an address asked for", ethernet("0800") + ipv4("11", "00440043 000c0000 00000000"), "DHCP", "10.0.2.15 > 10.0.2.3: UDP, port 68 to 67"],
  ["a connection begun", ethernet("0800") + ipv4("06", "c3500050 00000000 00000000 50020000 00000000"), "HTTP", "10.0.2.15 > 10.0.2.3: TCP, port 50000 to 80, SYN"],
  ["a connection refused", ethernet("0800") + ipv4("06", "30390007 00000000 00000000 50140000 00000000"), "TCP", "10.0.2.15 > 10.0.2.3: TCP, port 12345 to 7, RST ACK"],
  ["a ping", ethernet("0800") + ipv4("01", "08000000 00000000"), "ICMP", "10.0.2.15 > 10.0.2.3: 8 bytes"],
  ["IPv6", ethernet("86dd") + "60000000 00083a40 fe800000000000005054 00fffe123456 ff020000000000000000000000000002 8500000000000000", "ICMPv6", "fe80::5054:ff:fe12:3456 > ff02::2: 8 bytes"],
  ["another type", ethernet("88cc") + "0000", "LLDP", "52:54:00:12:34:56 > ff:ff:ff:ff:ff:ff: 16 bytes"],
  ["an unknown type", ethernet("1234") + "00", "type 0x1234", "52:54:00:12:34:56 > ff:ff:ff:ff:ff:ff: 15 bytes"],
  ["an ARP that is cut short", ethernet("0806") + "0001", "ARP", "52:54:00:12:34:56 > ff:ff:ff:ff:ff:ff: 16 bytes"],
  ["a UDP that is cut short", ethernet("0800") + ipv4("11", "c350"), "UDP", "10.0.2.15 > 10.0.2.3: 2 bytes"],
];

describe("an Ethernet frame in a line", () => {
  for (const [title, hex, protocol, line] of cases) {
    it(title, () => {
      const summary = frameSummary(bytes(hex));
      expect(summary.protocol).to.equal(protocol);
      expect(`${summary.source} > ${summary.destination}: ${summary.says}`).to.equal(line);
    });
  }

  it("too little", () => expect(frameSummary(new Uint8Array(5)).says).to.equal("5 bytes: too short for a frame"));
});
