import { type Bilingual, UserError } from '../errors/user-error.ts';
import { type Role, roles } from '../people/role.ts';
import { workflows } from './all.ts';
import { type EvidenceKind, evidenceKinds } from './evidence.ts';
import type { Refusal } from './refusal.ts';
import type { Action, Workflow } from './workflow.ts';

interface Message {
  readonly what: Bilingual;
  readonly why: Bilingual;
  readonly remedy: Bilingual;
}

interface Told {
  readonly workflow: Workflow;
  /** The action that was tried; undefined when there is none of that name. */
  readonly action: Action | undefined;
}

type Words = {
  readonly [C in Refusal['code']]: (refusal: Extract<Refusal, { code: C }>, told: Told) => Message;
};

/**
 * A refusal of the gate as the message a person reads, naming states, roles and documents in words. The codes are
 * permanent (WF-101 … WF-111). Nothing in it tells what the matter holds.
 * @param action the name of the action that was tried
 */
export function refusalError(workflow: Workflow, action: string, refusal: Refusal): UserError {
  const told = {
    workflow,
    action: Object.hasOwn(workflow.actions, action) ? workflow.actions[action] : undefined,
  };
  const say = words[refusal.code] as (refusal: Refusal, told: Told) => Message;
  return new UserError(refusal.code, say(refusal, told));
}

const words: Words = {
  'WF-101': ({ state }, { workflow, action }) => ({
    what: notNow(workflow, action),
    why: {
      zh: `现在的状态是“${stateOf(workflow, state).zh}”，此步只能在${quoted(statesFrom(workflow, action), 'zh')}时办理。`,
      en: `It now stands at “${stateOf(workflow, state).en}”; this step is taken at ${quoted(statesFrom(workflow, action), 'en')}.`,
    },
    remedy: {
      zh: '请刷新后按现在的状态办理；可能已有同事办理过此步。',
      en: 'Reload and go on from the present state; a colleague may have taken this step already.',
    },
  }),
  'WF-102': ({ roles: allowed }, told) => ({
    what: notNow(told.workflow, told.action),
    why: {
      zh: `此步由${listed(allowed.map(actorOf), 'zh')}办理，您在此没有这个角色。`,
      en: `This step is taken by: ${listed(allowed.map(actorOf), 'en')}. You hold no such role here.`,
    },
    remedy: allowed.every((role) => role === 'clock')
      ? {
          zh: '无须办理：期限届满时由系统自动办理。',
          en: 'Nothing to do: the clock takes it when the time is over.',
        }
      : {
          zh: '请交由上述角色的同事办理；如任命有误，请联系安全保密管理员。',
          en: 'Hand it to a colleague in one of these roles; if your appointment is wrong, ask the security administrator.',
        },
  }),
  'WF-103': ({ actions, workflow: other }, told) => ({
    what: notNow(told.workflow, told.action),
    why: apartWhy(actions, other, told.workflow),
    remedy: {
      zh: '请由没有参与过的同事办理；人手不足时请上级指派其他乡镇的人员。',
      en: 'Let a colleague who had no part in it do this; short of people, ask the level above for one from elsewhere.',
    },
  }),
  'WF-104': ({ missing }, told) => ({
    what: notNow(told.workflow, told.action),
    why: {
      zh: `还缺材料：${listed(missing.map(documentOf), 'zh')}。`,
      en: `Documents are missing: ${listed(missing.map(documentOf), 'en')}.`,
    },
    remedy: {
      zh: '请先上传，或者登记存放在办公室的纸质材料编号，再办理此步。',
      en: 'Upload them, or enter the number of the paper kept in the office, then take the step.',
    },
  }),
  'WF-105': (_, told) => ({
    what: notNow(told.workflow, told.action),
    why: {
      zh: '您或者所列人员已备案为当事人的近亲属，依规须回避。',
      en: 'You, or a colleague you named, are on record as kin of the person concerned and must keep out.',
    },
    remedy: {
      zh: '请交由其他同事办理；备案有误的，请先更正近亲属备案。',
      en: 'Hand it to another colleague; if the record of kinship is wrong, have it put right first.',
    },
  }),
  'WF-106': ({ fields }, told) => ({
    what: notNow(told.workflow, told.action),
    why: {
      zh: `填写有缺漏或者格式不对：${listed(
        fields.map((name) => fieldOf(told.action, name)),
        'zh',
      )}。`,
      en: `Missing or misshapen: ${listed(
        fields.map((name) => fieldOf(told.action, name)),
        'en',
      )}.`,
    },
    remedy: { zh: '请补齐后再办理；此步不收其他内容。', en: 'Fill these in; the step takes nothing else.' },
  }),
  'WF-107': ({ prerequisite }, told) => ({
    what: notNow(told.workflow, told.action),
    why: {
      zh: `前提还没有具备：${prerequisite.zh}。`,
      en: `What must come first is not there: ${lower(prerequisite.en)}.`,
    },
    remedy: {
      zh: `请先办完关联的“${titleOf(prerequisite.workflow).zh}”（到${quoted(statesIn(prerequisite), 'zh')}），或者在本件中发起、关联。`,
      en: `Bring the linked ${titleOf(prerequisite.workflow).en} to ${quoted(statesIn(prerequisite), 'en')}, or open or link one from here.`,
    },
  }),
  'WF-108': ({ condition }, told) => ({
    what: notNow(told.workflow, told.action),
    why: {
      zh: `本件不符合此步的条件：${condition.zh}。`,
      en: `This matter does not meet the condition of the step: ${lower(condition.en)}.`,
    },
    remedy: {
      zh: '请选用适合本件的操作；登记有误的，请先更正。',
      en: 'Choose the step that fits this matter; if something was recorded wrongly, have it put right first.',
    },
  }),
  'WF-109': (_, told) => ({
    what: notNow(told.workflow, told.action),
    why: { zh: '此步须写明理由。', en: 'A written reason is part of this step.' },
    remedy: { zh: '请写明理由后再办理。', en: 'Write the reason, then take the step.' },
  }),
  'WF-110': ({ actions }, told) => ({
    what: notNow(told.workflow, told.action),
    why: {
      zh: `此步须由办理${quoted(
        actions.map((name) => actionOf(told.workflow, name)),
        'zh',
      )}的单位的上一级办理。`,
      en: `This step belongs to a level above whoever took ${quoted(
        actions.map((name) => actionOf(told.workflow, name)),
        'en',
      )}.`,
    },
    remedy: { zh: '请报上一级单位办理。', en: 'Pass it to the level above.' },
  }),
  'WF-111': (_, { workflow }) => ({
    what: {
      zh: `“${workflow.title.zh}”没有这个操作。`,
      en: `There is no such step in “${workflow.title.en}”.`,
    },
    why: { zh: '操作名称不在规定的流程之内。', en: 'The name is not one of the declared steps.' },
    remedy: {
      zh: '请刷新页面；仍有问题请告知系统管理员。',
      en: 'Reload the page; if it persists, tell the system administrator.',
    },
  }),
};

