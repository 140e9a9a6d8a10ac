import { timerDue } from "../sysregs/registers/timer";
import { timeAt } from "./clock";
import type { BoardRules } from "./parts";
import { psci } from "./psci";
import { nextTurn } from "./turns";

/** Our own parts. */
export const STANDARD_BOARD_RULES: BoardRules = { timeAt, timerDue, nextTurn, psci };
