import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { DeviceTree, DeviceTreeNode } from "../../src/formats/device-tree/node";
import { buildDeviceTree } from "../../src/formats/device-tree/build";
import { recordedTree } from "../oracle/devices/qemu-tree";
import { Site, phone } from "./site";

const address = "/devices/a-device-tree/";

describe("DeviceTreeExplorer", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  async function open(options: Parameters<Site["page"]>[1] = {}): Promise<Page> {
    const page = await site.page(address, options);
    await figure(page).locator(".property-path").waitFor();
    return page;
  }
  const figure = (page: Page): Locator => page.locator(".tree-explorer");
  const path = (page: Page): Promise<string> => figure(page).locator(".property-path").innerText();
  const chosen = (page: Page): Promise<string> => figure(page).locator(".node-row[aria-selected=true]").innerText().then((text) => text.replace(/\s/g, ""));
  const said = (page: Page, name: string): Promise<string> =>
    figure(page).locator(".property-list > div").filter({ has: page.locator(`dt:text-is("${name}")`) }).locator("dd").innerText();
  const drop = (page: Page, name: string, bytes: Uint8Array): Promise<void> =>
    figure(page).locator("input[type=file]").setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });

  it("starts with the console, in words", async () => {
    const page = await open();
    expect([await path(page), await chosen(page)]).to.deep.equal(["/pl011@9000000", "pl011@9000000"]);
    expect(await said(page, "interrupts")).to.equal("SPI 1, level high: of intc@8000000");
    expect(await said(page, "reg")).to.equal("0x9000000, 4 KiB");
    expect(await figure(page).locator(".blob-bytes li").first().innerText()).to.match(/00000001\s+1: a node begins/);
  });

  it("follows a phandle, and lights a property's bytes", async () => {
    const page = await open();
    await figure(page).locator(".property-link").first().click();
    expect(await path(page)).to.equal("/intc@8000000");
    await figure(page).locator("dt:text-is(\"#interrupt-cells\")").hover();
    const lit = await figure(page).locator(".blob-bytes li.lit .blob-hex").allInnerTexts();
    expect(lit).to.have.length(2);
    expect(lit[0]).to.match(/^00000003 00000004 /);
    expect(lit[1]).to.equal("00000003");
    expect(await figure(page).locator(".blob-name").innerText()).to.match(/23696e74 65727275 70742d63 656c6c73 00: in the strings block$/);
  });

  it("is walked with the keys", async () => {
    const page = await open();
    await figure(page).locator(".node-row[aria-selected=true]").focus();
    await page.keyboard.press("Home");
    expect(await path(page)).to.equal("/");
    for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowDown");
    expect(await path(page)).to.equal("/cpus");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(await path(page)).to.equal("/cpus/cpu@0");
    await page.keyboard.press("ArrowLeft");
    expect(await path(page)).to.equal("/cpus");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowDown");
    expect(await path(page)).to.equal("/psci");
    await figure(page).getByText("31 more virtio_mmio").click();
    await page.keyboard.press("End");
    expect(await path(page)).to.equal("/virtio_mmio@a003e00");
  });

  it("takes another board, and a file; and says what is wrong with one", async () => {
    const page = await open();
    await figure(page).getByRole("button", { name: "four CPUs, GICv3, a disk" }).click();
    await figure(page).locator(".node-row", { hasText: "cpus" }).locator(".node-handle").click();
    expect(await figure(page).locator(".node-row", { hasText: /^.?cpu@/ }).count()).to.equal(4);
    await drop(page, "virt.dtb", recordedTree(2));
    await figure(page).getByText("virt.dtb: 1048576 bytes").waitFor();
    expect(await path(page)).to.equal("/pl011@9000000");
    await figure(page).locator(".node-row", { hasText: "pcie" }).click();
    expect(await said(page, "device_type")).to.equal("\"pci\"");
    await drop(page, "cat.jpg", new Uint8Array(1000));
    await figure(page).getByText("cat.jpg: not a device tree: it does not begin with d0 0d fe ed").waitFor();
    expect(await path(page), "what was there is still there").to.equal("/pcie@10000000");
    await drop(page, "bare.dtb", buildDeviceTree(new DeviceTree(new DeviceTreeNode("", [], []))));
    await figure(page).getByText("bare.dtb: ").first().waitFor();
    expect(await path(page)).to.equal("/");
  });

  it("fits a phone, and is a picture without script", async () => {
    const small = await open({ viewport: phone });
    expect(await small.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
    const still = await site.page(address, { javaScriptEnabled: false });
    expect(await figure(still).locator(".property-list > div").count()).to.equal(5);
  });

  it("complains of nothing", () => expect([site.complaints, site.strangers]).to.deep.equal([[], []]));
});
