import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { importTypeScript } from './import-typescript.mjs';
import { listSources, root } from './list-sources.mjs';
import { renderTable } from './render-table.mjs';

/** The officers' table and a diagram of every workflow, from the objects the server acts upon. */
export async function renderWorkflows() {
  const { workflows } = await importTypeScript('packages/domain/src/workflows/all.ts');
  const { evidenceKinds } = await importTypeScript('packages/domain/src/workflows/evidence.ts');
  const { roles } = await importTypeScript('packages/domain/src/people/role.ts');
  const words = { workflows, evidenceKinds, roles, limits: readLimits() };
  const all = Object.values(workflows);
  return [
    '<!-- Made by scripts/generate.mjs from packages/domain/src/workflows: edit the workflows. -->',
    '# Workflows · 流程',
    '',
    `${all.length} 个流程，按钮、权限、期限和审计都由同一份声明得出；凡未列出的步骤一律不能办理。`,
    `${all.length} workflows. Buttons, permissions, time limits and audit come from the same declaration; a step that is not listed cannot be taken.`,
    '',
    ...all.map(({ id, title }) => `- [${title.zh} · ${title.en}](#${id.toLowerCase()})`),
    ...all.flatMap((workflow) => renderWorkflow(workflow, words)),
    '',
  ].join('\n');
}

const subjects = {
  household: ['家庭', 'a household'],
  person: ['个人', 'a person'],
  unit: ['单位', 'a unit'],
  institution: ['供养机构', 'an institution'],
  village: ['村（居）', 'a village'],
  document: ['文件', 'a document'],
  campaign: ['专项整治', 'a campaign'],
};

function renderWorkflow(workflow, words) {
  const { id, title, source, subject, opening, recuseKin, barring, sealed } = workflow;
  const [zh, en] = subjects[subject];
  const asked = fieldsOf(opening.asks);
  const clocks = Object.values(workflow.clocks).map((clock) => clockRow(workflow, clock, words));
  return [
    '',
    `## ${id}`,
    '',
    `**${title.zh} · ${title.en}.** 事关${zh} about ${en}. ${source}`,
    '',
    `- 立项 Opened by: ${opening.by.map((role) => roleName(role, words)).join('、')}`,
    ...(asked === '' ? [] : [`- 立项须填 Stated at the opening: ${asked}`]),
    ...(recuseKin ? ['- 近亲属回避 Kin of the subject take no step in it (WF-105)'] : []),
    ...(barring === undefined ? [] : [barringLine(workflow, barring)]),
    ...(sealed ? ['- 密封：内容只进收件人密钥 Sealed: content goes to the receiver’s key only'] : []),
    '',
    '```mermaid',
    ...diagram(workflow),
    '```',
    '',
    ...renderTable(
      [
        '步骤 Step',
        '从 → 到 From → to',
        '由谁 Who',
        '须附 Documents',
        '须填 Stated',
        '前提 Only when',
        '随之 Opens, issues',
        '依据 Basis',
      ],
      Object.entries(workflow.actions).map(([name, action]) => actionRow(workflow, name, action, words)),
    ),
    ...(clocks.length === 0
      ? []
      : [
          '',
          ...renderTable(
            ['期限 Clock', '计时 Runs in', '停表 Stands still in', '长度 Limit', '届满 Then'],
            clocks,
          ),
        ]),
  ];
}

const both = ({ zh, en }) => `${zh} ${en}`;
const lines = (items) => items.filter((item) => item !== '').join('<br>');
const roleName = (role, { roles }) => (role === 'clock' ? '时钟 Clock' : both(roles[role]));
const stateName = (workflow, state) => both(workflow.states[state]);

function barringLine(workflow, { actions, when }) {
  const steps = actions.map((name) => workflow.actions[name].zh).join('、');
  const cases = when.map((condition) => both(condition)).join('；');
  return `- 原调查人等须回避 First investigators keep out of ${steps}: ${cases}`;
}

/** One arrow for each pair of states, with every step that leads from one to the other. */
function diagram(workflow) {
  const arrows = new Map();
  for (const action of Object.values(workflow.actions))
    for (const from of action.from) {
      const key = `${from} --> ${action.to}`;
      const label = `${both(action)}${action.by.includes('clock') ? '（时钟 clock）' : ''}`;
      arrows.set(key, [...(arrows.get(key) ?? []), label]);
    }
  return [
    'stateDiagram-v2',
    ...Object.entries(workflow.states).map(([id, state]) => `  ${id} : ${plain(both(state))}`),
    `  [*] --> ${workflow.start}`,
    ...[...arrows].map(([arrow, labels]) => `  ${arrow} : ${plain(labels.join('、'))}`),
    ...Object.entries(workflow.states).flatMap(([id, { end }]) => (end ? [`  ${id} --> [*]`] : [])),
  ];
}

/** Colons and semicolons end a label of a diagram. */
const plain = (text) => text.replaceAll(':', ' –').replaceAll(';', ',');

