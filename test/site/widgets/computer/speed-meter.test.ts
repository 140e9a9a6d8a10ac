import { expect } from "chai";
import { SpeedMeter } from "../../../../src/site/widgets/computer/speed-meter";

describe("SpeedMeter", () => {
  it("says how fast it was in the last second", () => {
    let ms = 5000;
    const meter = new SpeedMeter(() => ms);
    meter.begin(1000);
    expect(meter.at(1000)).to.equal(0);
    ms = 5500;
    expect(meter.at(3000)).to.equal(4000);
    for (let i = 0; i < 10; i++) {
      ms += 250;
      meter.at(3000);
    }
    expect(meter.at(3000)).to.equal(0);
  });
});
