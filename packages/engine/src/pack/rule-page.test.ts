import { describe, expect, it } from 'vitest';
import { PackError } from './pack-error.ts';
import { readRulePage } from './rule-page.ts';
import { samplePage } from './sample-page.ts';

const file = 'rules/inc/INC-01-paid-after-death.md';

function faultOf(text: string, name = file): PackError {
  try {
    readRulePage(text, name);
  } catch (error) {
    if (error instanceof PackError) return error;
    throw error;
  }
  throw new Error('the page was accepted');
}

describe('a good page', () => {
  const page = readRulePage(samplePage, file);

  it('keeps head, prose in both languages and the query', () => {
    expect(page.id).toBe('INC-01');
    expect(page.flood).toEqual({ exempt: false });
    expect(page.restricted).toBe(false);
    expect(page.what).toEqual({
      zh: '救助对象死亡后，资金仍然发放。',
      en: 'Money is still paid after death.',
    });
    expect(page.verify.en).toBe('See the certificate.');
    expect(page.sql).toMatch(/^select p\.person_key as subject_key/);
    expect(samplePage.split('\n')[page.sqlLine - 1]).toMatch(/^select p\.person_key/);
  });

  it('reads examples: several tables, a table fed twice, empty cells, date and region, both verdicts', () => {
    const [fires, silent] = page.examples;
    expect(fires).toMatchObject({ asOf: '2022-07-31', region: '500151' });
    expect(fires?.given.death).toEqual([{ person_key: '张三', died_on: '2022-03-10' }]);
    expect(fires?.given.payment_month).toHaveLength(3);
    expect(fires?.leads).toEqual([
      { subject_key: '张三', severity: 'suspect', months_paid: '2', tier: null },
    ]);
    expect(silent?.leads).toEqual([]);
    expect(silent?.given.parameter).toEqual([{ name: 'death.tolMonths', value: '3' }]);
  });
});

describe('a faulty page is refused with its line', () => {
  const change = (from: string, to: string): string => {
    expect(samplePage).toContain(from);
    return samplePage.replace(from, to);
  };
  const lineOf = (needle: string): number => samplePage.split('\n').findIndex((l) => l.includes(needle)) + 1;

  it('no front matter', () => expect(faultOf('# x').code).toBe('PACK-10'));

  it('an unknown key, a wrong word, broken YAML: line of the key', () => {
    expect(faultOf(change('side: wrong_inclusion', 'side: guilty'))).toMatchObject({
      code: 'PACK-02',
      line: lineOf('side:'),
    });
    expect(faultOf(change('side: wrong_inclusion', 'side: wrong_inclusion\ncolour: red')).en).toContain(
      'colour',
    );
    expect(faultOf(change('side: wrong_inclusion', 'side: [wrong'))).toMatchObject({ code: 'PACK-01' });
  });

  it('a date that was not quoted well', () => {
    expect(faultOf(change("from: '2014-05-01'", "from: '2014-5-1'"))).toMatchObject({
      code: 'PACK-02',
      line: lineOf('instrument:'),
    });
  });

  it('a placeholder that is no evidence column', () => {
    expect(faultOf(change('{months_paid} 个月', '{months} 个月'))).toMatchObject({ code: 'PACK-16' });
  });

  it('an evidence column that shadows a fixed one', () => {
    expect(faultOf(change('  months_paid: {', '  tier: {')).code).toBe('PACK-16');
  });

  it('file name and code differ', () => {
    expect(faultOf(samplePage, 'rules/inc/INC-02-x.md').code).toBe('PACK-17');
    expect(faultOf(change('family: INC', 'family: OMI')).code).toBe('PACK-17');
  });

  it('a section missing, doubled, or without English', () => {
    expect(faultOf(change('## 怎样核实', '### 怎样核实')).code).toBe('PACK-11');
    expect(faultOf(change('## 怎样核实', '## 查什么')).code).toBe('PACK-11');
    expect(faultOf(change('EN: See the certificate.', 'See the certificate.'))).toMatchObject({
      code: 'PACK-11',
      line: lineOf('## 怎样核实'),
    });
  });

  it('no query, two statements, something other than a SELECT, too long', () => {
    expect(faultOf(change('```sql', '```text')).code).toBe('PACK-12');
    expect(faultOf(change('group by all', 'group by all; drop table person')).code).toBe('PACK-18');
    expect(faultOf(change('select p.person_key', 'delete from person -- ')).code).toBe('PACK-18');
    expect(faultOf(change('group by all', `${'\n'.repeat(40)}group by all`)).code).toBe('PACK-13');
  });

  it('examples without verdict, of one kind only, with bad headers', () => {
    expect(faultOf(change('**无疑点**', '')).code).toBe('PACK-14');
    expect(faultOf(change('**无疑点**', '**疑点**\n\n| subject_key |\n| --- |\n| 李四 |')).code).toBe(
      'PACK-15',
    );
    expect(faultOf(change('| death.person_key |', '| person_key |')).code).toBe('PACK-14');
  });
});
