import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { Site, phone } from "./site";

/** Where chapter 6 has the first of them: a program that prints eleven bytes. */
const address = "/devices/a-bus-and-a-console/";

describe("LiveTerminal", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  const figure = (page: Page): Locator => page.locator(".live-terminal").first();
  const press = (page: Page, name: string): Promise<void> => figure(page).getByRole("button", { name, exact: true }).click();
  const until = (page: Page, pattern: RegExp): Promise<unknown> => page.waitForFunction((source) => new RegExp(source).test(document.querySelector(".live-state")?.textContent ?? ""), pattern.source);
  /** All that is on the screen. */
  const shows = (page: Page, text: string): Promise<unknown> => page.waitForFunction((wanted) => (document.querySelector(".live-terminal .xterm-rows")?.textContent ?? "").replace(/\u00a0/g, " ").trim() === wanted, text);

  async function open(options: Parameters<Site["page"]>[1] = {}): Promise<Page> {
    const page = await site.page(address, options);
    await figure(page).scrollIntoViewIfNeeded();
    await figure(page).locator(".xterm-rows").waitFor();
    return page;
  }

  it("is switched on when it comes into sight", async () => {
    const page = await open();
    await until(page, /^It has switched itself off/);
    await shows(page, "Hello, bus");
  });

  it("boots the program as the reader has changed it, and back", async () => {
    const page = await open();
    await until(page, /switched itself off/);
    await figure(page).locator(".cm-content").click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText("wfi\nb .\n");
    await press(page, "Boot it, as it is now");
    await until(page, /^Asleep behind 1 instruction/);
    await shows(page, "");
    await press(page, "Reset");
    await until(page, /switched itself off/);
    await shows(page, "Hello, bus");
  });

  it("stops, marks the next line, and steps", async () => {
    const page = await open();
    await until(page, /switched itself off/);
    await figure(page).locator(".cm-content").click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText("again: nop\n       b again\n");
    await press(page, "Boot it, as it is now");
    await until(page, /^Running/);
    await press(page, "Stop");
    await until(page, /^Stopped/);
    await figure(page).locator(".program-next").waitFor();
    const before = await figure(page).locator(".program-next").innerText();
    await press(page, "Step");
    await page.waitForFunction((text) => document.querySelector(".program-next")?.textContent !== text, before);
  });

  it("says a mistake at its line", async () => {
    const page = await open();
    await figure(page).locator(".cm-content").click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText("nop\nnonsense x0\n");
    await press(page, "Boot it, as it is now");
    await figure(page).locator(".program-fault").waitFor();
    expect(await figure(page).locator(".program-wrong").innerText()).to.match(/^nonsense x0/);
  });

  it("fits a phone", async () => {
    const page = await open({ viewport: phone });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
  });

  it("is a program, and the command that runs it, without script", async () => {
    const page = await site.page(address, { javaScriptEnabled: false });
    expect(await figure(page).locator(".live-listing").innerText()).to.contain("tbnz");
    expect(await figure(page).locator(".terminal-before").innerText()).to.contain("o2p boot chapters/06-devices/files/hello.s");
  });

  it("complains of nothing", () => expect(site.complaints).to.deep.equal([]));
});
