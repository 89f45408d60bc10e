const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 ' +
    '仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 ' +
    '百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 南荣 第五 淳于 纳兰 完颜 耶律 叶赫'
  ).split(' '),
);
/** By UTF-16 unit: whether a compound surname begins with it. */
const OPENS_COMPOUND = new Uint8Array(0x1_0000);
for (const surname of COMPOUND_SURNAMES) OPENS_COMPOUND[surname.charCodeAt(0)] = 1;

/** The surnames of about 95 % of Han people: two of them side by side in a cell are two people. */
const COMMON_SURNAMES: ReadonlySet<string> = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅付沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎闫余潘杜戴代夏钟汪田任姜范方石姚谭廖' +
    '邹熊金陆郝孔白崔康毛邱丘秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐' +
    '梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚',
);

/** A name of so many characters without a compound surname is a name written by sound: it has no surname. */
const BY_SOUND_FROM = 5;

export function isCompoundSurname(text: string): boolean {
  return COMPOUND_SURNAMES.has(text);
}

/** True for a surname in simplified characters that many people bear. */
export function isCommonSurname(char: string): boolean {
  return COMMON_SURNAMES.has(char);
}

/** Two for a name that begins with a compound surname and goes on, else one. In simplified characters. */
function headLength(name: string): 1 | 2 {
  if (name.length <= 2 || OPENS_COMPOUND[name.charCodeAt(0)] !== 1) return 1;
  return COMPOUND_SURNAMES.has(name.slice(0, 2)) ? 2 : 1;
}

/** How many UTF-16 units the surname at the start of a name has. */
function headUnits(name: string): number {
  const first = name.codePointAt(0);
  if (first === undefined) return 0;
  return first > 0xffff ? 2 : headLength(name);
}

/** The surname at the start of a Han name: two characters for the compound surnames, else one. */
export function surnameOf(name: string): string {
  return name.slice(0, headUnits(name));
}

/**
 * How many UTF-16 units of a clean name in simplified characters are its surname; 0 for a name that has none: one with
 * a middle dot, or of five characters and more (阿卜杜热合曼).
 */
export function surnameUnits(name: string, hasDot: boolean): number {
  if (hasDot) return 0;
  return name.length >= BY_SOUND_FROM && headLength(name) === 1 ? 0 : headUnits(name);
}
