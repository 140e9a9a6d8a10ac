// The PL061 GPIO: eight pins, each an input or an output, each able to interrupt ("PrimeCell
// General Purpose Input/Output (PL061) Technical Reference Manual", Arm DDI 0190, chapter 3).
// In each register but the identification, bit n is pin n's.

import type { DeviceRegisters } from "./register";

export const PL061 = {
  GPIODATA: {
    offset: 0x000, access: "RW", count: 256,
    title: "Data register, once for each mask: bits 9:2 of the address choose the pins",
  },
  GPIODIR:   { offset: 0x400, access: "RW", title: "Data direction register: 1 is an output" },
  GPIOIS:    { offset: 0x404, access: "RW", title: "Interrupt sense register: 1 is level" },
  GPIOIBE:   { offset: 0x408, access: "RW", title: "Interrupt both edges register" },
  GPIOIEV:   { offset: 0x40c, access: "RW", title: "Interrupt event register: 1 is rising, high" },
  GPIOIE:    { offset: 0x410, access: "RW", title: "Interrupt mask register: 1 interrupts" },
  GPIORIS:   { offset: 0x414, access: "RO", title: "Raw interrupt status register" },
  GPIOMIS:   { offset: 0x418, access: "RO", title: "Masked interrupt status register" },
  GPIOIC:    { offset: 0x41c, access: "WO", title: "Interrupt clear register, for edges" },
  GPIOAFSEL: { offset: 0x420, access: "RW", title: "Mode control select register" },
  GPIOPeriphID: { offset: 0xfe0, access: "RO", title: "Peripheral identification", count: 4 },
  GPIOPCellID:  { offset: 0xff0, access: "RO", title: "PrimeCell identification", count: 4 },
} as const satisfies DeviceRegisters;

export const PL061_ID = [0x61, 0x10, 0x04, 0x00, 0x0d, 0xf0, 0x05, 0xb1] as const;
