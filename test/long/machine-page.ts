// Debian's kernel and an initial RAM disk, given to the machine page as files, in Chromium: to a shell, and off again, and
// no task on the page's own thread that takes longer than a person notices.
//
// It needs a built site, the images of `o2p images fetch linux busybox`, and minutes: npx ts-node test/long/machine-page.ts

import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { UserFault } from "../../src/base/fault";
import { Site } from "../browser/site";

const IMAGES = join(__dirname, "../../.cache/images");
const FILES = ["linux", "initramfs.cpio.gz"].map((name) => join(IMAGES, name));
const BOOT_MS = 900_000;
const ANSWER_MS = 60_000;
/** Chromium calls a task long from 50 ms; a person notices from about 100. */
const MOST_MS = 100;

interface LongTask {
  readonly at: number;
  readonly ms: number;
}

async function main(): Promise<void> {
  for (const file of FILES) if (!existsSync(file)) throw new UserFault(`${file} is not there: run o2p images fetch linux, and busybox, first`);
  const site = await Site.open();
  try {
    const page = await site.page("/machine/");
    page.setDefaultTimeout(ANSWER_MS);
    await page.locator(".xterm-rows").waitFor();
    await listen(page);
    await boot(page);
    await answers(page, "uname -sm", "Linux aarch64");
    await answers(page, "nproc", "1");
    await type(page, "poweroff -f");
    await waitFor(page, ".machine-standing", /switched itself off/, ANSWER_MS);
    report(await longTasks(page), site.complaints);
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

async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks: LongTask[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => { for (const { startTime, duration } of list.getEntries()) tasks.push({ at: startTime, ms: duration }); }).observe({ type: "longtask" });
  });
}

const longTasks = (page: Page): Promise<readonly LongTask[]> => page.evaluate(() => (window as unknown as { longTasks: LongTask[] }).longTasks);

function report(tasks: readonly LongTask[], complaints: readonly string[]): void {
  const longest = Math.max(0, ...tasks.map(({ ms }) => ms));
  console.log(`${tasks.length} tasks of 50 ms or more on the page's thread, the longest ${longest.toFixed(0)} ms`);
  const tooLong = tasks.filter(({ ms }) => ms > MOST_MS);
  for (const { at, ms } of tooLong) console.error(`a task of ${ms.toFixed(0)} ms, ${(at / 1000).toFixed(1)} s behind the page's beginning`);
  for (const complaint of complaints) console.error(complaint);
  if (tooLong.length + complaints.length > 0) process.exitCode = 1;
}

main().catch((fault: unknown) => {
  console.error(fault instanceof UserFault ? fault.message : fault);
  process.exitCode = fault instanceof UserFault ? 2 : 1;
});
