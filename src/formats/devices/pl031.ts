// The PL031 real-time clock: a counter of seconds, and one alarm ("PrimeCell Real Time Clock
// (PL031) Technical Reference Manual", Arm DDI 0224, chapter 3).

import type { DeviceRegisters } from "./register";

export const PL031 = {
  RTCDR:  { offset: 0x000, access: "RO", title: "Data register: the seconds now" },
  RTCMR:  { offset: 0x004, access: "RW", title: "Match register: the seconds of the alarm" },
  RTCLR:  { offset: 0x008, access: "RW", title: "Load register: sets the seconds" },
  RTCCR: {
    offset: 0x00c, access: "RW", title: "Control register",
    fields: [["0", "RTCEN", "The clock runs; it cannot be stopped but by a reset"]],
  },
  RTCIMSC: {
    offset: 0x010, access: "RW", title: "Interrupt mask set or clear register",
    fields: [["0", "RTCIMSC", "The alarm interrupts"]],
  },
  RTCRIS: {
    offset: 0x014, access: "RO", title: "Raw interrupt status register",
    fields: [["0", "RTCRIS", "RTCDR has reached RTCMR"]],
  },
  RTCMIS: {
    offset: 0x018, access: "RO", title: "Masked interrupt status register",
    fields: [["0", "RTCMIS", "It has, and the alarm interrupts"]],
  },
  RTCICR: {
    offset: 0x01c, access: "WO", title: "Interrupt clear register",
    fields: [["0", "RTCICR", "Write 1: clears RTCRIS"]],
  },
  RTCPeriphID: { offset: 0xfe0, access: "RO", title: "Peripheral identification", count: 4 },
  RTCPCellID:  { offset: 0xff0, access: "RO", title: "PrimeCell identification", count: 4 },
} as const satisfies DeviceRegisters;

export const PL031_ID = [0x31, 0x10, 0x14, 0x00, 0x0d, 0xf0, 0x05, 0xb1] as const;
