// Records the device trees of QEMU's board. Needs qemu-system-aarch64 7.2 (Debian's qemu-system-arm).
//
//   npx ts-node test/oracle/devices/record-trees.ts

import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { GICS, recordedFile, treeByQemu } from "./qemu-tree";

for (const gic of GICS) writeFileSync(recordedFile(gic), gzipSync(treeByQemu(gic), { level: 9 }));
