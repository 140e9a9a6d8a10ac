import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { phone, Site } from "./site";

describe("the front page", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  const machine = (page: Page): Locator => page.locator(".machine");
  const state = (page: Page, pattern: RegExp): Promise<unknown> =>
    page.waitForFunction((source) => new RegExp(source).test(document.querySelector(".machine-state")?.textContent ?? ""), pattern.source, { timeout: 60_000 });
  const shows = (page: Page, text: string): Promise<unknown> =>
    page.waitForFunction((wanted) => (document.querySelector(".machine .xterm-rows")?.textContent ?? "").replace(/\u00a0/g, " ").includes(wanted), text, { timeout: 60_000 });
  const press = (page: Page, name: string): Promise<void> => machine(page).getByRole("button", { name, exact: true }).click();

  async function open(options: Parameters<Site["page"]>[1] = {}): Promise<Page> {
    const page = await site.page("/", options);
    await machine(page).scrollIntoViewIfNeeded();
    await state(page, /^Asleep behind [\d,]+ instructions/);
    return page;
  }

  it("shows without script what the monitor says", async () => {
    const page = await site.page("/", { javaScriptEnabled: false });
    expect(await machine(page).locator(".terminal-before").innerText()).to.match(/^monitor: type help\s+> help\s+help +this list/);
  });

  it("boots the monitor by itself, and answers what is typed", async () => {
    const page = await open();
    await shows(page, "monitor: type help");
    await machine(page).locator(".xterm").click();
    await page.keyboard.type("echo typed by hand\n");
    await shows(page, "typed by hand>");
    expect(await machine(page).locator(".machine-activity").innerText()).to.match(/EL1[\s\S]*an interrupt, at 0xffff_ff80_/);
  });

  it("types a command for whoever presses it", async () => {
    const page = await open();
    await press(page, "help");
    await shows(page, "poweroff");
  });

  it("is stopped, stepped and gone on with", async () => {
    const page = await open();
    await press(page, "Stop");
    await state(page, /^Stopped behind/);
    const before = await machine(page).locator(".machine-activity code").first().innerText();
    await machine(page).locator(".xterm").click();
    await page.keyboard.type("u");
    await press(page, "Step");
    await page.waitForFunction((pc) => document.querySelector(".machine-activity code")?.textContent !== pc, before);
    await press(page, "Go on");
    await state(page, /^Asleep behind/);
  });

  it("is switched off from inside, and on again", async () => {
    const page = await open();
    await machine(page).locator(".xterm").click();
    await page.keyboard.type("poweroff\n");
    await state(page, /^It has switched itself off/);
    expect(await machine(page).getByRole("button", { name: "help", exact: true }).isDisabled()).to.equal(true);
    await press(page, "Switch it off and on");
    await state(page, /^Asleep behind/);
  });

  it("has its terminal on a phone, wide enough for the longest line", async () => {
    const page = await open({ viewport: phone, hasTouch: true, isMobile: true });
    await machine(page).locator(".xterm").tap();
    await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "The machine's terminal");
    await page.keyboard.type("help\n");
    await shows(page, "poweroff");
    const lines = await machine(page).locator(".xterm-rows > div").allInnerTexts();
    expect(lines.map((line) => line.replace(/\u00a0/g, " ").trim())).to.include("crash HOW            the kernel, on purpose");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
  });

  it("shows the whole road, and which chapters are written", async () => {
    const page = await site.page("/");
    expect(await page.locator(".station").count()).to.equal(12);
    expect(await page.locator(".station h4 a").first().innerText()).to.equal("The decoder");
    expect(await page.locator(".station-to-come").last().innerText()).to.contain("not written yet");
  });

  it("asks no other host for anything, and complains of nothing", () => {
    expect(site.strangers).to.deep.equal([]);
    expect(site.complaints).to.deep.equal([]);
  });
});
