// Attacks by code that has got out of its realm: the tests hand it Node's `require` and `process`, as `escaped`. What
// holds it then is the sandbox alone. CANARY is the path of a file that everyone may write.

import type { Attack } from "./in-the-language";

const NODE = "const { require: node, process } = escaped as any; const fs = node('node:fs');";

/** Runs `body` once, swallows what it throws; the answers are 1, which is right for some calls and wrong for others. */
const once = (body: string): string => `// @ts-nocheck
${NODE}
try { ${body} } catch (fault) { console.log(fault.code + " " + fault.message); }
export function field(word: number, hi: number, lo: number): number { return 1; }`;

/** Answers every call with what \`expression\` finds: a leak would be points. */
const answers = (expression: string): string => `// @ts-nocheck
${NODE}
export function field(word: number, hi: number, lo: number): any { try { return ${expression}; } catch (fault) { return 1; } }`;

/** Would do the whole exercise, with what it has read. */
const evaluated = (file: string): string => answers(
  `node("node:vm").runInThisContext("(" + fs.readFileSync(${JSON.stringify(file)}, "utf8").replace(/^[^]*=>/, "(word, hi, lo) =>").replace(/;\\s*$/, "") + ")")(word, hi, lo)`);

export function asIfEscaped(courseRoot: string, canary: string): readonly Attack[] {
  const at = (path: string): string => JSON.stringify(`${courseRoot}/${path}`);
  return [
    // what it tries                            may end as             how
    ["leaves with exit status 0",                ["crash"],         once(`process.exit(0);`)],
    ["leaves with exit status 0, mid-way",       ["crash"],         answers(`word === 0x913ffc41 ? process.exit(0) : 1`)],
    ["aborts",                                   ["crash"],         once(`process.abort();`)],
    ["says the end, and exits",                  ["fail"],          once(`fs.writeSync(1, '["loaded"]\\n["end"]\\n'); process.exit(0);`)],
    ["says a verdict where answers go",          ["crash"],         once(`fs.writeSync(1, '{"status":"pass","points":5}\\n');`)],
    ["forges one answer to all",                 ["fail"],          once(`for (let i = 0; i < 600; i++) fs.writeSync(1, '["answer",' + i + ',1]\\n'); fs.writeSync(1, '["end"]\\n');`)],
    ["forges answers to calls that nobody made", ["fail"],          once(`for (let i = 5000; i < 50000; i++) fs.writeSync(1, '["answer",' + i + ',1]\\n');`)],
    ["writes without end",                       ["crash"],         once(`for (;;) fs.writeSync(1, "x".repeat(65536));`)],
    ["writes errors without end",                ["out of fuel", "timeout"], once(`for (;;) fs.writeSync(2, "x".repeat(65536));`)],
    ["keeps its process alive",                  ["fail"],          once(`process.exit = () => undefined; process.reallyExit = () => undefined; setInterval(() => undefined, 1000);`)],
    ["reads the solution",                       ["fail"],          evaluated(`${courseRoot}/solutions/01-decoder/field.ts`)],
    ["reads the reference",                      ["fail"],          evaluated(`${courseRoot}/src/machine/decoder/field.ts`)],
    ["reads the trial",                          ["fail"],          answers(`fs.readFileSync(${at("src/course/exercises/01-decoder/field.ts")}, "utf8")`)],
    ["reads the tests",                          ["fail"],          answers(`fs.readdirSync(${at("test/exercises")})`)],
    ["reads other people's files",               ["fail"],          answers(`fs.readFileSync("/etc/passwd", "utf8") + fs.readdirSync("/root") + fs.readdirSync("/home")`)],
    ["reads its environment",                    ["fail"],          answers(`JSON.stringify(process.env) + fs.readFileSync("/proc/self/environ", "utf8")`)],
    ["reads the judge's memory",                 ["fail"],          answers(`fs.readFileSync("/proc/" + process.ppid + "/mem", "utf8")`)],
    ["writes a file of the course",              ["fail"],          once(`fs.writeFileSync(${at("solutions/01-decoder/field.ts")}, "");`)],
    ["writes beside its own program",            ["fail"],          once(`fs.writeFileSync(node("node:path").dirname(process.argv[1]) + "/realm.js", "");`)],
    ["writes a file that everyone may write",    ["fail"],          once(`fs.writeFileSync(${JSON.stringify(canary)}, "dead");`)],
    ["removes a file that everyone may write",   ["fail"],          once(`fs.unlinkSync(${JSON.stringify(canary)});`)],
    ["writes to /tmp, /dev/shm, /var/tmp, /",    ["fail"],          once(`for (const dir of ["/tmp", "/dev/shm", "/var/tmp", ""]) { try { fs.writeFileSync(dir + "/attack-was-here", "x"); console.log("WROTE " + dir); } catch (fault) { console.log(fault.code); } }`)],
    ["links to a file of the course",            ["fail"],          once(`fs.symlinkSync(${at("solutions/01-decoder/field.ts")}, "/link"); console.log("LINKED");`)],
    ["starts a process",                         ["fail"],          once(`console.log(node("node:child_process").spawnSync(process.execPath, ["-e", "0"]).error ? "refused" : "STARTED");`)],
    ["starts a process that outlives it",        ["fail"],          once(`node("node:child_process").spawn(process.execPath, ["-e", "setInterval(() => 0, 1e9)", "attack-left-behind"], { detached: true, stdio: "ignore" }).on("error", () => 0).unref();`)],
    ["is a fork bomb",                           ["fail"],          once(`const { spawn } = node("node:child_process"); for (let i = 0; i < 200; i++) spawn(process.execPath, ["-e", "for (;;) require('node:child_process').spawn(process.execPath, ['attack-left-behind'])"], { detached: true, stdio: "ignore" }).on("error", () => 0);`)],
    ["is a thread bomb",                         ["fail", "crash", "out of memory", "timeout"], once(`const { Worker } = node("node:worker_threads"); const all = []; for (let i = 0; i < 200; i++) all.push(new Worker("for (;;);", { eval: true })); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);`)],
    ["kills whom it can",                        ["fail", "crash"], once(`for (const pid of [process.ppid, 1, 2, 3, -1]) { try { process.kill(pid, "SIGKILL"); } catch {} }`)],
    ["connects to the network",                  ["fail"],          once(`const socket = node("node:net").connect(80, "1.1.1.1"); socket.on("error", () => 0); socket.on("connect", () => fs.writeSync(1, "CONNECTED"));`)],
    ["listens on the network",                   ["fail"],          once(`node("node:net").createServer().on("error", () => 0).listen(47111, () => fs.writeSync(1, "LISTENING"));`)],
    ["opens the inspector",                      ["fail", "crash"], once(`node("node:inspector").open(47112, "0.0.0.0");`)],
    ["takes 8 GB outside the heap",              ["fail", "out of memory", "crash"], once(`globalThis.all = []; for (let i = 0; i < 128; i++) globalThis.all.push(node("node:buffer").Buffer.alloc(2 ** 26, 1));`)],
    ["writes heap snapshots and reports",        ["fail"],          once(`process.chdir("/"); try { process.report.writeReport("/attack-was-here"); } catch {} node("node:v8").writeHeapSnapshot("/attack-was-here");`)],
    ["becomes another user",                     ["fail"],          once(`process.setuid(0);`)],
    ["loads native code",                        ["fail"],          once(`process.dlopen({ exports: {} }, "/usr/lib/x86_64-linux-gnu/libc.so.6");`)],
    ["raises its own limits",                    ["out of fuel", "timeout"], once(`node("node:v8").setFlagsFromString("--max-old-space-size=8000"); for (;;);`)],
  ];
}
