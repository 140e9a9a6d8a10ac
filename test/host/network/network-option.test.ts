import { expect } from "chai";
import { UserFault } from "../../../src/base/fault";
import { type NetworkOption, parseNetworkOption } from "../../../src/host/network/network-option";

const inWords = (option: NetworkOption): string => {
  const mac = [...option.mac].map((byte) => byte.toString(16).padStart(2, "0")).join(":");
  if (option.kind === "switch") return `${option.name} ${mac}`;
  const end = option.remote === undefined ? "-" : `${option.remote.host} ${option.remote.port}`;
  return `${option.local.host} ${option.local.port} ${end} ${mac}`;
};

describe("--net", () => {
  const good = [
    // text                                           meaning
    ["udp:5000",                                      "127.0.0.1 5000 - 52:54:00:12:34:58"],
    ["udp:5000,5001",                                 "127.0.0.1 5000 127.0.0.1 5001 52:54:00:12:34:58"],
    ["udp:0.0.0.0:5000,10.0.0.2:5001",                "0.0.0.0 5000 10.0.0.2 5001 52:54:00:12:34:58"],
    ["udp:[::1]:5000,[fe80::1]:5001",                 "::1 5000 fe80::1 5001 52:54:00:12:34:58"],
    ["udp:5000,gate:5001,mac=02:00:00:00:00:0A",      "127.0.0.1 5000 gate 5001 02:00:00:00:00:0a"],
    ["switch:lab",                                    "lab 52:54:00:12:34:58"],
    ["switch:./lab.socket,mac=02:00:00:00:00:01",     "./lab.socket 02:00:00:00:00:01"],
  ] as const;
  for (const [text, meaning] of good) {
    it(text, () => { expect(inWords(parseNetworkOption(text, 2))).to.equal(meaning); });
  }

  const bad = [
    // text                              what is wrong
    ["user",                             "is none of udp:LOCALPORT"],
    ["udp:",                             "is none of udp:LOCALPORT"],
    ["udp:1,2,3",                        "is none of udp:LOCALPORT"],
    ["switch:a,b",                       "is none of udp:LOCALPORT"],
    ["udp:0",                            "0 is no port"],
    ["udp:65536",                        "65536 is no port"],
    ["udp:5000,host",                    "host is no port"],
    ["udp:5000,mac=52:54:00",            "52:54:00 is no MAC address"],
    ["udp:5000,mac=01:00:5e:00:00:01",   "01:00:5e:00:00:01 is an address of many cards"],
  ] as const;
  for (const [text, message] of bad) {
    it(`${text}: ${message}`, () => {
      expect(() => parseNetworkOption(text, 0)).to.throw(UserFault, `--net ${text}: ${message}`);
    });
  }
});
