import { describe, expect, it } from 'vitest';
import { compareNames, isCompatible, type NameLevel, nameLevel } from './name-compare.ts';

const looksAlike = (x: string, y: string): boolean => ['未末', '禇褚', '己已'].includes(x + y);

const cases: readonly (readonly [about: string, pairs: readonly (readonly [string, string, NameLevel])[]])[] =
  [
    [
      'characters that were lost',
      [
        ['王?', '王宇', 'wildcard'],
        ['王□国', '王建国', 'wildcard'],
        ['〓建国', '王建国', 'wildcard'],
        ['王*国', '王建国', 'wildcard'],
        ['王\ue123国', '王建国', 'wildcard'],
        ['王某', '王宇', 'wildcard'],
        ['王??', '王宇', 'wildcard'],
        ['王\ufffd\ufffd国', '王𤩽国', 'wildcard'],
        ['王??国', '王建国', 'wildcard'],
        ['买买提?吐尔逊', '买买提·吐尔逊', 'wildcard'],
        ['买买提·吐尔?', '买买提·吐尔逊江', 'truncated'],
        ['王**', '王建国', 'surname_only'],
        ['汪?', '王宇', 'different'],
        ['王?', '李宇', 'different'],
      ],
    ],
    [
      'sounds, with every reading',
      [
        ['单红', '善红', 'homophone'],
        ['仇明', '邱明', 'homophone'],
        ['解军', '谢军', 'homophone'],
        ['曾强', '增强', 'homophone'],
        ['区伟', '欧伟', 'homophone'],
        ['查良', '扎良', 'homophone'],
        ['尉迟恭', '玉迟恭', 'homophone'],
        ['覃丽', '秦丽', 'homophone'],
        ['覃丽', '谭丽', 'homophone'],
        ['张朝', '张昭', 'homophone'],
        ['张朝', '张超', 'homophone'],
        ['张朝', '张车', 'surname_only'],
        ['仇明', '愁明', 'different'],
        ['查良', '茶良', 'different'],
      ],
    ],
    [
      'shapes and forms of writing',
      [
        ['李未华', '李末华', 'look_alike'],
        ['李未花', '李末华', 'look_alike'],
        ['趙麗華', '赵丽华', 'variant'],
        ['趙小華', '赵晓华', 'homophone'],
        ['李喆', '李哲', 'homophone'],
        ['王孋', '王丽', 'homophone'],
        ['王\uf9b4', '王领', 'variant'],
      ],
    ],
    [
      'names of minorities',
      [
        ['买买提·吐尔逊', '买买提・吐尔逊', 'equal'],
        ['买买提 吐尔逊', '买买提‧吐尔逊', 'equal'],
        ['买买提-吐尔逊', '买买提吐尔逊', 'equal'],
        ['阿卜杜热合曼·吐尔逊', '阿布都热合曼吐尔逊', 'homophone'],
        ['阿卜杜热合曼·吐尔逊', '阿卜杜热合曼·吐尔松', 'transliterated'],
        ['布维热比亚·卡德尔', '布维热比亚·喀迪尔', 'transliterated'],
        ['吐尔逊·吐尔逊', '图尔荪吐尔逊', 'transliterated'],
        ['阿依古丽·阿布都外力', '阿曼古丽·阿布都外力', 'one_differs'],
        ['麦麦提依明·艾力', '麦麦提·依明', 'different'],
        ['曲比 伍作', '曲比·伍作', 'equal'],
        ['阿卜杜热合曼吐尔逊', '阿卜杜热曼吐尔逊', 'transliterated'],
        ['阿里·买买提·吐尔逊', '阿里·吐尔逊', 'transliterated'],
        ['阿里买买提吐尔逊', '阿里·吐尔逊', 'transliterated'],
        ['阿卜杜热合曼·吐', '阿布都热合曼·吐尔逊', 'truncated'],
        ['阿卜杜热合曼·吐尔', '阿卜杜热合曼·吐尔逊', 'truncated'],
        ['阿里·吐尔逊', '玉素甫·吐尔逊', 'different'],
        ['阿里·买买提·吐尔逊', '买买提·吐尔逊', 'different'],
        ['阿里木江·吐尔逊', '阿不力孜·买买提', 'different'],
        ['古丽巴哈尔·买买提', '古丽加玛丽·买买提', 'different'],
        ['阿依古丽', '阿依夏木', 'surname_only'],
      ],
    ],
    [
      'Latin letters',
      [
        ['Wáng Wěi', '王伟', 'pinyin'],
        ['wang2wei3', '王伟', 'pinyin'],
        ['WANGWEI', '王伟', 'pinyin'],
        ['ＷＡＮＧ　ＷＥＩ', '王伟', 'pinyin'],
        ['WANG, WEI', '王伟', 'pinyin'],
        ['Xiaoyan Liu', '刘晓燕', 'pinyin'],
        ['Xiao-yan LIU', '劉曉燕', 'pinyin'],
        ['Nana Ouyang', '欧阳娜娜', 'pinyin'],
        ['LV NAN', '吕楠', 'pinyin'],
        ['LU NAN', '吕楠', 'pinyin'],
        ['lu:3 nan2', '吕楠', 'pinyin'],
        ['XV XIANG', '徐翔', 'pinyin'],
        ["Xi'an Zhang", '张西安', 'pinyin'],
        ['DAN XIONG', '单雄', 'pinyin'],
        ['ZENG LE', '曾乐', 'pinyin'],
        ['MAIMAITI TUERXUN', '买买提·吐尔逊', 'pinyin'],
        ['WANG WEI', 'Wáng Wěi', 'pinyin'],
        ['WANG WEI', 'Wei Wang', 'pinyin'],
        ['Wang Wei', 'WANGWEI', 'equal'],
        ['WANG W.', '王伟', 'surname_only'],
        ['W. WANG', '王伟', 'surname_only'],
        ['Zh. X. LIU', '刘振兴', 'surname_only'],
        ['WANG F.', '王伟', 'different'],
        ['WANG W.', 'Wang Wei', 'surname_only'],
        ['WANG WEI', 'WANG LEI', 'one_differs'],
        ['WANG WEI', 'ZHANG SAN', 'different'],
        ['LI WEI', '王伟', 'different'],
      ],
    ],
    [
      'the place and number of surnames',
      [
        ['建国 王', '王建国', 'rearranged'],
        ['娜娜欧阳', '欧阳娜娜', 'rearranged'],
        ['伟王', '王伟', 'rearranged'],
        ['陈方安生', '方安生', 'rearranged'],
        ['陳方安生', '方安生', 'rearranged'],
        ['林王', '王林', 'different'],
        ['王李芳', '李芳', 'one_differs'],
        ['诸方安生', '方安生', 'one_differs'],
      ],
    ],
    [
      'titles, notes, and what tells namesakes apart',
      [
        ['张伟2', '张伟', 'equal'],
        ['王芳（大）', '王芳', 'equal'],
        ['李强A', '李强', 'equal'],
        ['李强Ａ', '李强B', 'equal'],
        ['户主：张三', '张三', 'equal'],
        ['张三同志', '張三', 'variant'],
        ['张三老师（已退休）', '张三', 'equal'],
      ],
    ],
    [
      'several people in a cell',
      [
        ['张三、李四', '李四', 'equal'],
        ['张三、李四', '李思', 'homophone'],
        ['张三/李四', '李四、王五', 'equal'],
        ['张三、李四', '王五', 'different'],
      ],
    ],
  ];

