// What --net is given, one card each time:
//
//   udp:[LOCALADDR:]LOCALPORT[,[HOST:]PORT]    one frame a datagram; without a remote end, to whoever was heard last
//   switch:NAME                                with all machines of this computer that name it so
//   ...,mac=52:54:00:12:34:56                  behind any of them: the card's address

import { UserFault } from "../../base/fault";

export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

export type NetworkOption = { readonly mac: Uint8Array } & (
  | { readonly kind: "udp"; readonly local: Endpoint; readonly remote?: Endpoint }
  | { readonly kind: "switch"; readonly name: string }
);

/** Only what is on this computer, unless another address is given. */
const LOOPBACK = "127.0.0.1";
/** QEMU's first card; each further one is one more. */
const FIRST_MAC = [0x52, 0x54, 0x00, 0x12, 0x34, 0x56] as const;

const FORMS = "udp:LOCALPORT, udp:[LOCALADDR:]LOCALPORT,[HOST:]PORT or switch:NAME, and ,mac=ADDRESS behind it";

/** `index` counts the machine's cards. */
export function parseNetworkOption(text: string, index: number): NetworkOption {
  const [, kind, rest = ""] = /^(udp|switch):(.+)$/s.exec(text) ?? [];
  const parts = rest.split(",");
  const mac = parts.at(-1)!.startsWith("mac=") ? macOf(text, parts.pop()!.slice("mac=".length)) : standardMac(index);
  const [first = "", second, ...others] = parts;
  if (others.length > 0 || first === "") throw malformed(text);
  if (kind === "switch" && second === undefined) return { kind, name: first, mac };
  if (kind !== "udp") throw malformed(text);
  const local = endpointOf(text, first);
  return { kind, local, mac, ...(second !== undefined && { remote: endpointOf(text, second) }) };
}

const malformed = (text: string): UserFault => new UserFault(`--net ${text}: is none of ${FORMS}`);

/** "[HOST:]PORT"; the host of IPv6 has colons too. */
function endpointOf(text: string, part: string): Endpoint {
  const [, host, digits] = /^(?:(.+):)?(\d{1,5})$/.exec(part) ?? [];
  const port = Number(digits);
  if (digits === undefined || port < 1 || port > 65535) throw new UserFault(`--net ${text}: ${part} is no port, 1 to 65535, nor HOST:PORT`);
  return { host: host?.replace(/^\[(.*)\]$/, "$1") ?? LOOPBACK, port };
}

function macOf(text: string, address: string): Uint8Array {
  if (!/^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/i.test(address)) throw new UserFault(`--net ${text}: ${address} is no MAC address; write one like 52:54:00:12:34:56`);
  const mac = Uint8Array.from(address.split(":"), (byte) => Number.parseInt(byte, 16));
  if ((mac[0]! & 1) === 1) throw new UserFault(`--net ${text}: ${address} is an address of many cards; its first byte must be even`);
  return mac;
}

function standardMac(index: number): Uint8Array {
  const mac = Uint8Array.from(FIRST_MAC);
  mac[5]! += index;
  return mac;
}
