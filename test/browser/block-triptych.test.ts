import axe from "axe-core";
import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { pageWith } from "./page-with";
import { Site, phone } from "./site";

describe("BlockTriptych", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  /** The page with the figure's editor in place. */
  async function open(options: Parameters<Site["page"]>[1] = {}): Promise<Page> {
    const page = await site.page(pageWith("<BlockTriptych"), options);
    await page.locator(".block-triptych .cm-content").waitFor();
    return page;
  }
  const figure = (page: Page): Locator => page.locator(".block-triptych");
  const state = (page: Page): Promise<string> => figure(page).locator(".triptych-state").innerText();
  const meaning = (page: Page, name: string): Locator => figure(page).locator(".triptych-meaning .triptych-row", { has: page.getByRole("button", { name, exact: true }) });
  const wasm = (page: Page, name: string): Locator => figure(page).locator(".triptych-wasm .triptych-row", { has: page.getByRole("button", { name, exact: true }) });
  const pointed = (page: Page, column: string): Promise<string[]> => figure(page).locator(`.triptych-${column} .triptych-row.pointed .triptych-name`).allInnerTexts();

  async function type(page: Page, source: string): Promise<void> {
    await page.locator(".block-triptych .cm-content").click();
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText(source);
  }

  it("starts with a loop whose branch is a comparison, marked in all three columns", async () => {
    const page = await open();
    expect(await pointed(page, "meaning")).to.deep.equal(["subs x2, x2, #1"]);
    expect(await pointed(page, "wasm")).to.deep.equal(["subs x2, x2, #1"]);
    expect(await figure(page).locator(".source-pointed").innerText()).to.match(/subs\s+x2, x2, #1/);
    expect(await wasm(page, "b.ne next").innerText()).to.contain("i64.ne");
    expect(await meaning(page, "add x0, x0, x3").innerText()).to.contain("x0 = x0 + x3");
  });

  it("marks what the mouse is on, and keeps what is pressed", async () => {
    const page = await open();
    await meaning(page, "add x0, x0, x3").hover();
    expect(await pointed(page, "wasm")).to.deep.equal(["add x0, x0, x3"]);
    await wasm(page, "ldr x3, [x1], #8").getByRole("button").click();
    await page.mouse.move(0, 0);
    expect(await pointed(page, "meaning")).to.deep.equal(["ldr x3, [x1], #8"]);
  });

  it("goes by the keyboard, and unfolds the lookup", async () => {
    const page = await open();
    await wasm(page, "ldr x3, [x1], #8").getByRole("button").focus();
    await page.keyboard.press("Enter");
    expect(await pointed(page, "meaning")).to.deep.equal(["ldr x3, [x1], #8"]);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await wasm(page, "ldr x3, [x1], #8").locator("details", { hasText: "where in memory" }).innerText()).to.contain("i32.shr_u");
  });

  it("compiles what is typed", async () => {
    const page = await open();
    await type(page, "add x7, x8, x9\nret\n");
    await figure(page).locator(".triptych-state", { hasText: "2 instructions in 1 block" }).waitFor();
    expect(await wasm(page, "add x7, x8, x9").innerText()).to.match(/local\.get \$x8\s+local\.get \$x9\s+i64\.add\s+local\.set \$x7/);
    await figure(page).getByRole("button", { name: "Reset" }).click();
    expect(await state(page)).to.contain("6 instructions");
  });

  it("shows a mistake at its line, and keeps what it had", async () => {
    const page = await open();
    await type(page, "add x0, x1, #4096\n");
    expect(await figure(page).locator(".source-refusal").innerText()).to.contain("expected an integer from 0 to 4095");
    expect(await state(page)).to.contain("Line 1 has a mistake");
    expect(await wasm(page, "b.ne next").count()).to.equal(1);
  });

  it("shows the function that makes flags of another block's", async () => {
    const page = await open();
    await figure(page).getByRole("button", { name: "two blocks" }).click();
    expect(await wasm(page, "b.lt less").innerText()).to.contain("call $flags");
  });

  it("has nothing that axe objects to, with all of it unfolded, in light and in dark", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await open({ colorScheme });
      await figure(page).locator("details").evaluateAll((folds) => folds.forEach((each) => { (each as HTMLDetailsElement).open = true; }));
      await page.evaluate(axe.source);
      const violations = await page.evaluate(async () => {
        const { axe: inPage } = window as unknown as { axe: typeof axe };
        return (await inPage.run(".block-triptych")).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
      });
      expect(violations).to.deep.equal([]);
    }
  });

  it("fits a phone, in every program", async () => {
    const page = await open({ viewport: phone });
    for (const program of ["a loop", "the largest", "a carry chain", "two blocks", "floating point"]) {
      await figure(page).getByRole("button", { name: program, exact: true }).click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
    }
  });

  it("is a picture without script", async () => {
    const page = await site.page(pageWith("<BlockTriptych"), { javaScriptEnabled: false });
    expect(await page.locator(".triptych-source.pointed").innerText()).to.match(/subs\s+x2, x2, #1/);
    expect(await pointed(page, "wasm")).to.deep.equal(["subs x2, x2, #1"]);
  });

  it("complains of nothing", () => expect(site.complaints).to.deep.equal([]));
});
