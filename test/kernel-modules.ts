// For mocha, behind ts-node/register: every test that imports a module of the unikernel gets it with its traps.

import { join } from "node:path";
import { checkKernelModules } from "../src/host/kernel/checked-modules";

checkKernelModules(join(__dirname, ".."));
