import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { pageWith } from "./page-with";
import { Site, phone } from "./site";

describe("RegisterAllocation", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  async function open(options: Parameters<Site["page"]>[1] = {}): Promise<Page> {
    const page = await site.page(pageWith("<RegisterAllocation"), options);
    await figure(page).locator(".scan-drawing").waitFor();
    return page;
  }
  const figure = (page: Page): Locator => page.locator(".register-allocation").first();
  const press = (page: Page, name: string): Promise<void> => figure(page).getByRole("button", { name, exact: true }).click();
  const bars = (page: Page): Promise<number> => figure(page).locator(".scan-bar").count();
  const spilled = (page: Page): Promise<number> => figure(page).locator(".scan-bar.spilled").count();

  it("starts behind the first scan of a loop, with one interval in the frame", async () => {
    const page = await open();
    await press(page, "A loop");
    expect(await bars(page)).to.be.greaterThan(6);
    expect(await spilled(page)).to.equal(1);
    expect(await figure(page).locator(".scan-sum").innerText()).to.match(/^1 of \d+ has no register: .* Round 2 goes over the code as it is then\.$/);
  });

  it("needs less of the frame with more registers, and more with fewer", async () => {
    const page = await open();
    await press(page, "Many at once");
    const counts: number[] = [];
    for (const registers of [3, 4, 6, 8]) {
      await press(page, `${registers} registers`);
      counts.push(await spilled(page));
    }
    expect(counts).to.deep.equal([...counts].sort((a, b) => b - a));
    expect([counts[0]! > 2, counts[3]]).to.deep.equal([true, 0]);
  });

  it("steps through the scan by keyboard, and says what each step does", async () => {
    const page = await open();
    await press(page, "A loop");
    await figure(page).getByRole("slider").focus();
    await page.keyboard.press("Home");
    expect(await bars(page)).to.equal(0);
    await page.keyboard.press("ArrowRight");
    expect(await bars(page)).to.equal(1);
    expect(await figure(page).locator(".scan-says").innerText()).to.match(/^v1 begins at instruction \d+\. X\d+ is free/);
    await figure(page).getByRole("button", { name: "Step", exact: true }).focus();
    await page.keyboard.press("Enter");
    expect(await bars(page)).to.equal(2);
  });

  it("goes on in a second round, whose code loads what was left in the frame", async () => {
    const page = await open();
    await press(page, "A loop");
    const loads = (): Promise<number> => figure(page).locator(".scan-code", { hasText: "[the frame]" }).count();
    expect(await loads()).to.equal(0);
    await press(page, "Step");
    expect(await figure(page).getByRole("button", { name: "Round 2" }).getAttribute("aria-pressed")).to.equal("true");
    expect([await bars(page), await loads()]).to.satisfy(([drawn, loaded]: number[]) => drawn === 0 && loaded! > 0);
    await press(page, "Round 2");
    expect(await spilled(page)).to.equal(0);
    expect(await figure(page).locator(".scan-sum").innerText()).to.match(/^2 rounds, and everybody has a place/);
    await figure(page).getByRole("button", { name: "8 registers" }).click();
    expect(await figure(page).getByRole("button", { name: /^Round/ }).count()).to.equal(1);
  });

  it("is a table for who does not see it", async () => {
    const page = await open();
    await figure(page).locator(".scan-table summary").click();
    const rows = await figure(page).locator(".scan-table tbody tr").allInnerTexts();
    expect(rows).to.have.length(await bars(page));
    expect(rows.filter((row) => row.includes("the frame"))).to.have.length(await spilled(page));
  });

  it("fits a phone", async () => {
    const page = await open({ viewport: phone });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
  });

  it("is a picture without script", async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await bars(page)).to.be.greaterThan(6);
  });

  it("complains of nothing", () => expect(site.complaints).to.deep.equal([]));
});
