// Where a request's code and data lie, in QEMU and in our machine alike: fixed, so that results are comparable.

/** The code. Whatever else is in the region is zeros, which are UDF #0. */
export const CODE = 0x2000_0000;
export const CODE_REGION = 0x1800_0000;
export const CODE_REGION_SIZE = 0x0e00_0000;

/** The data: two pages, so that an access can lie across their border. Nothing is mapped around them. */
export const WINDOW = 0x1000_0000;
export const WINDOW_SIZE = 0x2000;

/** Nothing is mapped here. */
export const NOWHERE = 0x1400_0000;

/** The harness itself, within a branch's reach of the code. */
export const HARNESS = 0x2700_0000;
export const PRISTINE = 0x2800_0000;
export const INPUT = 0x4000_0000;
export const OUTPUT = 0x6000_0000;
export const BUFFER_SIZE = 0x1000_0000;
