// A network: Linux on our machine, on a cable to a real one. The far end is a network namespace with a tap, which socat
// holds to the datagrams of --net udp:, a DHCP and DNS server (dnsmasq) and a web server. This runs in a namespace of
// its own (namespaced() below): nothing of the host's network is touched.

import { expect } from "chai";
import { spawn, execFileSync, type ChildProcess } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, get, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ours } from "./computers";
import { quickLinuxOn } from "./linux";
import { PATIENCE, switchOff, untilShell } from "./linux-session";

const HERE = "10.64.0.1";
const GUEST = "10.64.0.77";
const GUEST_MAC = "52:54:00:12:34:56";
const NAME = "server.test";
const TAP = "o2p0";
/** Datagrams to our machine, and from it. */
const PORTS = { local: 5501, remote: 5502 };
const WEB = 8000;
const MIB = 2 ** 20;

/** The command that runs `command` where there is no network but its own. */
export const namespaced = (command: readonly string[]): readonly string[] =>
  ["unshare", ...(process.getuid?.() === 0 ? [] : ["--map-root-user"]), "--net", "--", ...command];

export async function tryNetwork(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), "o2p-network-"));
  const page = randomBytes(MIB);
  const children: ChildProcess[] = [];
  let server: Server | undefined;
  try {
    children.push(await cable(), spawn("dnsmasq", [
      "--keep-in-foreground", "--no-resolv", "--no-hosts", "--user=root", "--conf-file=/dev/null", `--interface=${TAP}`, "--bind-interfaces", "--except-interface=lo",
      `--dhcp-range=10.64.0.50,10.64.0.99,255.255.255.0,1h`, `--dhcp-host=${GUEST_MAC},${GUEST}`, `--dhcp-leasefile=${join(dir, "leases")}`, `--pid-file=${join(dir, "pid")}`,
      `--address=/${NAME}/${HERE}`,
    ], { stdio: "inherit" }));
    server = createServer((_, response) => response.end(page)).listen(WEB, HERE);
    const pcap = join(dir, "network.pcap");
    await guest(pcap, createHash("sha256").update(page).digest("hex"));
    checkPackets(pcap);
  } finally {
    server?.close();
    for (const child of children) child.kill();
    rmSync(dir, { recursive: true });
  }
}

/** From the tap to the datagrams. */
async function cable(): Promise<ChildProcess> {
  execFileSync("ip", ["link", "set", "lo", "up"]);
  const socat = spawn("socat", [
    `UDP4-DATAGRAM:127.0.0.1:${PORTS.local},bind=127.0.0.1:${PORTS.remote}`, `TUN:${HERE}/24,tun-type=tap,tun-name=${TAP},iff-no-pi,iff-up`,
  ], { stdio: "inherit" });
  const isUp = (): boolean => execFileSync("ip", ["-o", "addr", "show"], { encoding: "utf8" }).includes(`${TAP} `);
  for (let tries = 0; !isUp(); tries++) {
    if (tries === 50) throw new Error("socat has made no tap");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return socat;
}

async function guest(pcap: string, hash: string): Promise<void> {
  const computer = ours({ ...quickLinuxOn(1, 2), net: PORTS, ours: ["--time", "host", "--pcap", pcap] });
  try {
    await untilShell(computer);
    const lease = await run("udhcpc -i eth0 -q -n");
    expect(lease).to.contain(`lease of ${GUEST} obtained from ${HERE}`);
    expect(await run(`ping -c 3 ${HERE}`)).to.contain("3 packets transmitted, 3 packets received, 0% packet loss");
    const begun = Date.now();
    expect(await run(`wget -q -O /tmp/page http://${NAME}:${WEB}/ && sha256sum /tmp/page`)).to.contain(`${hash}  /tmp/page`);
    console.log(`1 MiB from the web server: ${((Date.now() - begun) / 1000).toFixed(1)} s`);
    await run("mkdir -p /www && cp /tmp/page /www/index.html && httpd -p 80 -h /www");
    expect(createHash("sha256").update(await fetched(`http://${GUEST}/`)).digest("hex")).to.equal(hash);
    expect(await switchOff(computer), computer.complaints).to.equal(0);
  } finally {
    await computer.kill();
  }

  async function run(command: string): Promise<string> {
    const { output, status } = await computer.run(command, PATIENCE);
    expect(status, output).to.equal(0);
    return output;
  }
}

function fetched(url: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const request = get(url, { timeout: PATIENCE * 1000 }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", () => { resolve(Buffer.concat(chunks)); }).on("error", reject);
    });
    request.on("error", reject).on("timeout", () => request.destroy(new Error(`${url}: nothing comes`)));
  });
}

/** tshark understands every packet, and finds every checksum right. */
function checkPackets(pcap: string): void {
  const count = (filter: string): number => {
    const options = ["-o", "tcp.check_checksum:TRUE", "-o", "udp.check_checksum:TRUE", "-o", "ip.check_checksum:TRUE"];
    return execFileSync("tshark", [...options, "-r", pcap, "-Y", filter], { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] })
      .split("\n").filter((line) => line !== "").length;
  };
  expect(count("_ws.malformed"), "malformed packets").to.equal(0);
  expect(count('ip.checksum.status == "Bad" || tcp.checksum.status == "Bad" || udp.checksum.status == "Bad"'), "bad checksums").to.equal(0);
  const kinds = ["dhcp", "arp", "dns", "icmp", "http"].map((kind) => [kind, count(kind)] as const);
  for (const [kind, packets] of kinds) expect(packets, kind).to.be.above(0);
  console.log(`${count("frame")} packets: ${kinds.map(([kind, packets]) => `${packets} ${kind}`).join(", ")}`);
}
