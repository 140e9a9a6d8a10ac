// What a GICv3 gives each CPU: the registers ICC_*, by which it takes interrupts without going over
// the bus. A machine with another interrupt controller has none of them. Chapter 6 implements this.

export type InterfaceRegister =
  | "ICC_PMR_EL1" | "ICC_CTLR_EL1" | "ICC_SRE_EL1" | "ICC_RPR_EL1" | "ICC_DIR_EL1"
  | "ICC_IAR0_EL1" | "ICC_EOIR0_EL1" | "ICC_HPPIR0_EL1" | "ICC_BPR0_EL1" | "ICC_IGRPEN0_EL1"
  | "ICC_IAR1_EL1" | "ICC_EOIR1_EL1" | "ICC_HPPIR1_EL1" | "ICC_BPR1_EL1" | "ICC_IGRPEN1_EL1"
  | "ICC_AP0R0_EL1" | "ICC_AP1R0_EL1" | "ICC_SGI0R_EL1" | "ICC_SGI1R_EL1" | "ICC_ASGI1R_EL1";

export interface InterruptInterface {
  /** A read may do something: reading ICC_IAR1_EL1 acknowledges. */
  readRegister(name: InterfaceRegister): bigint;
  writeRegister(name: InterfaceRegister, value: bigint): void;
}
