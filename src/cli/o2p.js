#!/usr/bin/env node
// The o2p command as npm installs it. The sources are TypeScript and run as they are, from a checkout.
/* eslint-disable @typescript-eslint/no-require-imports -- before ts-node there is only CommonJS. */

const { join } = require("node:path");

require("ts-node").register({ cwd: join(__dirname, "..", ".."), projectSearchDir: join(__dirname, "..", ".."), swc: true });

// The reader of a pipe who has gone is no fault: o2p --help | head.
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

require("./main").main(process.argv).then((status) => {
  process.exitCode = status;
});
