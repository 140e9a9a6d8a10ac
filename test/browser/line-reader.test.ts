import { expect } from "chai";
import type { Page } from "playwright-core";
import { Site, phone } from "./site";

const address = "/decoder/the-mirror/";

describe("LineReader", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  const line = (page: Page) => page.getByLabel("A line of assembly");
  const verdict = (page: Page): Promise<string> => page.locator(".line-verdict b").innerText();
  const known = (page: Page): Promise<(string | null)[]> => page.locator(".stop .cube").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
  const tries = (page: Page): Promise<string[]> => page.locator(".try-row").allInnerTexts();

  it("starts with a line that is read, operand by operand", async () => {
    const page = await site.page(address);
    expect(await verdict(page)).to.equal("0x91400420.");
    expect(await known(page)).to.deep.equal([
      "Known: x0010001 0xxxxxxx xxxxxxxx xxxxxxxx",
      "Known: 10010001 0xxxxxxx xxxxxxxx xxx00000",
      "Known: 10010001 0xxxxxxx xxxxxx00 00100000",
      "Known: 10010001 0x000000 00000100 00100000",
      "Known: 10010001 01000000 00000100 00100000",
      "Known: 10010001 01000000 00000100 00100000",
    ]);
  });

  it("moves the fingers by mouse and by keyboard", async () => {
    const page = await site.page(address);
    await page.locator(".stop").nth(1).hover();
    expect(await page.locator(".finger-lines .at").allInnerTexts()).to.deep.equal(["x0", "<Rd|SP>"]);
    await page.locator(".stop").nth(1).focus();
    await page.keyboard.press("ArrowDown");
    expect(await page.locator(".finger-lines .at").allInnerTexts()).to.deep.equal(["x1", "<Rn|SP>"]);
    expect(await page.locator(".stop[aria-current='step'] .stop-text").innerText()).to.equal("x1");
  });

  it("answers each letter, and reports the failure that lies furthest", async () => {
    const page = await site.page(address);
    await line(page).fill("add x0, x1, #4096");
    expect(await verdict(page)).to.equal("Column 14: expected an integer from 0 to 4095.");
    expect(await tries(page)).to.have.length(6);
    expect(await page.locator(".try-tells .try-row").allInnerTexts()).to.deep.equal(["ADD (immediate)"]);
    await line(page).press("Backspace");
    expect(await verdict(page)).to.equal("0x91066420.");
  });

  it("shows how far any template came", async () => {
    const page = await site.page(address);
    await page.getByRole("button", { name: "add x0, x1, x2, lsl #3", exact: true }).click();
    expect(await tries(page)).to.deep.equal(["ADD (immediate)", "ADD (shifted register)"]);
    await page.getByRole("button", { name: /^ADD \(immediate\)/ }).click();
    expect(await page.locator(".stop-failed .stop-text").innerText()).to.equal("x2");
    expect(await page.locator(".stop .cube").count()).to.equal(3);
    await page.locator(".line-reader").getByRole("button", { name: "Reset" }).click();
    expect(await verdict(page)).to.equal("0x91400420.");
  });

  it("folds the many that stopped at once", async () => {
    const page = await site.page(address);
    await page.getByRole("button", { name: "ldr x0, [x1, #9]", exact: true }).click();
    expect(await page.locator(".try-tells .try-row").innerText()).to.equal("LDUR");
    expect(await page.locator(".tries summary").innerText()).to.match(/^and \d+ that stopped at the first operand$/);
  });

  it("bears an empty line, and one that is nothing", async () => {
    const page = await site.page(address);
    for (const text of ["", "   ", "frobnicate x0"]) {
      await line(page).fill(text);
      expect(await verdict(page)).to.match(/^Column \d+: unknown mnemonic/);
    }
  });

  it("fits a phone", async () => {
    const page = await site.page(address, { viewport: phone });
    await line(page).fill("ldp x0, x1, [x2, #(1 << 3) + 8 + 16 + 24 + 32 + 48 + 64 + 128]!");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
  });

  it("is a picture without script", async () => {
    const page = await site.page(address, { javaScriptEnabled: false });
    expect(await page.locator(".stop .cube").first().isVisible()).to.equal(true);
    expect(await known(page)).to.have.length(6);
  });
});
