import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { pageWith } from "./page-with";
import { Site, phone } from "./site";

describe("BootTimeline of a service", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  async function open(options: Parameters<Site["page"]>[1] = {}): Promise<Page> {
    const page = await site.page(pageWith("<BootTimeline service"), options);
    await figure(page).locator(".boot-lane").first().waitFor();
    return page;
  }
  const figure = (page: Page): Locator => page.locator(".service-boot").first();
  const number = (text: string): number => Number(text.replaceAll(",", ""));

  it("has IncludeOS's steps, in their order", async () => {
    const page = await open();
    expect(await figure(page).locator(".boot-part").allInnerTexts()).to.deep.equal([
      "_start", "__arch_start", "__init_serial1", "__init_sanity_checks", "_move_symbols", "_init_bss", "OS::init_heap", "_init_syscalls", "idt_initialize_for_cpu",
      "_init_elf_parser", "Elf_binary<Elf64>", "RNG::init", "__libc_start_main", "OS::start", "OS::post_start", "kernel_sanity_checks", "OS::event_loop",
    ]);
  });

  it("counts instructions that are together all of the boot's", async () => {
    const page = await open();
    const steps = (await figure(page).locator(".boot-share b").allInnerTexts()).map(number);
    const [, all] = /([\d,]+) until it/.exec(await figure(page).locator(".boot-source").innerText()) ?? [];
    expect(steps.reduce((sum, each) => sum + each, 0)).to.equal(number(all!));
  });

  it("says what a step does, in which functions, and where its text is", async () => {
    const page = await open();
    await figure(page).getByRole("button", { name: "__init_sanity_checks" }).focus();
    await page.keyboard.press("Enter");
    expect(await figure(page).locator(".boot-says").innerText()).to.match(/^__init_sanity_checks\. CRC-32 of code and constants/);
    expect(await figure(page).locator(".boot-functions code").first().innerText()).to.match(/^checksum/);
    expect(await figure(page).locator(".boot-below a").getAttribute("href")).to.equal("/listing/src/unikernel/boot/init-sanity-checks/");
  });

  it("shows what a step printed, and another service's boot", async () => {
    const page = await open();
    await figure(page).getByRole("button", { name: "ticker", exact: true }).click();
    await figure(page).getByRole("button", { name: "OS::event_loop" }).click();
    expect(await figure(page).locator(".boot-console").innerText()).to.match(/^tick 1\ntick 2\n/);
  });

  it("fits a phone", async () => {
    const page = await open({ viewport: phone });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
  });

  it("is a picture without script", async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await figure(page).locator(".boot-track rect").count()).to.equal(17);
  });

  it("complains of nothing", () => expect(site.complaints).to.deep.equal([]));
});
