import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { Site, phone } from "./site";

const address = "/cpu/floating-point-without-lies/";

describe("FloatExplorer", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  async function open(options: Parameters<Site["page"]>[1] = {}): Promise<Page> {
    const page = await site.page(address, options);
    await page.locator(".float-explorer .float-hex").waitFor();
    return page;
  }
  const figure = (page: Page): Locator => page.locator(".float-explorer");
  const press = (page: Page, name: string): Promise<void> => figure(page).getByRole("button", { name, exact: true }).click();
  const pattern = (page: Page): Promise<string> => figure(page).locator(".float-hex").innerText();
  const exactly = (page: Page): Promise<string> => figure(page).locator(".float-exact code").innerText();
  const rounded = (page: Page): Promise<string[]> => figure(page).locator(".rounding-pattern").allInnerTexts();

  // Python's decimal.Decimal(0.1).
  it("starts with what 0.1 is, to the last digit", async () => {
    const page = await open();
    expect(await pattern(page)).to.equal("0x3fb999999999999a");
    expect(await exactly(page)).to.equal("0.1000000000000000055511151231257827021181583404541015625");
  });

  it("goes from the largest number to infinity, and no further", async () => {
    const page = await open();
    await press(page, "largest");
    await press(page, "one up");
    expect(await pattern(page)).to.equal("0x7ff0000000000000");
    expect(await figure(page).getByRole("button", { name: "one up" }).isDisabled()).to.equal(true);
  });

  it("goes below the smallest to zero, and to the other zero", async () => {
    const page = await open();
    await press(page, "smallest");
    expect(await figure(page).locator(".float-class").innerText()).to.match(/^a denormal/);
    await press(page, "one down");
    expect(await pattern(page)).to.equal("0x0000000000000000");
    await press(page, "one down");
    expect(await pattern(page)).to.equal("0x8000000000000000");
  });

  it("tells a quiet NaN from a signalling one by a bit", async () => {
    const page = await open();
    await press(page, "NaN");
    expect(await figure(page).locator(".float-class").innerText()).to.match(/^a quiet NaN/);
    await press(page, "signalling NaN");
    expect(await figure(page).locator(".float-class").innerText()).to.match(/^a signalling NaN/);
    await figure(page).locator("[data-bit='51']").click();
    expect(await figure(page).locator(".float-class").innerText()).to.match(/^a quiet NaN/);
  });

  // To nearest by Python's struct, the others the neighbour on the side that IEEE 754 says.
  for (const [text, format, nearest, up, down, zero, flags] of [
    ["-0.1", "64", "0xbfb999999999999a", "0xbfb9999999999999", "0xbfb999999999999a", "0xbfb9999999999999", "IXC"],
    ["16777217", "32", "0x4b800000", "0x4b800001", "0x4b800000", "0x4b800000", "IXC"],
    ["1e400", "64", "0x7ff0000000000000", "0x7ff0000000000000", "0x7fefffffffffffff", "0x7fefffffffffffff", "IXC OFC"],
    ["0.1", "16", "0x2e66", "0x2e67", "0x2e66", "0x2e66", "IXC"],
    ["1.5", "64", "0x3ff8000000000000", "0x3ff8000000000000", "0x3ff8000000000000", "0x3ff8000000000000", "none"],
  ] as const) {
    it(`rounds ${text} to ${format} bits`, async () => {
      const page = await open();
      await press(page, format);
      await figure(page).getByRole("textbox", { name: "round" }).fill(text);
      expect(await rounded(page)).to.deep.equal([nearest, up, down, zero]);
      expect(await figure(page).locator(".rounding td:last-child").first().innerText()).to.equal(flags);
    });
  }

  it("keeps the nearest number when the format changes", async () => {
    const page = await open();
    await press(page, "32");
    expect(await pattern(page)).to.equal("0x3dcccccd");
    await press(page, "Reset");
    expect(await pattern(page)).to.equal("0x3fb999999999999a");
  });

  it("refuses what is no number", async () => {
    const page = await open();
    await figure(page).getByRole("textbox", { name: "round" }).fill("one half");
    expect(await rounded(page)).to.deep.equal([]);
  });

  it("fits a phone, the smallest double with all its digits", async () => {
    const page = await open({ viewport: phone });
    await press(page, "smallest");
    await figure(page).getByRole("button", { name: "all 751 digits" }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
  });

  it("is a picture without script", async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await pattern(page)).to.equal("0x3fb999999999999a");
  });

  it("complains of nothing", () => expect(site.complaints).to.deep.equal([]));
});
