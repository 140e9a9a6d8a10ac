import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { Site, phone } from "./site";

const address = "/cpu/a-register-is-a-row/";

describe("CpuStepper", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  /** The page with the figure's editor in place. */
  async function open(options: Parameters<Site["page"]>[1] = {}): Promise<Page> {
    const page = await site.page(address, options);
    await page.locator(".cpu-stepper .cm-content").waitFor();
    return page;
  }
  const figure = (page: Page): Locator => page.locator(".cpu-stepper");
  const press = (page: Page, name: string): Promise<void> => figure(page).getByRole("button", { name, exact: true }).click();
  const value = (page: Page, register: string): Promise<string> => figure(page).getByRole("button", { name: new RegExp(`^${register} is `) }).innerText();
  const time = (page: Page): Promise<string> => figure(page).locator(".time-rail-text").innerText();
  const state = (page: Page): Promise<string> => figure(page).locator(".stepper-state").innerText();
  const next = (page: Page): Promise<string> => figure(page).locator(".program-next").innerText();
  const changed = (page: Page): Promise<string[]> => figure(page).locator(".register.changed dt").allInnerTexts();

  /** Puts `source` in the program's place and waits until the machine has it. */
  async function type(page: Page, source: string): Promise<void> {
    await page.locator(".cpu-stepper .cm-content").click();
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText(source);
  }

  it("starts in the middle of a sum, with what the last step changed marked", async () => {
    const page = await open();
    expect(await value(page, "x0")).to.equal("0x4");
    expect(await changed(page)).to.deep.equal(["x0", "pc"]);
    expect(await state(page)).to.equal("x0 was 0x3 and is 0x4.");
    expect(await next(page)).to.contain("subs");
    expect(await time(page)).to.equal("9 of 9");
  });

  it("steps, steps back, and is where it was", async () => {
    const page = await open();
    await press(page, "Step");
    expect(await value(page, "x2")).to.equal("0x2");
    expect(await changed(page)).to.deep.equal(["x2", "pc"]);
    await press(page, "Back");
    expect(await value(page, "x2")).to.equal("0x3");
    expect(await time(page)).to.equal("9 of 10");
    await press(page, "Back");
    expect(await value(page, "x0")).to.equal("0x3");
  });

  it("runs to the end, where the sum is in memory, and back to the beginning", async () => {
    const page = await open();
    await press(page, "Run");
    expect(await state(page)).to.equal("Finished, behind 21 instructions: it asked for a debugger.");
    expect(await value(page, "x0")).to.equal("0x17");
    // The byte where x1 points.
    expect((await figure(page).locator(".memory-byte.changed").innerText()).split(/\s+/)).to.deep.equal(["x1", "17"]);
    await press(page, "Run back");
    expect(await time(page)).to.equal("0 of 21");
    expect(await value(page, "x0")).to.equal("0x0");
  });

  it("goes through time by the keyboard", async () => {
    const page = await open();
    await press(page, "Run");
    await figure(page).getByRole("slider").focus();
    await page.keyboard.press("Home");
    expect(await time(page)).to.equal("0 of 21");
    await page.keyboard.press("ArrowRight");
    expect(await time(page)).to.equal("1 of 21");
  });

  it("stops at a breakpoint, in both directions", async () => {
    const page = await open();
    await press(page, "Run back");
    await figure(page).locator(".program-place", { hasText: /^14$/ }).click();
    await figure(page).locator(".program-place.broken").waitFor();
    await press(page, "Run");
    expect(await state(page)).to.equal("At the breakpoint at 14, which is next.");
    expect(await time(page)).to.equal("5 of 9");
    await press(page, "Run");
    expect(await time(page)).to.equal("9 of 9");
    await press(page, "Run back");
    expect(await time(page)).to.equal("5 of 9");
  });

  it("sets a breakpoint by the keyboard", async () => {
    const page = await open();
    await page.locator(".cm-line", { hasText: "str" }).click();
    await page.keyboard.press("F9");
    await figure(page).locator(".program-place.broken").waitFor();
    expect(await figure(page).locator(".program-place.broken").innerText()).to.equal("20");
  });

  it("takes another value for a register, and goes on from there", async () => {
    const page = await open();
    await figure(page).getByRole("button", { name: /^x0 is / }).click();
    await page.keyboard.type("1000");
    await page.keyboard.press("Enter");
    expect(await value(page, "x0")).to.equal("0x3e8");
    await press(page, "Run");
    // 1000, and the two numbers that were still to come.
    expect(await value(page, "x0")).to.equal("0x3fb");
  });

  it("leaves a register alone when what is typed is no number, or Escape is pressed", async () => {
    const page = await open();
    await figure(page).getByRole("button", { name: /^x0 is / }).click();
    await page.keyboard.type("hello");
    await page.keyboard.press("Enter");
    expect(await figure(page).getByLabel("A new value of x0").getAttribute("aria-invalid")).to.equal("true");
    await page.keyboard.press("Escape");
    expect(await value(page, "x0")).to.equal("0x4");
  });

  it("runs a changed program", async () => {
    const page = await open();
    await type(page, "mov x0, #6\nmov x1, #7\nmul x0, x0, x1\nbrk #0\n");
    await press(page, "Run");
    expect(await value(page, "x0")).to.equal("0x2a");
    await press(page, "Reset");
    expect(await value(page, "x0")).to.equal("0x4");
    expect(await page.locator(".cm-content").innerText()).to.contain("numbers");
  });

  it("shows a mistake at its line, as the assembler says it, and keeps the machine", async () => {
    const page = await open();
    await type(page, "mov x0, #1\nadd x0, x1, #4096\n");
    await figure(page).locator(".program-wrong").waitFor();
    expect(await figure(page).locator(".program-wrong").innerText()).to.contain("add x0, x1, #4096");
    expect(await figure(page).locator(".program-fault").innerText()).to.equal("expected an integer from 0 to 4095 (column 14)");
    expect(await figure(page).getByRole("button", { name: "Step", exact: true }).isDisabled()).to.equal(true);
    expect(await value(page, "x0")).to.equal("0x4");
  });

  it("lets an endless loop run, answers meanwhile, and stops it", async () => {
    const page = await open();
    await type(page, "again: add x0, x0, #1\nb again\n");
    await press(page, "Run");
    await figure(page).locator(".stepper-state", { hasText: /million a second/ }).waitFor();
    const slowest = await page.evaluate(() => new Promise<number>((resolve) => {
      let [last, most, frames] = [performance.now(), 0, 0];
      const frame = (): void => {
        const now = performance.now();
        [most, last] = [Math.max(most, now - last), now];
        if (++frames < 30) requestAnimationFrame(frame);
        else resolve(most);
      };
      requestAnimationFrame(frame);
    }));
    expect(slowest).to.be.lessThan(500);
    await press(page, "Stop");
    const stopped = await time(page);
    await page.waitForTimeout(200);
    expect(await time(page)).to.equal(stopped);
    const before = Number((await value(page, "x0")).replace(/\s/g, ""));
    await press(page, "Back");
    await press(page, "Back");
    expect(Number((await value(page, "x0")).replace(/\s/g, ""))).to.equal(before - 1);
  });

  it("says why a program stopped that failed", async () => {
    const page = await open();
    await type(page, "mov x1, #16\nldr x0, [x1]\n");
    await press(page, "Run");
    expect(await state(page)).to.match(/^Stopped: data abort: read, external fault at 0x10\.$/);
  });

  // By hand, and by IEEE 754: the double nearest to the square root of two.
  for (const [program, register, expected] of [
    ["the length of a string", "x0", "0x10"],
    ["calls and a stack", "x0", "0x9"],
    ["a function in itself", "x0", "0x78"],
    ["a square root", "v4", "0x3ff6a09e667f3bcd"],
  ] as const) {
    it(`runs ${program}`, async () => {
      const page = await open();
      await press(page, program);
      await press(page, "Run");
      expect(await value(page, register)).to.equal(expected);
    });
  }

  it("shows lanes as the program takes them", async () => {
    const page = await open();
    await press(page, "four sums at a time");
    await press(page, "Run");
    expect(await figure(page).locator(".vector-registers .register-reading").allInnerTexts()).to.deep.equal(["88  77  66  55", "80  70  60  50"]);
  });

  it("fits a phone, in every program", async () => {
    const page = await open({ viewport: phone });
    for (const program of ["a sum", "calls and a stack", "four sums at a time"]) {
      await press(page, program);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
    }
  });

  it("is a picture without script", async () => {
    const page = await site.page(address, { javaScriptEnabled: false });
    expect(await page.locator(".program-line.here .program-text").innerText()).to.match(/subs\s+x2, x2, #1/);
    expect(await page.locator(".register.changed dt").allInnerTexts()).to.deep.equal(["x0", "pc"]);
  });

  it("complains of nothing", () => expect(site.complaints).to.deep.equal([]));
});