function notNow(workflow: Workflow, action: Action | undefined): Bilingual {
  if (action === undefined)
    return { zh: `“${workflow.title.zh}”没有办理。`, en: `Nothing of “${workflow.title.en}” was done.` };
  return {
    zh: `“${workflow.title.zh}”的“${action.zh}”没有办理。`,
    en: `“${action.en}” of “${workflow.title.en}” was not done.`,
  };
}

function apartWhy(actions: readonly string[], other: string | undefined, workflow: Workflow): Bilingual {
  if (actions.length === 0)
    return {
      zh: '您或者所列人员须回避本件，例如原调查人不得参加复查。',
      en: 'You, or a colleague you named, must keep out of this matter, as first investigators do of a second look.',
    };
  const owner = other === undefined ? workflow : byId(other);
  const names = actions.map((name) => (owner === undefined ? unknown(name) : actionOf(owner, name)));
  const where = other === undefined ? { zh: '本件', en: 'this matter' } : quotedTitle(other);
  return {
    zh: `同一人不得既参与${where.zh}的${quoted(names, 'zh')}又办理此步，您或者所列人员已参与。`,
    en: `Whoever had part in ${quoted(names, 'en')} of ${where.en} may not take this step; you, or a colleague you named, had.`,
  };
}

const unknown = (name: string): Bilingual => ({ zh: name, en: name });
const byId = (id: string): Workflow | undefined =>
  Object.hasOwn(workflows, id) ? (workflows as Readonly<Record<string, Workflow>>)[id] : undefined;
const titleOf = (id: string): Bilingual => byId(id)?.title ?? unknown(id);
const quotedTitle = (id: string): Bilingual => ({ zh: `“${titleOf(id).zh}”`, en: `“${titleOf(id).en}”` });
const stateOf = (workflow: Workflow, name: string): Bilingual => workflow.states[name] ?? unknown(name);
const actionOf = (workflow: Workflow, name: string): Bilingual => workflow.actions[name] ?? unknown(name);
/** A name nobody declared is not repeated: it may be anything. */
const fieldOf = (action: Action | undefined, name: string): Bilingual =>
  action?.asks?.[name] ?? { zh: '此步不收的内容', en: 'something the step does not take' };
const documentOf = (kind: string): Bilingual => evidenceKinds[kind as EvidenceKind] ?? unknown(kind);

/** The name of a role, or of the clock. */
export function actorOf(actor: string): Bilingual {
  return actor === 'clock' ? { zh: '时钟', en: 'Clock' } : (roles[actor as Role] ?? unknown(actor));
}

function statesFrom(workflow: Workflow, action: Action | undefined): Bilingual[] {
  return (action?.from ?? []).map((name) => stateOf(workflow, name));
}

function statesIn(rule: { workflow: string; states: readonly string[] }): Bilingual[] {
  const workflow = byId(rule.workflow);
  return rule.states.map((name) => (workflow === undefined ? unknown(name) : stateOf(workflow, name)));
}

const listed = (names: readonly Bilingual[], language: 'zh' | 'en'): string =>
  names.map((name) => name[language]).join(language === 'zh' ? '、' : ', ');

const quoted = (names: readonly Bilingual[], language: 'zh' | 'en'): string =>
  names.map((name) => `“${name[language]}”`).join(language === 'zh' ? '、' : ' or ');

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
