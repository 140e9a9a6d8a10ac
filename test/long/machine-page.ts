// Debian's kernel and an initial RAM disk, given to the machine page as files, in Chromium: to a shell, and off again, and
// no task on the page's own thread that takes longer than a person notices.
//
// It needs a built site, the images of `o2p images fetch linux`, and minutes: npx ts-node test/long/machine-page.ts

import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { UserFault } from "../../src/base/fault";
import { type Task, tasksOf } from "../browser/page-tasks";
import { Site } from "../browser/site";

const IMAGES = join(__dirname, "../../.cache/images");
const FILES = ["linux", "initramfs.cpio.gz"].map((name) => join(IMAGES, name));
const BOOT_MS = 900_000;
const ANSWER_MS = 60_000;
/** A person notices from about here. */
const MOST_MS = 100;

async function main(): Promise<void> {
  for (const file of FILES) if (!existsSync(file)) throw new UserFault(`${file} is not there: run o2p images fetch linux first`);
  const site = await Site.open();
  try {
    const page = await site.page("/machine/");
    page.setDefaultTimeout(ANSWER_MS);
    await page.locator(".xterm-rows").waitFor();
    const tasks = await tasksOf(page, async () => {
      await boot(page);
      await answers(page, "uname -sm", "Linux aarch64");
      await answers(page, "nproc", "1");
      await type(page, "poweroff -f");
      await waitFor(page, ".machine-standing", /switched itself off/, ANSWER_MS);
    });
    report(tasks, site.complaints);
  } finally {
    await site.close();
  }
}

/** Files are chosen, as by hand; the machine is given what it is by default. */
async function boot(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Your own files" }).click();
  await page.locator(".machine-files input[type=file]").setInputFiles(FILES);
  await page.locator(".machine-files li").nth(1).waitFor();
  const begun = Date.now();
  await page.getByRole("button", { name: /^Switch it/ }).click();
  await waitFor(page, ".xterm-rows", /# *$/, BOOT_MS);
  const standing = await page.locator(".machine-standing").innerText();
  console.log(`a shell behind ${((Date.now() - begun) / 1000).toFixed(0)} s: ${standing}`);
}

async function answers(page: Page, command: string, answer: string): Promise<void> {
  await type(page, command);
  await waitFor(page, ".xterm-rows", new RegExp(`${answer}[^#]*# *$`), ANSWER_MS);
}

async function type(page: Page, command: string): Promise<void> {
  await page.locator(".xterm").click();
  await page.keyboard.type(command);
  await page.keyboard.press("Enter");
}

/** Looks once a second, since looking is work for the page, too. */
async function waitFor(page: Page, selector: string, pattern: RegExp, timeout: number): Promise<void> {
  await page.waitForFunction(
    ([where, source]) => new RegExp(source!).test((document.querySelector(where!)?.textContent ?? "").replace(/\u00a0/g, " ").trimEnd()),
    [selector, pattern.source], { timeout, polling: 1000 },
  );
}

function report(tasks: readonly Task[], complaints: readonly string[]): void {
  const longest = (what: keyof Task): string => tasks.reduce((most, task) => Math.max(most, task[what]), 0).toFixed(0);
  console.log(`${tasks.length} tasks on the page's thread; the longest took ${longest("processorMs")} ms of the processor, and ${longest("ms")} ms by the clock`);
  const tooLong = tasks.filter(({ processorMs }) => processorMs > MOST_MS);
  for (const { ms, processorMs } of tooLong) console.error(`a task of ${processorMs.toFixed(0)} ms, ${ms.toFixed(0)} ms by the clock`);
  for (const complaint of complaints) console.error(complaint);
  if (tooLong.length + complaints.length > 0 || tasks.length === 0) process.exitCode = 1;
}

main().catch((fault: unknown) => {
  console.error(fault instanceof UserFault ? fault.message : fault);
  process.exitCode = fault instanceof UserFault ? 2 : 1;
});
