import type { parameter as parameterContract } from '@yangguang/contract/parameter';
import type { rule as ruleContract } from '@yangguang/contract/rule';
import type { Handlers } from '../http/call.ts';
import { confirm } from './parameter/confirm.ts';
import { decline } from './parameter/decline.ts';
import { get as getParameter } from './parameter/get.ts';
import { list as listParameters } from './parameter/list.ts';
import { propose } from './parameter/propose.ts';
import { revoke } from './parameter/revoke.ts';
import { get as getRule } from './rule/get.ts';
import { history } from './rule/history.ts';
import { list as listRules } from './rule/list.ts';
import { setMode } from './rule/set-mode.ts';

/** Rules and numbers of the policy pack, and what an office decides about them. */
export const policyHandlers = {
  rule: { list: listRules, get: getRule, history, setMode } satisfies Handlers<typeof ruleContract>,
  parameter: {
    list: listParameters,
    get: getParameter,
    propose,
    revoke,
    confirm,
    decline,
  } satisfies Handlers<typeof parameterContract>,
};
