// A device tree, as it is: nodes with properties, whose values are bytes. What the bytes mean is
// for whoever knows the property (Devicetree Specification 0.4, "Devicetree structure").

export class DeviceTreeProperty {
  readonly name: string;
  readonly value: Uint8Array;

  constructor(name: string, value: Uint8Array) {
    this.name = name;
    this.value = value;
  }
}

export class DeviceTreeNode {
  /** With its unit address: "pl011@9000000". The root's is empty. */
  readonly name: string;
  readonly properties: readonly DeviceTreeProperty[];
  readonly children: readonly DeviceTreeNode[];

  constructor(
    name: string, properties: readonly DeviceTreeProperty[], children: readonly DeviceTreeNode[],
  ) {
    this.name = name;
    this.properties = properties;
    this.children = children;
  }
}

/** Memory that the kernel must leave alone, although a memory node has it. */
export class Reservation {
  readonly address: bigint;
  readonly size: bigint;

  constructor(address: bigint, size: bigint) {
    this.address = address;
    this.size = size;
  }
}

/** A device tree whole. */
export class DeviceTree {
  readonly root: DeviceTreeNode;
  readonly reservations: readonly Reservation[];
  /** The hardware id of the CPU that boots: its node's `reg`. */
  readonly bootCpu: number;

  constructor(root: DeviceTreeNode, reservations: readonly Reservation[] = [], bootCpu = 0) {
    this.root = root;
    this.reservations = reservations;
    this.bootCpu = bootCpu;
  }
}
