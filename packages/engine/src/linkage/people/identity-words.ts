import { quoted } from '../../dataset/sql-engine.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** How a mention came to its person: what speaks for it, and what always speaks against it. */
const ways: Readonly<Record<string, { readonly for: Words; readonly against?: Words }>> = {
  exact: { for: { zh: '身份证号完全一致（校验位正确）', en: 'ID numbers equal, check digit right' } },
  exact15: { for: { zh: '15位旧号换算后一致', en: 'equal after converting the 15-digit number' } },
  solved: {
    for: {
      zh: '号码有错，按校验位推算后唯一相符',
      en: 'the damaged number has one solution by its check digit, and it fits',
    },
    against: { zh: '原号码校验不通过', en: 'the number as given fails its check' },
  },
  near: {
    for: { zh: '号码有错，相差不超过三处', en: 'the damaged number is within three slips' },
    against: { zh: '原号码校验不通过', en: 'the number as given fails its check' },
  },
  truncated: {
    for: { zh: '号码末三位丢失，前15位一致', en: 'last three digits lost, the first 15 agree' },
    against: { zh: '原号码不完整', en: 'the number as given is incomplete' },
  },
  masked: {
    for: { zh: '号码有遮挡，可见部分一致', en: 'the visible digits of a masked number agree' },
    against: { zh: '号码未见全', en: 'the number is not fully visible' },
  },
  name_birth: {
    for: { zh: '号码缺失，姓名、出生日期一致', en: 'no number; name and birth date agree' },
    against: { zh: '没有号码可核', en: 'no number to check' },
  },
  contact: {
    for: { zh: '号码缺失，姓名与账号或电话一致', en: 'no number; name and account or telephone agree' },
    against: { zh: '没有号码可核', en: 'no number to check' },
  },
  own_list: {
    for: { zh: '号码缺失，姓名与村居一致', en: 'no number; name and village agree' },
    against: { zh: '没有号码可核', en: 'no number to check' },
  },
  judged: { for: { zh: '经人工判断', en: 'judged by people' } },
};

const verdicts: Readonly<Record<string, { readonly for?: Words; readonly against?: Words }>> = {
  same: { for: { zh: '；人工判断为同一人', en: '; judged the same person' } },
  unsure: { for: { zh: '；人工判断：不确定', en: '; judged unsure' } },
  not_same: { against: { zh: '人工判断不是同一人', en: 'judged not the same person' } },
};

const separator: Words = { zh: '；', en: '; ' };
const nameEqual: Words = { zh: '姓名一致', en: 'names equal' };
const nameOther: Words = { zh: '姓名不同：', en: 'names differ: ' };
const noName: Words = { zh: '名单中没有姓名', en: 'the list gives no name' };

/** True in SQL where an equal number stands under another name; over k (keyed), n (name_pair). */
const isOtherName = `k.how in ('exact', 'exact15') and k.name <> k.known_name and not coalesce(n.compatible, false)`;

/** The sentence for a mention being its person's, as SQL over k (keyed), n (name_pair) and v (judged_mention). */
export function forSql(language: keyof Words): string {
  const whens = Object.entries(ways).map(
    ([how, words]) => `when '${how}' then ${quoted(words.for[language])}`,
  );
  const names = `case when k.how in ('alone', 'judged') then '' when k.name = k.known_name then ${quoted(separator[language] + nameEqual[language])}
      when coalesce(n.compatible, false) then ${quoted(separator[language])} || n.${language} else '' end`;
  return `case k.how ${whens.join(' ')} end || ${names} || ${verdictSql('for', language)}`;
}

/** The sentence against it, null when nothing speaks against it. */
export function againstSql(language: keyof Words): string {
  const whens = Object.entries(ways).flatMap(([how, { against }]) =>
    against === undefined ? [] : [`when k.how = '${how}' then ${quoted(against[language])}`],
  );
  return `case when v.verdict = 'not_same' then ${verdictSql('against', language)}
    when ${isOtherName} then ${quoted(nameOther[language])} || n.${language} ${whens.join(' ')}
    when k.how <> 'alone' and k.name is null then ${quoted(noName[language])} end`;
}

function verdictSql(direction: 'for' | 'against', language: keyof Words): string {
  const whens = Object.entries(verdicts).flatMap(([verdict, words]) => {
    const told = words[direction];
    return told === undefined ? [] : [`when '${verdict}' then ${quoted(told[language])}`];
  });
  return `case v.verdict ${whens.join(' ')} else '' end`;
}
