import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { Site, phone } from "./site";

/** Where chapter 6 has the figure. */
const address = "/devices/virtqueues/";

describe("Virtqueue", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  async function open(options: Parameters<Site["page"]>[1] = {}): Promise<Page> {
    const page = await site.page(address, options);
    await page.locator(".virtqueue .queue-moment").waitFor();
    return page;
  }
  const figure = (page: Page): Locator => page.locator(".virtqueue").first();
  const press = (page: Page, name: string | RegExp): Promise<void> => figure(page).getByRole("button", { name, exact: typeof name === "string" }).click();
  const moment = (page: Page): Promise<string> => figure(page).locator(".queue-moment").innerText();

  it("starts where the device has read a chain, and is about to write", async () => {
    const page = await open();
    expect(await moment(page)).to.equal("The device reads A's header: IN, sector 2.");
    await press(page, "Step");
    expect(await moment(page)).to.equal("The device writes A's data: 512 bytes, \"ash...\".");
    expect(await figure(page).locator(".queue-box.touched").innerText()).to.match(/^data\s+"ash..."$/);
  });

  it("goes back, to the end, and anywhere by the keyboard", async () => {
    const page = await open();
    await press(page, "Back");
    expect(await moment(page)).to.equal("The device looks whether A's status is RAM.");
    await press(page, "To the end");
    expect(await moment(page)).to.equal("The device raises its interrupt line.");
    await figure(page).getByRole("slider").focus();
    await page.keyboard.press("Home");
    expect(await moment(page)).to.equal("The queue is set up, and empty.");
  });

  it("does nothing with a chain that nobody has made available", async () => {
    const page = await open();
    await press(page, "Reset");
    await press(page, "Describe a read");
    await press(page, "Notify");
    await press(page, "To the end");
    expect(await moment(page)).to.equal("The device reads available.idx: 0.");
  });

  it("writes a sector that is read back", async () => {
    const page = await open();
    await press(page, "Reset");
    await figure(page).getByLabel("Sector", { exact: true }).selectOption("3");
    for (const name of ["Describe a write", "Make available", "Notify", "Take back", "Describe a read", "Make available", "Notify", "To the end"]) await press(page, name);
    expect(await figure(page).locator(".queue-request").first().locator("dd").nth(1).innerText()).to.equal("\"yew...\"");
  });

  it("needs a reset behind a chain without an end", async () => {
    const page = await open();
    await press(page, "A chain without an end");
    for (let i = 0; i < 3; i++) await figure(page).locator(".tlb-next").click();
    await press(page, "To the end");
    expect(await moment(page)).to.match(/^The device gives up: a chain that goes in a circle/);
    expect(await figure(page).getByRole("button", { name: "Notify", exact: true }).isDisabled()).to.equal(true);
  });

  it("fits a phone", async () => {
    const page = await open({ viewport: phone });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
  });

  it("is a picture of the queue without script", async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await figure(page).locator(".queue-descriptors li").first().innerText()).to.match(/A's header/);
  });

  it("complains of nothing", () => expect(site.complaints).to.deep.equal([]));
});
