import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { Site, phone } from "./site";

const address = "/cpu/many-executors/";

// The words are llvm-mc's; what they do is the Arm ARM's, in the explainer's notation.
const lines = [
  // line                      word          row                     what it does
  ["add x0, x1, #1",           "0x91000420", "ADD (immediate)",      ["x0 = x1 + 1"]],
  ["0xb1000420",               "0xb1000420", "ADDS (immediate)",     ["x0 = x1 + 1", "NZCV = flags of that sum"]],
  ["cmp w1, w2",               "0x6b02003f", "SUBS (shifted register)", ["NZCV = flags of w1 - w2"]],
  ["paciasp",                  "0xd503233f", "PACIASP",              ["nothing"]],
] as const;

describe("ExplainLine", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  async function open(options: Parameters<Site["page"]>[1] = {}): Promise<Page> {
    const page = await site.page(address, options);
    await page.locator(".explain-line .explanation").waitFor();
    return page;
  }
  const figure = (page: Page): Locator => page.locator(".explain-line");
  const input = (page: Page): Locator => figure(page).getByLabel("An instruction, or a word");
  const says = (page: Page): Promise<string[]> => figure(page).locator(".explanation code").allInnerTexts();
  const word = (page: Page): Promise<string> => figure(page).locator(".bit-field-hex").innerText();

  it("starts with a pair that is loaded, the base last", async () => {
    const page = await open();
    expect(await word(page)).to.equal("0xa8c17bfd");
    const statements = await says(page);
    expect(statements).to.include("x30 = mem64[address + 8]");
    expect(statements.at(-1)).to.equal("sp = address + 0x10");
  });

  for (const [line, hex, row, statements] of lines) {
    it(line, async () => {
      const page = await open();
      await input(page).fill(line);
      expect(await word(page)).to.equal(hex);
      expect(await figure(page).locator(".row-name a").innerText()).to.equal(row);
      expect(await says(page)).to.deep.equal(statements);
    });
  }

  it("says what a word needs that the machine does not have", async () => {
    const page = await open();
    await figure(page).getByRole("button", { name: "pacia x0, x1" }).click();
    expect(await figure(page).locator(".explanation-none").innerText()).to.contain("FEAT_PAuth");
  });

  it("shows a mistake, keeps what it had, and is reset", async () => {
    const page = await open();
    await input(page).fill("add x0, x1, #4096");
    expect(await figure(page).locator(".bit-field-fault").innerText()).to.contain("expected an integer from 0 to 4095");
    expect(await input(page).getAttribute("aria-invalid")).to.equal("true");
    expect(await word(page)).to.equal("0xa8c17bfd");
    await figure(page).getByRole("button", { name: "Reset" }).click();
    expect(await figure(page).locator(".bit-field-fault").innerText()).to.equal("");
  });

  it("leads to the row in the reference", async () => {
    const page = await open();
    await figure(page).locator(".row-name a").click();
    await page.waitForURL(/\/reference\/#/);
    const entry = page.locator(`${new URL(page.url()).hash} h4 a`);
    await entry.waitFor();
    await page.waitForFunction(() => scrollY > 0);
    expect(await entry.textContent()).to.equal("LDP (post-index)");
    expect((await entry.boundingBox())!.y).to.be.within(0, 900);
  });

  it("fits a phone", async () => {
    const page = await open({ viewport: phone });
    await input(page).fill("fcmla v0.4s, v1.4s, v2.4s, #90");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
  });

  it("is a picture without script", async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await word(page)).to.equal("0xa8c17bfd");
  });

  it("complains of nothing", () => expect(site.complaints).to.deep.equal([]));
});
