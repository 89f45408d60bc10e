import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { defineCommand } from '../args/command.ts';
import { exitCode } from '../exit-code.ts';
import { UsageError } from '../failure/usage-error.ts';
import { families, isFamily, type RuleFamily } from '../rule-template/families.ts';
import { ruleTemplate } from '../rule-template/rule-template.ts';

/** Makes the page of a new rule, whole and green, for its author to change. */
export const newRule = defineCommand({
  verb: 'new-rule',
  summary: { zh: '新建一条规则的页面', en: 'begin the page of a new rule' },
  words: [
    { name: 'CODE', zh: '规则编号，如 INC-30', en: 'code of the rule, such as INC-30' },
    { name: 'SLUG', zh: '英文短名，如 boat-owner', en: 'short English name, such as boat-owner' },
  ],
  flags: {
    policy: {
      kind: 'text',
      value: 'DIR',
      zh: '写入哪个政策包，默认内置政策包；本地规则请写入本地政策包',
      en: 'policy pack to write into; the built-in one by default, a local rule belongs into a local pack',
    },
  },
  examples: [
    'yangguang new-rule INC-30 boat-owner',
    'yangguang new-rule INC-90 local-rule --policy 本地政策',
  ],
  async run({ words: [code = '', slug = ''], flags }, world) {
    const family = checkCode(code);
    checkSlug(slug);
    const folder = join(
      flags.policy === undefined ? world.builtInPolicy : resolve(flags.policy),
      'rules',
      family.toLowerCase(),
    );
    mkdirSync(folder, { recursive: true });
    const taken = readdirSync(folder).find((name) => name === `${code}.md` || name.startsWith(`${code}-`));
    if (taken !== undefined) {
      throw new UsageError('CLI-109', {
        zh: `${code} 已经有了：${join(folder, taken)}。请换一个编号。`,
        en: `${code} is taken: ${join(folder, taken)}. Choose another code.`,
      });
    }
    const file = join(folder, `${code}-${slug}.md`);
    writeFileSync(file, ruleTemplate(code, family), { flag: 'wx' });
    const shown = relative(process.cwd(), file);
    world.print(`已新建 ${shown}，按 docs/how-to/add-a-rule.md 往下写。`);
    world.print(`Made ${shown}; go on with docs/how-to/add-a-rule.md.`);
    return exitCode.done;
  },
});

function checkCode(code: string): RuleFamily {
  const family = /^([A-Z]{3})-\d{2}$/.exec(code)?.[1];
  if (family !== undefined && isFamily(family)) return family;
  const known = Object.keys(families);
  throw new UsageError('CLI-108', {
    zh: `“${code}”不是规则编号。应是规则组加两位数字，如 INC-30；规则组：${known.join('、')}。`,
    en: `"${code}" is not a rule code. Write a family and two digits, such as INC-30; families: ${known.join(', ')}.`,
  });
}

function checkSlug(slug: string): void {
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(slug)) return;
  throw new UsageError('CLI-108', {
    zh: `短名“${slug}”只能用小写英文字母、数字和连字符，如 boat-owner。`,
    en: `The short name "${slug}" may hold lower-case letters, digits and hyphens only, such as boat-owner.`,
  });
}
