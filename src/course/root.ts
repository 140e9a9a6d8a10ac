import { join, resolve } from "node:path";

/** The folder that the course is checked out in. */
export const COURSE_ROOT = resolve(__dirname, "..", "..");

/** The reader's own copies: git ignores it, and no command overwrites what is in it. */
export const WORK = "work";

/** The path of the working copy. O2P_WORK moves it, for tests of the commands. */
export const workFolder = (): string => process.env["O2P_WORK"] ?? join(COURSE_ROOT, WORK);

/** Where other people's images are kept: git ignores it. O2P_CACHE moves it. */
export const imagesFolder = (): string => process.env["O2P_CACHE"] ?? join(COURSE_ROOT, ".cache", "images");
