// --net: each option is a card, with its cable plugged in somewhere.

import type { Card } from "../../host/computer/computer";
import { FrameQueue } from "../../host/network/frame-queue";
import { type NetworkOption, parseNetworkOption } from "../../host/network/network-option";
import { SharedSwitchPort } from "../../host/network/node-switch";
import { UdpPort } from "../../host/network/node-udp";
import type { FrameListener, NetworkPort } from "../../host/network/port";

/** Opens the networks. If one cannot be had, none is left open. */
export async function openCards(options: readonly string[]): Promise<readonly Card[]> {
  const cards: Card[] = [];
  try {
    for (const [index, text] of options.entries()) {
      const option = parseNetworkOption(text, index);
      const queue = new FrameQueue();
      cards.push({ mac: option.mac, queue, port: await openPort(option, queue.push) });
    }
  } catch (error) {
    closeCards(cards);
    throw error;
  }
  return cards;
}

export function closeCards(cards: readonly Card[]): void {
  for (const { port } of cards) port.close();
}

function openPort(option: NetworkOption, receive: FrameListener): Promise<NetworkPort> {
  return option.kind === "udp" ? UdpPort.open(option, receive) : SharedSwitchPort.join(option.name, receive);
}
