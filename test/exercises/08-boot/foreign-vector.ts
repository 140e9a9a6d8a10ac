import type { Gate } from "../gate";

// Changes to the solution of the practice variant: what becomes of somebody who reads one line of it wrong.

export const gate: Gate = {
  wrong: [
    ["believes that every load has a store",      "always: [\"v0\", \"v1\"]",       "always: []"],
    ["believes that they are right until somebody changes them", "always: [\"v0\", \"v1\"],\n    changed: [\"h3\", \"v2\", \"v3\"]", "always: [],\n    changed: [\"h3\", \"v0\", \"v1\", \"v2\", \"v3\"]"],
    ["believes that a register that is stored is loaded", "changed: [\"h3\", \"v2\", \"v3\"]", "changed: []"],
    ["overlooks that one of two is loaded",       "changed: [\"h3\", \"v2\", \"v3\"]", "changed: [\"v2\", \"v3\"]"],
    ["believes that a handler leaves v2 and v3",  "changed: [\"h3\", \"v2\", \"v3\"]", "changed: [\"h3\"]"],
    ["has pc saved in time",                      "nested: [\"pc\", \"status\"]",   "nested: [\"status\"]"],
    ["has status saved in time",                  "nested: [\"pc\", \"status\"]",   "nested: [\"pc\"]"],
    ["believes that pc is always wrong",          "always: [\"v0\", \"v1\"]",       "always: [\"v0\", \"v1\", \"pc\", \"status\"]"],
    ["does not see two registers at one place",   "always: [\"h5\", \"stack\"]",    "always: [\"stack\"]"],
    ["has the wrong one of the two",              "always: [\"h5\", \"stack\"]",    "always: [\"h6\", \"stack\"]"],
    ["does not add up the room",                  "always: [\"h5\", \"stack\"]",    "always: [\"h5\"]"],
    ["has sp wrong where the frame is",           "always: [\"h5\", \"stack\"]",    "always: [\"h5\", \"sp\", \"stack\"]"],
    ["has h1 lost with the stack",                "always: [\"h5\", \"stack\"]",    "always: [\"h1\", \"h5\", \"stack\"]"],
    ["overlooks what is not stored",              "changed: [\"h3\", \"v1\"]",      "changed: [\"h3\"]"],
    ["has status saved with pc",                  "nested: [\"status\"]",           "nested: []"],
    ["has pc saved as badly as status",           "nested: [\"status\"]",           "nested: [\"pc\", \"status\"]"],
    ["has every change wrong",                    "if (changes.includes(name)) wrong.add(name)", "wrong.add(name)"],
    ["always nests",                              "if (nested) for",                "for"],
    ["has another order",                         "ORDER.filter((name) => wrong.has(name))", "[...wrong]"],
  ],
  right: {
    "a line for each": `
      import type { BootQuestions } from "../../src/course/exercises/08-boot/questions";
      export const foreignVector: BootQuestions["foreignVector"] = ({ vector, changes, nested }) => {
        const isDisk = vector === "disk";
        const list: string[] = [];
        const add = (name: string, isWrong: boolean): void => { if (isWrong) list.push(name); };
        add("h3", changes.includes("h3"));
        add("h5", !isDisk);
        add("v0", isDisk);
        add("v1", isDisk || changes.includes("v1"));
        add("v2", isDisk && changes.includes("v2"));
        add("v3", isDisk && changes.includes("v3"));
        add("stack", !isDisk);
        add("pc", isDisk && nested);
        add("status", nested);
        return list;
      };`,
  },
};
