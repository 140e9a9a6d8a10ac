import { readFileSync } from "node:fs";
import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { Site, phone } from "./site";

/** Where chapter 5 has the figure, with a system call. */
const address = "/exceptions/what-can-happen/";
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

describe("ExceptionTimeline", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  async function open(options: Parameters<Site["page"]>[1] = {}): Promise<Page> {
    const page = await site.page(address, options);
    await page.locator(".exception-timeline .exception-happened").first().waitFor();
    return page;
  }
  const figure = (page: Page): Locator => page.locator(".exception-timeline").first();
  const press = (page: Page, name: string): Promise<void> => figure(page).getByRole("button", { name, exact: true }).click();
  const happened = (page: Page): Promise<string> => figure(page).locator(".exception-happened").innerText();
  const row = (page: Page, name: string): Promise<string> => figure(page).locator(".process-rows > div").filter({ has: page.locator(`dt:text-is("${name}")`) }).locator("dd").innerText();

  it("starts where a call has just been taken", async () => {
    const page = await open();
    expect(await happened(page)).to.equal("SVC #0x0: from EL0 to EL1, on at vectors + 0x400. svc #0 is complete.");
    expect(await row(page, "level")).to.equal("EL1");
    expect(await row(page, "SPSR_EL1")).to.equal("0x80000000 EL0, nothing masked, NZCV 1000");
    expect(await row(page, "ESR_EL1")).to.equal("0x56000000 SVC: imm16 0x0");
  });

  it("steps, steps back, and goes from turn to turn", async () => {
    const page = await open();
    await press(page, "Step");
    expect(await happened(page)).to.equal("stp x2, x3, [sp, #-16]! was executed.");
    await press(page, "Back");
    await press(page, "Back");
    expect(await row(page, "level")).to.equal("EL0");
    await press(page, "To the next turn");
    await press(page, "To the next turn");
    expect(await happened(page)).to.match(/^eret: from EL1 to EL0/);
    await press(page, "To the last turn");
    expect(await happened(page)).to.match(/^SVC/);
  });

  it("goes anywhere by the keyboard", async () => {
    const page = await open();
    await figure(page).getByRole("slider").focus();
    await page.keyboard.press("End");
    expect(await happened(page)).to.match(/It waits for an interrupt, and none comes\.$/);
    await page.keyboard.press("Home");
    expect(await happened(page)).to.match(/^The processor as it is behind a cold reset/);
  });

  it("goes where the line is pressed", async () => {
    const page = await open();
    await figure(page).scrollIntoViewIfNeeded();
    const box = (await figure(page).locator(".exception-drawing").boundingBox())!;
    await page.mouse.click(box.x + box.width / 4, box.y + box.height / 2);
    expect(await figure(page).getByRole("slider").inputValue()).to.equal("7");
  });

  it("plays, and stops", async () => {
    const page = await open();
    await press(page, "Play");
    await page.waitForFunction(() => Number(document.querySelector<HTMLInputElement>(".exception-rail input")?.value) > 13);
    await press(page, "Stop");
    const stopped = await figure(page).getByRole("slider").inputValue();
    await page.waitForTimeout(600);
    expect(await figure(page).getByRole("slider").inputValue()).to.equal(stopped);
  });

  it("executes the load twice behind a page fault", async () => {
    const page = await open();
    await press(page, "a page fault");
    expect(await row(page, "FAR_EL1")).to.equal("0x1c000");
    await press(page, "To the next turn");
    expect(await figure(page).locator(".exception-next-text").innerText()).to.match(/ldr x0, \[x1\]$/);
    expect(await figure(page).locator(".program-line.here").innerText()).to.match(/ldr\s+x0, \[x1\]/);
  });

  it("takes an interrupt where its line is asserted, and not before I is clear", async () => {
    const page = await open();
    await press(page, "an interrupt");
    expect(await figure(page).locator(".exception-name").allInnerTexts()).to.deep.equal(["IRQ", "SVC", "IRQ", "SVC", "SVC"]);
    await figure(page).getByRole("slider").focus();
    for (let i = 0; i < 9; i++) await page.keyboard.press("ArrowRight");
    await press(page, "Assert IRQ");
    await press(page, "Step");
    expect(await happened(page)).to.match(/^IRQ: from EL0 to EL1/);
    // What the device did later is forgotten.
    expect((await figure(page).locator(".exception-name").allInnerTexts()).slice(0, 2)).to.deep.equal(["IRQ", "IRQ"]);
    await press(page, "Step");
    await press(page, "Deassert IRQ");
    expect(await figure(page).getByRole("button", { name: "Assert IRQ" }).getAttribute("aria-pressed")).to.equal("false");
  });

  it("fits a phone", async () => {
    const page = await open({ viewport: phone });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
  });

  it("is a picture, a program and a processor without script", async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await figure(page).locator(".exception-step").count()).to.equal(28);
    expect(await row(page, "level")).to.equal("EL1");
  });

  for (const colorScheme of ["light", "dark"] as const) {
    it(`has no serious finding of axe in ${colorScheme}`, async () => {
      const page = await open({ colorScheme });
      await page.evaluate(axe);
      const findings = await page.evaluate(async () => {
        interface Finding { readonly id: string; readonly impact?: string | null; readonly nodes: readonly { readonly html: string }[] }
        const { violations } = await (window as unknown as { axe: { run(): Promise<{ violations: Finding[] }> } }).axe.run();
        return violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
      });
      expect(findings).to.deep.equal([]);
    });
  }

  it("complains of nothing", () => expect(site.complaints).to.deep.equal([]));
});
