import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { Site, phone } from "./site";

/** Where chapter 6 has the figure. */
const address = "/devices/interrupts/";

describe("GicState", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  async function open(options: Parameters<Site["page"]>[1] = {}): Promise<Page> {
    const page = await site.page(address, options);
    await page.locator(".gic-state .gic-log").waitFor();
    return page;
  }
  const figure = (page: Page): Locator => page.locator(".gic-state").first();
  const press = (page: Page, name: string | RegExp): Promise<void> => figure(page).getByRole("button", { name, exact: typeof name === "string" }).click();
  const last = (page: Page): Promise<string> => figure(page).locator(".gic-line").last().locator("span").innerText();
  const pin = (page: Page): Promise<string> => figure(page).locator(".gic-pin").innerText();

  it("starts where a handler runs and something more urgent asks", async () => {
    const page = await open();
    expect(await pin(page)).to.equal("IRQ asserted");
    expect(await figure(page).locator(".gic-handler").allInnerTexts()).to.deep.equal(["33 serial port"]);
    expect(await figure(page).locator(".gic-status").allInnerTexts()).to.deep.equal(["inactive", "pending", "active and pending", "inactive"]);
  });

  it("preempts, and comes back", async () => {
    const page = await open();
    await press(page, /^Acknowledge/);
    expect(await last(page)).to.match(/^27, the timer: active/);
    await press(page, "line is high: timer");
    await press(page, /^End write/);
    expect(await last(page)).to.equal("27 is over; the CPU is at 0xa0");
    expect(await pin(page)).to.equal("IRQ not asserted");
  });

  it("comes again when it is ended without service", async () => {
    const page = await open();
    await press(page, "Reset");
    await press(page, "line is low: serial port");
    await press(page, /^Acknowledge/);
    await press(page, /^End write/);
    expect(await last(page)).to.equal("33 is over, and pending: nobody had its line go low. IRQ is asserted");
  });

  it("has its priorities and its mask chosen", async () => {
    const page = await open();
    await press(page, "Reset");
    await figure(page).getByLabel("Priority mask").selectOption("0x60");
    await press(page, "line is low: timer");
    expect(await pin(page)).to.equal("IRQ not asserted");
    await figure(page).getByLabel("Priority of timer").selectOption("0x20");
    expect(await pin(page)).to.equal("IRQ asserted");
  });

  it("leads through an edge by keyboard", async () => {
    const page = await open();
    await press(page, "An edge");
    await figure(page).locator(".tlb-next").focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press("Enter");
    expect(await last(page)).to.equal("48 is over, and pending: it rose again meanwhile. IRQ is asserted");
  });

  it("fits a phone", async () => {
    const page = await open({ viewport: phone });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
  });

  it("is a picture of the controller without script", async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await figure(page).locator(".gic-source").count()).to.equal(4);
    expect(await figure(page).locator(".gic-line").count()).to.equal(3);
  });

  it("complains of nothing", () => expect(site.complaints).to.deep.equal([]));
});
