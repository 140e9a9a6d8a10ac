import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { Site, phone } from "./site";

const address = "/cpu/time-backwards/";

describe("TimeLine", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  async function open(options: Parameters<Site["page"]>[1] = {}): Promise<Page> {
    const page = await site.page(address, options);
    await page.locator(".time-line .time-journey").waitFor();
    return page;
  }
  const figure = (page: Page): Locator => page.locator(".time-line");
  const press = (page: Page, name: string): Promise<void> => figure(page).getByRole("button", { name, exact: true }).click();
  const journey = (page: Page): Promise<string> => figure(page).locator(".time-journey").innerText();

  /** "From A back to B: the snapshot at C ... Then D instructions": B is C and D more. */
  async function expectSum(page: Page): Promise<void> {
    const [, to, snapshot, again = "0"] = (/back to ([\d,]+): the snapshot at ([\d,]+).*?(?:Then ([\d,]+) instruction|$)/.exec(await journey(page)) ?? []).map((text) => text?.replace(/,/g, ""));
    expect(Number(snapshot) + Number(again ?? 0)).to.equal(Number(to));
  }

  it("starts with a journey back, whose parts add up", async () => {
    const page = await open();
    expect(await journey(page)).to.match(/^From 2,000 back to 1,385: the snapshot at 1,300 is put back/);
    await expectSum(page);
    expect(await figure(page).locator(".time-tick.restored").count()).to.equal(1);
    expect(await figure(page).locator(".time-tick.undone").count()).to.be.greaterThan(0);
  });

  it("goes one back, and less far again: there are snapshots on the way now", async () => {
    const page = await open();
    await press(page, "One back");
    await expectSum(page);
    const [, again] = /Then (\d+) instruction/.exec(await journey(page)) ?? [];
    expect(Number(again)).to.be.lessThan(85);
  });

  it("goes anywhere by the keyboard", async () => {
    const page = await open();
    await figure(page).getByRole("slider").focus();
    await page.keyboard.press("Home");
    expect(await journey(page)).to.match(/back to 0: the snapshot at 0 is put back/);
    await page.keyboard.press("End");
    expect(await journey(page)).to.equal("From 0 to 2,000: 2,000 instructions executed, nothing put back.");
  });

  it("goes where the picture is pressed", async () => {
    const page = await open();
    await figure(page).scrollIntoViewIfNeeded();
    const box = (await figure(page).locator(".time-picture").boundingBox())!;
    await page.mouse.click(box.x + box.width / 4, box.y + box.height / 2);
    await expectSum(page);
    expect(Number(await figure(page).getByRole("slider").inputValue())).to.be.within(450, 550);
  });

  it("lets go of snapshots as it runs on", async () => {
    const page = await open();
    for (let i = 0; i < 8; i++) await press(page, "Run 500 on");
    const count = Number(/^(\d+) snapshots/.exec(await figure(page).locator(".time-cost").innerText())?.[1]);
    // One in a hundred instructions would be more than fifty.
    expect(count).to.be.within(10, 40);
    await press(page, "Reset");
    expect(await journey(page)).to.match(/^From 2,000 back to 1,385/);
  });

  it("fits a phone", async () => {
    const page = await open({ viewport: phone });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
  });

  it("is a picture without script", async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await figure(page).locator(".time-tick.restored").count()).to.equal(1);
  });

  it("complains of nothing", () => expect(site.complaints).to.deep.equal([]));
});
