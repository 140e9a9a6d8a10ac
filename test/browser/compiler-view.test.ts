import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { pageWith } from "./page-with";
import { Site, phone } from "./site";

describe("CompilerView", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  async function open(options: Parameters<Site["page"]>[1] = {}): Promise<Page> {
    const page = await site.page(pageWith("<CompilerView"), options);
    await column(page, "assembly").waitFor();
    return page;
  }
  const figure = (page: Page): Locator => page.locator(".compiler-view").first();
  const column = (page: Page, form: "ir" | "assembly"): Locator => figure(page).locator(`.compiler-${form} [role=listbox]`);
  const press = (page: Page, name: string): Promise<void> => figure(page).getByRole("button", { name, exact: true }).click();
  const marked = (page: Page, form: "ir" | "assembly"): Promise<string[]> => column(page, form).locator("[aria-selected=true] code").allInnerTexts();
  const checks = (page: Page): Promise<number> => column(page, "ir").locator("code", { hasText: "= safe" }).count();
  const state = (page: Page, pattern: RegExp): Promise<unknown> =>
    page.waitForFunction((source) => new RegExp(source).test(document.querySelector(".compiler-state")?.textContent ?? ""), pattern.source, { timeout: 60_000 });
  async function type(page: Page, text: string): Promise<void> {
    await figure(page).locator(".cm-content").click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText(text);
  }

  /** As from the clipboard: typing a long text takes a browser minutes. */
  async function paste(page: Page, text: string): Promise<void> {
    await figure(page).locator(".cm-content").evaluate((element, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", pasted);
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  }

  it("shows a program in three forms, before any compiler has come", async () => {
    const page = await open();
    const workers = page.workers().length;
    await press(page, "Recursion");
    expect(await column(page, "ir").locator("code").first().innerText()).to.match(/^function fib\(/);
    expect(await column(page, "assembly").getByText("fib:", { exact: true }).count()).to.equal(1);
    expect(workers).to.equal(0);
  });

  it("marks what comes from the line under the mouse, in all three", async () => {
    const page = await open();
    await press(page, "Recursion");
    await figure(page).locator(".cm-line").nth(1).hover();
    await figure(page).locator(".cm-line.source-pointed").waitFor();
    expect((await marked(page, "ir")).some((text) => text.includes("branch lt"))).to.equal(true);
    expect((await marked(page, "assembly")).some((text) => text.startsWith("cmp"))).to.equal(true);
    expect(await figure(page).locator(".compiler-pointed").innerText()).to.match(/^Line 2: \d+ operations, \d+ instructions\.$/);
    await column(page, "assembly").locator("code", { hasText: "bl fib" }).first().hover();
    expect(await figure(page).locator(".cm-line.source-pointed").innerText()).to.match(/fib\(/);
  });

  it("is gone through by keyboard", async () => {
    const page = await open();
    await press(page, "Recursion");
    await column(page, "ir").focus();
    await page.keyboard.press("End");
    expect(await figure(page).locator(".cm-line.source-pointed").count()).to.equal(1);
    const before = await figure(page).locator(".cm-line.source-pointed").innerText();
    await page.keyboard.press("Home");
    expect(await figure(page).locator(".cm-line.source-pointed").innerText()).not.to.equal(before);
    expect(await column(page, "ir").getAttribute("aria-activedescendant")).to.match(/-0$/);
  });

  it("shows the checks that the optimizer takes away", async () => {
    const page = await open();
    await press(page, "Recursion");
    const optimized = await checks(page);
    await press(page, "As written");
    expect(await checks(page)).to.be.greaterThan(optimized);
  });

  it("compiles what is typed, and boots it", async () => {
    const page = await open();
    await press(page, "Hello");
    await type(page, "export function start(): void {\n  console.log(`six times seven is ${6 * 7}`);\n}\n");
    await state(page, /bytes are the program's own/);
    await column(page, "ir").locator("code", { hasText: "constant 42" }).or(column(page, "ir").locator("code", { hasText: "six times" })).first().waitFor();
    await press(page, "Boot it, as it is now");
    await page.waitForFunction(() => /six times seven is 42/.test((document.querySelector(".compiler-machine .xterm-rows")?.textContent ?? "").replace(/\u00a0/g, " ")), undefined, { timeout: 60_000 });
    await press(page, "Reset");
    expect(await figure(page).locator(".cm-content").innerText()).to.contain("Hello from TypeScript");
  });

  it("boots a sample, which traps at its line", async () => {
    const page = await open();
    await press(page, "A trap");
    await press(page, "Boot");
    await page.waitForFunction(() => /trap: .*at factorial \(main\.ts:2\)/.test((document.querySelector(".compiler-machine .xterm-rows")?.textContent ?? "").replace(/\u00a0/g, " ")), undefined, { timeout: 60_000 });
  });

  it("boots a program that does not end, and stops it", async () => {
    const page = await open();
    await type(page, "export function start(): void {\n  let i = 0;\n  while (true) i = (i + 1) % 1000;\n}\n");
    await state(page, /bytes are the program's own/);
    await press(page, "Boot it, as it is now");
    await page.waitForFunction(() => /^Running: /.test(document.querySelector(".compiler-machine-state")?.textContent ?? ""), undefined, { timeout: 60_000 });
    await press(page, "Stop");
    await page.waitForFunction(() => /^Stopped behind [\d,]+ instructions\.$/.test(document.querySelector(".compiler-machine-state")?.textContent ?? ""));
    await press(page, "Go on");
    await page.waitForFunction(() => /^Running: /.test(document.querySelector(".compiler-machine-state")?.textContent ?? ""));
    await press(page, "Recursion");
    expect(await figure(page).locator(".compiler-machine").count()).to.equal(0);
  });

  it("draws of a long program what is in sight, and goes to its end", async () => {
    const page = await open();
    const lines = Array.from({ length: 400 }, (_, i) => `  console.log(\`line ${i} is \${${i} * ${i + 1}}\`);`);
    await figure(page).locator(".cm-content").click();
    await page.keyboard.press("Control+A");
    await paste(page, `export function start(): void {\n${lines.join("\n")}\n}\n`);
    await state(page, /^[\d,]{6,} bytes are the program's own/);
    expect(await column(page, "assembly").locator("[role=option]").count()).to.be.lessThan(300);
    await column(page, "assembly").focus();
    await page.keyboard.press("End");
    await column(page, "assembly").locator("code", { hasText: "bl trap/stack" }).last().waitFor();
    expect(await figure(page).locator(".compiler-pointed").innerText()).to.match(/^Line \d+: /);
  });

  it("says what is refused at its line, and takes it back when it is mended", async () => {
    const page = await open();
    await type(page, "export function start(): void {\n  console.log(`${0.5}`);\n}\n");
    await figure(page).locator(".source-refusal").first().waitFor({ timeout: 60_000 });
    expect(await figure(page).locator(".cm-line.source-wrong").innerText()).to.contain("0.5");
    await type(page, "export function start(): void {\n  console.log(`${5}`);\n}\n");
    await figure(page).locator(".source-refusal").first().waitFor({ state: "detached", timeout: 60_000 });
    await state(page, /bytes are the program's own/);
  });

  it("fits a phone", async () => {
    const page = await open({ viewport: phone });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
  });

  it("is its three forms without script", async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await figure(page).locator(".compiler-source code").first().innerText()).not.to.equal("");
    expect(await column(page, "assembly").locator("code").count()).to.be.greaterThan(5);
  });

  it("complains of nothing", () => expect(site.complaints).to.deep.equal([]));
});
