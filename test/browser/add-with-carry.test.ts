import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { Site, phone } from "./site";

const address = "/cpu/sums-and-flags/";

// Values and flags that ADDS and SUBS leave in QEMU 7.2; the conditions as the Arm ARM tabulates them.
const sums = [
  // operation       x                     y    flags   conditions that hold
  ["x + y",          "0xffffffffffffffff", "1", "0110", "eq hs pl vc ls ge le al nv"],
  ["x \u2212 y",     "3",                  "5", "1000", "ne lo mi vc ls lt le al nv"],
  ["x \u2212 y",     "5",                  "3", "0010", "ne hs pl vc hi ge gt al nv"],
  ["x \u2212 y",     "0x8000000000000000", "1", "0011", "ne hs pl vs hi lt le al nv"],
] as const;

describe("AddWithCarry", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  async function open(options: Parameters<Site["page"]>[1] = {}): Promise<Page> {
    const page = await site.page(address, options);
    await page.locator(".add-with-carry .sum-lines").waitFor();
    return page;
  }
  const figure = (page: Page): Locator => page.locator(".add-with-carry");
  const press = (page: Page, name: string): Promise<void> => figure(page).getByRole("button", { name, exact: true }).click();
  const flags = async (page: Page): Promise<string> => (await figure(page).locator(".flag-value").allInnerTexts()).join("");
  const held = async (page: Page): Promise<string> => (await figure(page).locator(".conditions .holds b").allInnerTexts()).join(" ");
  const result = async (page: Page): Promise<string> => (await figure(page).locator(".sum-result .word-bit").allInnerTexts()).join("");

  it("starts with the sum that is right unsigned and wrong signed", async () => {
    const page = await open();
    expect(await flags(page)).to.equal("1001");
    expect(BigInt(`0b${await result(page)}`)).to.equal(0x8000_0000_0000_0000n);
    expect(await figure(page).locator(".sum-reading.wrong .label").allInnerTexts()).to.deep.equal(["signed"]);
    expect(await figure(page).locator(".sum-reading.wrong b").innerText()).to.equal("\u22129,223,372,036,854,775,808");
  });

  for (const [operation, x, y, nzcv, conditions] of sums) {
    it(`${operation} of ${x} and ${y}`, async () => {
      const page = await open();
      await press(page, operation);
      await figure(page).getByLabel("x", { exact: true }).fill(x);
      await figure(page).getByLabel("y", { exact: true }).fill(y);
      expect(await flags(page)).to.equal(nzcv);
      expect(await held(page)).to.equal(conditions);
    });
  }

  it("flips bits by mouse and by keyboard", async () => {
    const page = await open();
    await press(page, "8");
    await figure(page).locator("[data-box='y0']").click();
    expect(await result(page)).to.equal("11111111");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Space");
    expect(await result(page)).to.equal("11111110");
    await press(page, "Reset");
    expect(await flags(page)).to.equal("1001");
  });

  it("shows where a number is refused", async () => {
    const page = await open();
    await figure(page).getByLabel("y", { exact: true }).fill("twelve");
    expect(await figure(page).getByLabel("y", { exact: true }).getAttribute("aria-invalid")).to.equal("true");
    expect(await flags(page)).to.equal("1001");
  });

  it("fits a phone", async () => {
    const page = await open({ viewport: phone });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
  });

  it("is a picture without script", async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await flags(page)).to.equal("1001");
  });

  it("complains of nothing", () => expect(site.complaints).to.deep.equal([]));
});
