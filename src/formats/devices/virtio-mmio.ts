// The registers through which a virtio device is found, set up and notified when it stands in
// memory rather than on a PCI bus ("Virtual I/O Device (VIRTIO) Version 1.2", table 4.1).

import type { DeviceRegisters } from "./register";

/** "virt", read as a little-endian word. */
export const VIRTIO_MAGIC = 0x7472_6976;

/** 1 was the draft; 2 is the standard. */
export const VIRTIO_VERSION = 2;

/** "QEMU": whoever built the device says so, and nobody takes exception to it. */
export const VIRTIO_VENDOR = 0x554d_4551;

/** Where the device's own configuration begins. */
export const VIRTIO_CONFIG = 0x100;

export const VIRTIO_MMIO = {
  MagicValue:        { offset: 0x000, access: "RO", title: "\"virt\"" },
  Version:           { offset: 0x004, access: "RO", title: "Version of these registers" },
  DeviceID:          { offset: 0x008, access: "RO", title: "What kind of device; 0: none" },
  VendorID:          { offset: 0x00c, access: "RO", title: "Who made it" },
  DeviceFeatures:    { offset: 0x010, access: "RO", title: "32 of the features offered" },
  DeviceFeaturesSel: { offset: 0x014, access: "WO", title: "Which 32 of them" },
  DriverFeatures:    { offset: 0x020, access: "WO", title: "32 of the features accepted" },
  DriverFeaturesSel: { offset: 0x024, access: "WO", title: "Which 32 of them" },
  QueueSel:          { offset: 0x030, access: "WO", title: "The queue that the next rows mean" },
  QueueNumMax:       { offset: 0x034, access: "RO", title: "Its largest size; 0: no such queue" },
  QueueNum:          { offset: 0x038, access: "WO", title: "Its size" },
  QueueReady:        { offset: 0x044, access: "RW", title: "1: the device may use it" },
  QueueNotify:       { offset: 0x050, access: "WO", title: "A queue with something new in it" },
  InterruptStatus:   { offset: 0x060, access: "RO", title: "Why the device interrupts" },
  InterruptACK:      { offset: 0x064, access: "WO", title: "The reasons that are dealt with" },
  Status:            { offset: 0x070, access: "RW", title: "How far the driver is; 0: reset" },
  QueueDescLow:      { offset: 0x080, access: "WO", title: "Where the descriptors are" },
  QueueDescHigh:     { offset: 0x084, access: "WO", title: "The upper half of that" },
  QueueDriverLow:    { offset: 0x090, access: "WO", title: "Where the available ring is" },
  QueueDriverHigh:   { offset: 0x094, access: "WO", title: "The upper half of that" },
  QueueDeviceLow:    { offset: 0x0a0, access: "WO", title: "Where the used ring is" },
  QueueDeviceHigh:   { offset: 0x0a4, access: "WO", title: "The upper half of that" },
  SHMLenLow:         { offset: 0x0b0, access: "RO", title: "Length of shared memory; -1: none" },
  SHMLenHigh:        { offset: 0x0b4, access: "RO", title: "The upper half of that" },
  ConfigGeneration:  { offset: 0x0fc, access: "RO", title: "Another number if it has changed" },
} as const satisfies DeviceRegisters;
