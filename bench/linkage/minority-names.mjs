import { skewed } from './chance.mjs';

// Pieces of transliterated names in the manner of Uyghur, Tibetan and Yi names, put together by chance.

const uyghurMale = skewed(
  (
    '买买提 吐尔逊 阿卜杜拉 艾力 玉素甫 阿不力孜 依明 卡德尔 热合曼 麦麦提 艾合买提 阿卜杜热合曼 库尔班 肉孜 托合提 穆罕默德 牙生 亚森 尼亚孜 ' +
    '伊敏 阿卜杜克热木 阿卜杜热西提 阿布都外力 艾山 吾斯曼 司马义 斯迪克 阿迪力 艾尼瓦尔 帕尔哈提 木塔力甫 塔依尔 沙吾提 哈力克 努尔麦麦提 阿卜来提 ' +
    '麦麦提依明 麦麦提图尔荪 阿卜杜外力 阿卜杜合力力 吾布力卡斯木 赛买提 依布拉音 吐送江 艾则孜 喀迪尔 伊力哈木 居麦 阿吾提 萨伍提'
  ).split(' '),
  0.7,
  4,
);
const uyghurFemale = skewed(
  (
    '古丽 阿依古丽 帕提古丽 热依汗 古丽巴哈尔 阿依谢姆 左热古丽 努尔古丽 吐尔逊古丽 阿米娜 海丽切木 玛依努尔 热孜万古丽 布维海丽且木 再乃普 ' +
    '帕丽旦 米热古丽 祖丽皮亚 阿孜古丽 茹仙古丽 阿提古丽 布维热比亚 麦尔耶姆 古扎丽努尔 图尔荪古丽 阿曼古丽 萨拉买提 图妮萨古丽 则乃普古丽 如先古丽'
  ).split(' '),
  0.7,
  4,
);
const tibetanFirst = (
  '扎西 次仁 尼玛 达瓦 巴桑 边巴 多吉 格桑 洛桑 丹增 平措 旺堆 索朗 贡布 仁青 罗布 阿旺 桑杰 嘉措 白玛 央金 强巴 晋美 才让 ' +
  '拉巴 普布 米玛 益西 云丹 土登'
).split(' ');
const tibetanMale =
  '次仁 多吉 扎西 顿珠 旺久 平措 罗布 旺堆 群培 加措 坚赞 伦珠 班旦 曲培 欧珠 才旦 尼玛 朗杰'.split(' ');
const tibetanFemale = '卓玛 拉姆 央宗 曲珍 卓嘎 白珍 央金 德吉 玉珍 措姆 吉宗 仓决 片多 群宗 旺姆'.split(' ');
const yiClans = (
  '吉克 阿尔 沙马 曲比 阿苦 海来 木帕 吉木 阿西 俄木 马海 勒伍 苏呷 尔古 阿侯 罗洪 沙玛 吉伍 莫色 比布 加巴 且沙 瓦渣 八且 ' +
  '阿余 贾巴 麦吉 列维'
).split(' ');
const yiMale =
  '伍呷 拉铁 尔布 木呷 拉哈 尔者 阿呷 日哈 古哈 子古 里呷 尔哈 伍牛 曲铁 石布 约布 沙日 史古 建国 布哈'.split(
    ' ',
  );
const yiFemale = '阿依 阿支 日作 伍支 阿牛 伍作 么日 阿各 里作 史洗 木乃 阿果 伍各 石作 日洗 尔作'.split(' ');

/** The same piece of a name as another clerk writes it. */
const respellings = [
  ['阿卜杜', '阿布都'],
  ['阿卜杜', '阿不都'],
  ['麦麦提', '买买提'],
  ['买买提', '麦麦提'],
  ['图尔荪', '吐尔逊'],
  ['吐尔逊', '图尔荪'],
  ['古丽', '古力'],
  ['热合曼', '热赫曼'],
  ['依明', '伊明'],
  ['卡德尔', '喀迪尔'],
  ['卓玛', '卓马'],
  ['次仁', '才仁'],
  ['沙马', '沙玛'],
  ['努尔', '奴尔'],
];
export const dots = ['•', '‧', '・', '．', '.', '', '', ' ', '。', '●', '-'];

/**
 * A person's own name: for Uyghur style without the father's, which `fullName` adds.
 * @param {'uyghur' | 'tibetan' | 'yi'} style
 */
export function ownName(chance, style, isMale) {
  if (style === 'uyghur') return (isMale ? uyghurMale : uyghurFemale).draw(chance);
  if (style === 'tibetan')
    return chance.pick(tibetanFirst) + chance.pick(isMale ? tibetanMale : tibetanFemale);
  return chance.pick(isMale ? yiMale : yiFemale);
}

/** The clan of a Yi household; null for others. */
export function clanOf(chance, style) {
  return style === 'yi' ? chance.pick(yiClans) : null;
}

/** The father's name as the last part of a Uyghur name: his own; seldom with the grandfather's after it. */
export function uyghurFather(chance) {
  const father = uyghurMale.draw(chance);
  return chance.hits(0.04) ? `${father}·${uyghurMale.draw(chance)}` : father;
}

export function fullName(style, own, clan, father) {
  if (style === 'uyghur') return `${own}·${father}`;
  return style === 'yi' ? `${clan}·${own}` : own;
}

/** One piece spelt otherwise; the name itself when no rule fits. */
export function respelt(chance, name) {
  const fitting = respellings.filter(([from]) => name.includes(from));
  if (fitting.length === 0) return name;
  const [from, to] = chance.pick(fitting);
  return name.replace(from, to);
}
