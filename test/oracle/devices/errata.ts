// Where QEMU 7.2's devices are not what their manuals say. Where it can be asked for something that comes to the same,
// it is; the generators (subjects/) say where, and what of the answer counts.

export const ERRATA = {
  "narrow accesses":
    "The manuals of the PL011, PL031 and PL061 have registers of 32 bits on a bus (AMBA APB) whose byte lanes say which of them"
    + " are meant. QEMU drops the lower two bits of the address, so that a byte at 2 is the register's lowest. It is asked for the word",
  "reserved bits":
    "DDI 0183 (PL011), \"Summary of registers\": reserved bits read as zero. QEMU keeps what is written to them",
  "data of an empty FIFO":
    "DDI 0183 does not say what UARTDR has then. QEMU has what was there 16 words ago; ours has 0",
  "receive levels":
    "DDI 0183, \"Interrupts\": the receive interrupt comes at UARTIFLS's level, the timeout below it. QEMU has one interrupt,"
    + " at the first word, and no timeout. Only while the FIFOs are one word deep do they agree",
  "enabling FIFOs":
    "DDI 0183, \"Flag register\": RXFE is set when the FIFO is empty. QEMU empties it when FEN changes, and leaves UARTFR and"
    + " UARTRIS as they were. It is asked to read the FIFO empty before",
  "levels are remembered":
    "DDI 0190 (PL061), \"Interrupt clear register\": clears edges; a level is the pin's. QEMU remembers a level until it is cleared."
    + " It is asked to clear levels before it is asked for them",
  "a pin that turns":
    "DDI 0190, \"Data register\": an input reads as the pin is, an output is driven as was last written. QEMU has one bit for both."
    + " It is told both again",
  "programming sets bits":
    "StrataFlash J3, \"Program operations\": programming makes ones to zeros; only erasing makes ones. QEMU stores what is written."
    + " It is given what the bits become",
  "where a buffer is":
    "StrataFlash J3, \"Write to Buffer\": the command and the count name the block, the first word says where in it the buffer begins."
    + " QEMU takes the 4 KiB around the count's address, and gives up if words are elsewhere: U-Boot's saveenv fails there. It is"
    + " given the words' own address",
  "status of a bank":
    "StrataFlash J3, \"Clear status register\": clears the error bits; READY shows that the chip is. QEMU clears all eight. It is asked"
    + " to unlock a block, which sets READY",
  "not a command":
    "StrataFlash J3, \"Status register definitions\": an erase or lock whose second write is wrong sets both error bits. QEMU returns"
    + " to the array, having erased; it is not asked",
  "leaving the query":
    "JESD68, \"Query command\": any command is taken while the query table is read. QEMU takes only Read Array; it is asked that before",
} as const;

export type ErratumName = keyof typeof ERRATA;

/** What is never drawn, since QEMU has nothing that comes to the same: our tests have it from the manual. */
export const NOT_ASKED = [
  "PL011: UARTCR. QEMU transmits and receives while disabled, has no loop, heeds no CTS, and raises no modem interrupt",
  "PL011: line errors, breaks and overruns. Nothing on QEMU's side of the wire makes them",
  "PL011: characters of 5 to 7 bits. Neither QEMU nor ours shortens them",
  "PL031: RTCCR. QEMU's clock, and ours, runs from the start",
  "Flash: a buffer of more than 1024 words, and one that leaves its block. QEMU does not count, and sets one error bit",
  "Flash: block locks. Neither QEMU nor ours has them",
  "fw_cfg: DMA from flash and from devices. QEMU reads and writes them; ours only RAM",
] as const;