describe.each(cases)('compareNames: %s', (_, pairs) => {
  it.each(pairs)('%s and %s: %s', (a, b, level) => {
    expect(compareNames(a, b, looksAlike).level).toBe(level);
    expect(nameLevel(b, a, looksAlike)).toBe(level);
  });
});

it('says that one of several people was compared', () => {
  const { zh, en } = compareNames('张三、李四', '李思');
  expect(zh).toBe('一格写有几个人名，取最相近的比较：姓名“李四”与“李思”读音相同、字不同。');
  expect(en).toContain('Several people stand in one cell; of the nearest two: The names “李四” and “李思”');
});

/** The same draws on every machine. */
function draws(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许'];
const GIVEN = [
  ...'伟强磊军勇涛超明刚平辉鹏华飞波斌宇浩凯健俊建国志文永庆芳娜敏静丽艳娟霞秀英慧小晓燕红梅玉兰桂香',
];
const WORDS = [
  '买买提',
  '吐尔逊',
  '阿卜杜热合曼',
  '古丽巴哈尔',
  '艾尔肯',
  '玉素甫',
  '阿依夏木',
  '帕提古丽',
  '热依汗',
  '努尔兰',
];

it('takes two different names for one person by chance only where they sound the same', () => {
  const draw = draws(20261121);
  const pick = (items: readonly string[]): string => items[draw(items.length)] ?? '';
  const makeName = (): string => {
    if (draw(10) === 0) return `${pick(WORDS)}·${pick(WORDS)}`;
    return pick(SURNAMES) + pick(GIVEN) + (draw(5) > 0 ? pick(GIVEN) : '');
  };
  const levels = new Map<NameLevel, number>();
  for (let i = 0; i < 200_000; i += 1) {
    const [a, b] = [makeName(), makeName()];
    const level = nameLevel(a, b);
    if (a !== b && isCompatible(level)) levels.set(level, (levels.get(level) ?? 0) + 1);
  }
  expect([...levels.keys()]).toEqual(['homophone']);
  expect(levels.get('homophone')).toBeLessThan(40);
});