function actionRow(workflow, name, action, words) {
  const from = action.from.map((state) => stateName(workflow, state));
  return [
    lines([`**${action.zh}**`, action.en, `\`${name}\``]),
    `${lines(from)} → ${stateName(workflow, action.to)}`,
    who(action, words),
    lines((action.needs ?? []).map((kind) => both(words.evidenceKinds[kind]))),
    fieldsOf(action.asks ?? {}),
    lines(conditionsOf(workflow, action, words)),
    lines(consequencesOf(action, words)),
    action.basis ?? '',
  ];
}

function who({ by, delegated }, words) {
  const usual = by.map((role) => roleName(role, words));
  if (delegated === undefined) return lines(usual);
  const more = delegated.to.map((role) => roleName(role, words)).join('、');
  return lines([...usual, `${delegated.when.zh}时 when devolved: ${more}`]);
}

function fieldsOf(fields) {
  return lines(
    Object.values(fields).map((field) => {
      const stated = field.stated === undefined ? '' : '（由系统填写 by the server）';
      return `${both(field)}${field.optional && stated === '' ? '（可不填 optional）' : stated}`;
    }),
  );
}

function conditionsOf(workflow, action, { workflows }) {
  const { when = [], after = [], apart = [], apartFrom = [], above = [], reasoned } = action;
  const steps = (owner, names) => names.map((one) => owner.actions[one].zh).join('、');
  return [
    ...when.map((condition) => both(condition)),
    ...after.map((rule) => both(rule)),
    ...(apart.length > 0 ? [`未参与 no part in ${steps(workflow, apart)}`] : []),
    ...apartFrom.map(
      ({ workflow: other, actions }) =>
        `未参与${workflows[other].title.zh} no part in its ${steps(workflows[other], actions)}`,
    ),
    ...(above.length > 0 ? [`上一级 a level above ${steps(workflow, above)}`] : []),
    ...(reasoned ? ['写明理由 a written reason'] : []),
  ];
}

function consequencesOf({ opens = [], issues }, { workflows }) {
  return [
    ...opens.map(({ workflow: other, kind }) => {
      const field = workflows[other].opening.asks.kind;
      const named = kind === undefined ? undefined : field?.choices?.[kind];
      return `→ ${both(workflows[other].title)}${named === undefined ? '' : `（${both(named)}）`}`;
    }),
    ...(issues === undefined ? [] : [`签发 issues \`${issues}\``]),
  ];
}

function clockRow(workflow, clock, words) {
  const { runsIn, pausedIn = [], then, remindDays = [], extendedBy } = clock;
  const states = (names) => lines(names.map((state) => stateName(workflow, state)));
  // A clock that escalates takes no step, even where people have a step of that name.
  const action = then === 'escalate' ? undefined : workflow.actions[then];
  return [
    lines([`**${clock.zh}**`, clock.en]),
    states(runsIn),
    states(pausedIn),
    lines([
      limitOf(workflow, clock, words),
      ...(remindDays.length > 0 ? [`提前提醒 reminded ${remindDays.join('/')} d before`] : []),
      ...(extendedBy === undefined ? [] : [`可延一次 once more by ${workflow.actions[extendedBy].zh}`]),
    ]),
    action === undefined ? '提级督办 Escalated' : both(action),
  ];
}

const units = {
  workingDays: '个工作日 working days',
  days: '日 days',
  hours: '小时 hours',
  months: '个月 months',
  years: '年 years',
};

function limitOf(workflow, { limit }, { limits }) {
  if ('fact' in limit) return `事项所定日期 the day the matter names (\`${limit.fact}\`)`;
  const said = (parameter) => `${limits.get(parameter) ?? '—'} (\`${parameter}\`)`;
  if ('parameter' in limit) return said(limit.parameter);
  const groups = new Map();
  for (const [value, parameter] of Object.entries(limit.parameters)) {
    const named = choiceOf(workflow, limit.by, value);
    groups.set(parameter, [...(groups.get(parameter) ?? []), named]);
  }
  return lines([...groups].map(([parameter, names]) => `${names.join('、')}: ${said(parameter)}`));
}

function choiceOf({ opening, actions }, fact, value) {
  const asks = [opening.asks, ...Object.values(actions).map((action) => action.asks ?? {})];
  const choice = asks.map((fields) => fields[fact]?.choices?.[value]).find((found) => found !== undefined);
  return choice === undefined ? `${fact}=${value}` : both(choice);
}

/** What the pack says of each time limit today, for the whole country; a locality may say otherwise. */
function readLimits() {
  const files = listSources().filter((file) => /^policy\/parameters\/.*\.yml$/.test(file));
  return new Map(
    files.flatMap((file) => {
      const { name, unit, values } = parse(readFileSync(join(root, file), 'utf8'));
      if (!Object.hasOwn(units, unit)) return [];
      const national = values.filter(({ region, to }) => region === '00' && to === undefined).at(-1);
      return national === undefined ? [] : [[name, `${national.value} ${units[unit]}`]];
    }),
  );
}
