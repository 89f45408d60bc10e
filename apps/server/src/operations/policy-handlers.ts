import type { divisionChange as divisionContract } from '@yangguang/contract/division-change';
import type { parameter as parameterContract } from '@yangguang/contract/parameter';
import type { rule as ruleContract } from '@yangguang/contract/rule';
import type { Handlers } from '../http/call.ts';
import { add } from './division-change/add.ts';
import { list as listChanges } from './division-change/list.ts';
import { merge } from './division-change/merge.ts';
import { places } from './division-change/places.ts';
import { readList } from './division-change/read-list.ts';
import { rename } from './division-change/rename.ts';
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

/** Rules and numbers of the policy pack, what an office decides about them, and its divisions. */
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
  divisionChange: { places, list: listChanges, readList, add, rename, merge } satisfies Handlers<
    typeof divisionContract
  >,
};
