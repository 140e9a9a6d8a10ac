// What the programs of these tests have in common: places, and how to set up interrupts.

/** GICv2's registers, the board's devices, PSCI's functions. */
export const PLACES = `
.equ GICD, 0x08000000
.equ GICC, 0x08010000
.equ UART, 0x09000000
.equ RTC,  0x09010000
.equ GPIO, 0x09030000
.equ CPU_OFF, 0x84000002
.equ CPU_ON, 0xc4000003
.equ AFFINITY_INFO, 0xc4000004
.equ CPU_SUSPEND, 0xc4000001
.equ SYSTEM_OFF, 0x84000008
.equ SYSTEM_RESET, 0x84000009
`;

/** X20 is the distributor, X21 the CPU interface; private interrupt `intid` comes through. */
export const privateInterrupt = (intid: number): string => `
  ldr x20, =GICD
  ldr x21, =GICC
  mov w0, #1
  str w0, [x20]
  ldr w0, =${2 ** intid}
  str w0, [x20, #0x100]
  mov w0, #0xf0
  str w0, [x21, #4]
  mov w0, #1
  str w0, [x21]
`;

/** Likewise a shared one, for CPU 0: INTIDs 32 to 63. */
export const sharedInterrupt = (intid: number): string => `
  ldr x20, =GICD
  ldr x21, =GICC
  mov w0, #1
  str w0, [x20]
  strb w0, [x20, #${0x800 + intid}]
  ldr w0, =${2 ** (intid - 32)}
  str w0, [x20, #0x104]
  mov w0, #0xf0
  str w0, [x21, #4]
  mov w0, #1
  str w0, [x21]
`;

/** IRQs from EL1 on its own stack pointer go to `irq`. */
export const VECTORS = `
  .balign 2048
vectors:
  .zero 0x280
  b irq
`;

export const AT_VECTORS = "  adr x0, vectors\n  msr VBAR_EL1, x0\n  isb\n";

export const OFF = "  ldr x0, =SYSTEM_OFF\n  hvc #0\n  b .\n";

/** Switches CPUs 1 to `cpus` - 1 on, at `begin`, each with its number in X0; CPU 0 follows. */
export const allOn = (cpus: number): string => `
  mov x19, #1
on:
  cmp x19, #${cpus}
  b.eq all_on
  ldr x0, =CPU_ON
  mov x1, x19
  adr x2, begin
  mov x3, x19
  hvc #0
  add x19, x19, #1
  b on
all_on:
  mov x0, xzr
begin:
  mov x28, x0
`;

/**
 * Four CPUs, each with a timer that interrupts again and again, and a lock that they hand on by WFE and the end of an
 * exclusive watch, and by SEV. What the lock protects is a sum; each adds 1, 60 times; CPUs 1 and 3 sleep sometimes. CPU 0
 * listens to the event stream. In the end X10 of CPU 0 is the sum, and the machine goes off.
 */
export const LOCK = `${PLACES}
${allOn(4)}
${AT_VECTORS}
${privateInterrupt(27)}
  add x27, x28, #3
  mov x0, #300
  mul x27, x27, x0                // The timer's period: 900 ticks and more.
  mrs x25, CNTVCT_EL0
  add x25, x25, x27
  msr CNTV_CVAL_EL0, x25
  mov x0, #1
  msr CNTV_CTL_EL0, x0
  mov x0, #0x54                   // Bit 5 of the count makes events as it rises.
  cbnz x28, quiet
  msr CNTKCTL_EL1, x0
quiet:
  msr DAIFClr, #2
  mov x26, #60
again:
  adr x1, lock
  sevl
wait:
  wfe
try:
  ldaxr w2, [x1]
  cbnz w2, wait
  mov w2, #1
  stxr w3, w2, [x1]
  cbnz w3, try
  adr x4, sum
  ldr x5, [x4]
  add x6, x28, #25
  lsl x6, x6, #4
hold:
  subs x6, x6, #1
  b.ne hold
  add x5, x5, #1
  str x5, [x4]
  stlr wzr, [x1]
  sev
  sev
  tbz x28, #0, busy
  tst x26, #15
  b.ne busy
  wfi
busy:
  subs x26, x26, #1
  b.ne again
  adr x4, done
  mov x5, #1
  ldadd x5, x6, [x4]
  sev
  cbz x28, last
  ldr x0, =CPU_OFF
  hvc #0
last:
  ldr x5, [x4]
  cmp x5, #4
  b.eq over
  wfe
  b last
over:
  adr x4, sum
  ldr x10, [x4]
${OFF}

irq:                              // X7 to X9 are its own; X22 counts.
  ldr w7, [x21, #0x0c]
  cmp w7, #27
  b.ne spurious
  add x25, x25, x27
  msr CNTV_CVAL_EL0, x25
  isb
  add x22, x22, #1
  add w8, w28, #'0'
  ldr x9, =UART
  str w8, [x9]
  str w7, [x21, #0x10]
spurious:
  eret

.balign 64
lock: .xword 0
.balign 64
sum:  .xword 0
done: .xword 0
${VECTORS}`;
