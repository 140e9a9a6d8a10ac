import { bubblewrap } from "../../../src/course/sandbox/bubblewrap";
import { SandboxedProcess } from "../../../src/course/sandbox/process";
import { mkdirSync, writeFileSync, readdirSync, readFileSync } from "node:fs";
import { spawn } from "node:child_process";
const dir = "/tmp/o2p-race"; mkdirSync(dir, {recursive:true}); writeFileSync(dir+"/p.js", "process.stdin.resume(); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)),0,0)");
const left = () => readdirSync("/proc").filter(n => /^\d+$/.test(n) && (() => { try { return readFileSync(`/proc/${n}/cmdline","utf8"`.replace('","utf8"',''),"utf8").includes(dir+"/p.js"); } catch { return false; } })()).length;
const start = () => new SandboxedProcess(bubblewrap()!, {script: dir+"/p.js", flags: [], limits: {heapMiB:64,memoryMiB:300,cpuSeconds:20}}, 1000);
async function main() {
  if (process.argv[2] === "child") { for (let i=0;i<6;i++) start(); setInterval(()=>0,1000); console.log("up"); return; }
  const sb = bubblewrap()!; let hung = 0;
  for (let i=0;i<200;i++) { const p = new SandboxedProcess(sb, {script: dir+"/p.js", flags: [], limits: {heapMiB:64,memoryMiB:300,cpuSeconds:20}}, 1000); await new Promise(r=>setTimeout(r, (i%40)*1)); const r = await Promise.race([p.end(), new Promise(r=>setTimeout(()=>r("hung"),5000))]); if (r==="hung") hung++; }
  console.log("ended by us: hung", hung, "left", left());
  for (let i=0;i<15;i++) { const c = spawn(process.execPath, ["-r","ts-node/register", __filename, "child"], {stdio:["ignore","pipe","ignore"]}); await new Promise(r => c.stdout.once("data", r)); await new Promise(r=>setTimeout(r, i*3)); c.kill("SIGKILL"); await new Promise(r=>c.once("exit", r)); }
  await new Promise(r=>setTimeout(r,1000));
  console.log("killed -9: left", left());
}
void main();
