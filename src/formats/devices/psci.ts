// PSCI, the Power State Coordination Interface: how a kernel has its firmware switch CPUs and the
// machine on and off (Arm DEN 0022, version 1.1). Functions have numbers; those of the 64-bit
// calling convention have bit 30 set.

export const PSCI = {
  PSCI_VERSION:         0x8400_0000,
  CPU_SUSPEND_32:       0x8400_0001,
  CPU_OFF:              0x8400_0002,
  CPU_ON_32:            0x8400_0003,
  AFFINITY_INFO_32:     0x8400_0004,
  MIGRATE_INFO_TYPE:    0x8400_0006,
  SYSTEM_OFF:           0x8400_0008,
  SYSTEM_RESET:         0x8400_0009,
  PSCI_FEATURES:        0x8400_000a,
  CPU_SUSPEND:          0xc400_0001,
  CPU_ON:               0xc400_0003,
  AFFINITY_INFO:        0xc400_0004,
} as const;

export type PsciFunction = keyof typeof PSCI;

/** What a function returns in X0, when it is not a result of its own. */
export const PSCI_STATUS = {
  SUCCESS: 0,
  NOT_SUPPORTED: -1,
  INVALID_PARAMETERS: -2,
  ALREADY_ON: -4,
} as const;

/** The major version in bits 31:16, the minor one in 15:0. */
export const PSCI_1_1 = 0x1_0001;
/** MIGRATE_INFO_TYPE: there is no trusted operating system that would have to be migrated. */
export const NOTHING_TO_MIGRATE = 2;
/** AFFINITY_INFO. */
export const AFFINITY_ON = 0;
export const AFFINITY_OFF = 1;
