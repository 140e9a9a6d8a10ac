/** An Ethernet frame in a line, for whoever looks over the machine's shoulder: who, to whom, about what. */
const etherTypes: Readonly<Record<number, string>> = { 0x0800: "IPv4", 0x0806: "ARP", 0x86dd: "IPv6", 0x8100: "VLAN", 0x88cc: "LLDP" };
const protocols: Readonly<Record<number, string>> = { 1: "ICMP", 2: "IGMP", 6: "TCP", 17: "UDP", 58: "ICMPv6" };
const ports: Readonly<Record<number, string>> = { 53: "DNS", 67: "DHCP", 68: "DHCP", 80: "HTTP", 123: "NTP", 5353: "mDNS" };

export interface FrameSummary {
  readonly source: string;
  readonly destination: string;
  /** The innermost that is known: "DHCP", "ARP", "TCP". */
  readonly protocol: string;
  readonly says: string;
}

export function frameSummary(frame: Uint8Array): FrameSummary {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  if (frame.length < 14) return { source: "", destination: "", protocol: "", says: `${frame.length} bytes: too short for a frame` };
  const link = { source: macAt(frame, 6), destination: macAt(frame, 0) };
  const type = view.getUint16(12);
  if (type === 0x0806 && frame.length >= 42) return { ...link, protocol: "ARP", says: arpText(frame, view) };
  if (type === 0x0800 && frame.length >= 34) return ipv4(frame, view);
  if (type === 0x86dd && frame.length >= 54) return ipv6(frame, view);
  return { ...link, protocol: etherTypes[type] ?? `type 0x${type.toString(16).padStart(4, "0")}`, says: `${frame.length} bytes` };
}

function arpText(frame: Uint8Array, view: DataView): string {
  const [sender, target] = [ipv4At(frame, 28), ipv4At(frame, 38)];
  return view.getUint16(20) === 1 ? `who has ${target}? ${sender} asks` : `${sender} is at ${macAt(frame, 22)}`;
}

function ipv4(frame: Uint8Array, view: DataView): FrameSummary {
  const payload = 14 + 4 * (frame[14]! & 15);
  return { source: ipv4At(frame, 26), destination: ipv4At(frame, 30), ...transport(frame[23]!, frame, view, payload) };
}

function ipv6(frame: Uint8Array, view: DataView): FrameSummary {
  return { source: ipv6At(view, 22), destination: ipv6At(view, 38), ...transport(frame[20]!, frame, view, 54) };
}

function transport(number: number, frame: Uint8Array, view: DataView, at: number): Pick<FrameSummary, "protocol" | "says"> {
  const protocol = protocols[number] ?? `protocol ${number}`;
  if ((number !== 6 && number !== 17) || frame.length < at + 8) return { protocol, says: `${frame.length - at} bytes` };
  const [from, to] = [view.getUint16(at), view.getUint16(at + 2)];
  const flags = number === 6 && frame.length >= at + 14 ? flagsText(frame[at + 13]!) : "";
  return { protocol: ports[to] ?? ports[from] ?? protocol, says: `${protocol}, port ${from} to ${to}${flags === "" ? "" : `, ${flags}`}` };
}

const flagsText = (flags: number): string => ["FIN", "SYN", "RST", "PSH", "ACK", "URG"].filter((_, bit) => (flags & (1 << bit)) !== 0).join(" ");

const macAt = (frame: Uint8Array, at: number): string => Array.from(frame.subarray(at, at + 6), (byte) => byte.toString(16).padStart(2, "0")).join(":");
const ipv4At = (frame: Uint8Array, at: number): string => frame.subarray(at, at + 4).join(".");

/** As RFC 5952 has it: the longest run of zeros is "::". */
function ipv6At(view: DataView, at: number): string {
  const words = Array.from({ length: 8 }, (_, i) => view.getUint16(at + 2 * i).toString(16));
  const text = words.join(":");
  const runs = [...text.matchAll(/(?:^|(?<=:))0(?::0)+(?=:|$)/g)].sort((a, b) => b[0].length - a[0].length);
  const [longest] = runs;
  return longest === undefined ? text : `${text.slice(0, longest.index).replace(/:$/, "")}::${text.slice(longest.index + longest[0].length).replace(/^:/, "")}`;
}
