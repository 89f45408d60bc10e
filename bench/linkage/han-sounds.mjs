/**
 * Characters of given names by sound, tones left out: what homophone errors and names in Latin letters are made of.
 * A table of its own: the sets must not share code or data with the engine they test.
 */
const givenBySound = readTable(`
  ai 爱艾霭, an 安岸, ang 昂, ao 傲奥, ba 巴八, bai 百柏白佰, ban 班, bao 宝保葆堡, bei 蓓贝北, ben 本,
  bi 碧璧必, biao 彪标表, bin 斌彬宾滨, bing 兵冰炳丙秉, bo 波博勃伯柏, cai 才彩采财材, can 灿璨,
  cang 苍仓, chang 昌常长畅, chao 超朝潮, chen 晨辰臣琛宸, cheng 成诚承城程, chi 池驰, chong 崇冲,
  chu 初楚, chuan 川传, chun 春纯淳, cong 聪丛, cui 翠崔, da 大达, dan 丹旦, de 德得, di 迪弟娣,
  dian 殿典, ding 定鼎丁, dong 东冬栋董, du 都度, duo 多朵, en 恩, er 尔二儿, fa 发, fan 帆凡范,
  fang 芳方放坊, fei 飞菲非霏, fen 芬奋, feng 凤峰风锋丰枫, fu 福富甫夫付芙, gang 刚钢岗, gao 高,
  gen 根, geng 更庚, gong 功公恭, gu 谷古固, guang 光广, gui 桂贵归, guo 国果, hai 海,
  han 涵翰晗汉寒含, hang 航杭, hao 浩豪昊皓好, he 和河荷贺赫鹤, heng 恒衡亨, hong 红宏洪鸿弘虹, hou 厚,
  hu 虎湖, hua 华花化画, huai 怀槐, huan 欢焕环桓, huang 煌, hui 辉慧惠会晖卉, ji 吉继基纪季济冀,
  jia 佳家嘉加甲, jian 建健坚剑见, jiang 江将疆, jiao 娇姣, jie 杰洁捷婕节, jin 金进锦瑾晋津谨,
  jing 静晶敬景京菁婧精, jiu 久九, ju 菊聚巨, juan 娟卷, jue 珏觉, jun 军俊君均钧骏峻, kai 凯开恺,
  kang 康, ke 可克科珂柯, kuan 宽, kui 奎魁, kun 坤昆, lai 来, lan 兰岚蓝, lang 朗郎, lei 雷磊蕾,
  li 丽莉力利立礼黎理李, lian 莲连联廉, liang 良亮梁, lin 林琳霖麟临, ling 玲灵凌岭铃令, long 龙隆珑,
  lu 露路璐鲁禄, luan 銮, lun 伦, luo 洛络, man 满曼, mao 茂毛, mei 梅美妹媚枚, meng 梦萌孟, mi 米蜜,
  miao 苗妙淼, min 敏民珉闽, ming 明铭鸣名茗, mu 木沐牧慕穆, na 娜, nan 楠南男, ni 妮倪, nian 年念,
  ning 宁凝, nuo 诺, pan 盼攀, pei 培佩沛, peng 鹏朋彭蓬, pin 品, ping 平萍苹屏, pu 普璞,
  qi 琪奇琦启齐旗其祺, qian 倩千谦前茜, qiang 强蔷, qiao 巧乔俏, qin 勤琴芹秦沁钦, qing 清青庆晴卿,
  qiong 琼, qiu 秋求球, quan 全泉权, qun 群, ran 然冉, ren 仁任人, rong 荣蓉容融溶, ru 如茹儒汝,
  rui 瑞睿蕊锐芮, run 润, sen 森, shan 山珊善杉, shang 尚, shao 少绍, shen 深慎, sheng 生胜升圣盛声,
  shi 世士诗石时仕, shou 寿守, shu 淑书树舒叔, shuai 帅, shuang 双爽霜, shui 水, shun 顺舜, si 思斯四,
  song 松颂, su 素苏, sui 岁穗, tai 泰太, tan 坦, tao 涛桃陶韬, teng 腾, tian 天田甜添, tie 铁,
  ting 婷庭廷亭, tong 桐彤同童通, wan 万婉, wang 旺望, wei 伟卫维威薇玮炜巍微为, wen 文雯温稳,
  wu 武五吾, xi 喜希西熙溪锡曦玺, xia 霞夏侠, xian 先贤显仙献, xiang 祥香翔湘向享, xiao 小晓孝霄潇筱笑,
  xin 新欣心鑫馨信昕, xing 兴星杏行, xiong 雄, xiu 秀修, xu 旭绪栩, xuan 轩萱璇宣煊, xue 雪学,
  xun 勋迅洵, ya 亚雅娅, yan 艳燕妍岩彦言严炎, yang 阳洋扬杨, yao 瑶耀遥尧, ye 业叶野,
  yi 义艺怡依仪一毅益逸宜, yin 银音印荫, ying 英颖莹瑛盈影迎, yong 永勇泳咏庸, you 友有优佑,
  yu 玉宇雨裕钰煜语瑜育羽, yuan 元媛远圆源园苑, yue 月悦越跃岳, yun 云运芸韵允, ze 泽则, zeng 增,
  zhan 展占战, zhang 章璋彰, zhao 昭兆照, zhe 哲, zhen 珍振真镇贞震, zheng 正政征铮,
  zhi 志智芝之治枝直, zhong 忠中钟仲, zhou 舟洲周, zhu 珠竹柱祝, zhuang 壮庄, zhuo 卓, zi 子梓紫姿自,
  zong 宗, zu 祖, zuo 佐作
`);

/** Surnames by their reading as a surname, commonest first within a reading. */
const surnameBySound = readTable(`
  wang 王汪, li 李黎厉, zhang 张章, liu 刘柳, chen 陈谌, yang 杨阳, zhao 赵, huang 黄, zhou 周邹,
  wu 吴武伍邬, xu 徐许, sun 孙, hu 胡, zhu 朱祝, gao 高, lin 林蔺, he 何贺, guo 郭, ma 马, luo 罗骆,
  liang 梁, song 宋, zheng 郑, xie 谢解, han 韩, tang 唐汤, feng 冯, yu 于余俞喻, dong 董, xiao 萧肖,
  cheng 程成, cao 曹, yuan 袁, deng 邓, fu 傅付, shen 沈申, zeng 曾, peng 彭, lv 吕, su 苏,
  lu 卢陆鲁路, jiang 蒋姜江, cai 蔡, jia 贾, ding 丁, wei 魏韦卫, xue 薛, ye 叶, yan 阎闫严颜, pan 潘,
  du 杜, dai 戴, xia 夏, zhong 钟仲, tian 田, ren 任, fan 范樊, fang 方房, shi 石史施时, yao 姚,
  tan 谭, liao 廖, xiong 熊, jin 金靳, hao 郝, kong 孔, bai 白柏, cui 崔, kang 康, mao 毛, qiu 邱仇,
  qin 秦覃, gu 顾谷, hou 侯, shao 邵, meng 孟蒙, long 龙, wan 万, duan 段, lei 雷, qian 钱, yin 尹殷,
  yi 易, chang 常, qiao 乔, lai 赖, gong 龚宫, wen 文温, pang 庞, lan 兰蓝, tao 陶, hong 洪, zhai 翟,
  an 安, ni 倪, niu 牛, ji 季纪, ge 葛盖, you 尤游, bi 毕, nie 聂, jiao 焦, xiang 向项, xing 邢,
  qi 齐祁戚, mei 梅, mo 莫, zhuang 庄, xin 辛, guan 关管, zuo 左, tu 涂, geng 耿, bao 包鲍, miao 苗,
  ling 凌, sheng 盛, ou 欧区, qu 曲屈, shan 单, zha 查, yue 岳, zhan 詹, mu 牟穆, bu 卜, ruan 阮,
  gui 桂, min 闵, che 车, ran 冉, bian 边, gou 苟, diao 刁, piao 朴, pu 蒲, ouyang 欧阳, sima 司马,
  shangguan 上官, zhuge 诸葛, huangfu 皇甫
`);
/** 'sound characters, sound characters' as a record. */
function readTable(text) {
  return Object.fromEntries(
    text
      .trim()
      .split(/,\s*/)
      .map((entry) => entry.split(' ')),
  );
}

const compound = new Set(['ouyang', 'sima', 'shangguan', 'zhuge', 'huangfu']);

/** Every surname with its reading. */
export const surnameSounds = new Map(
  Object.entries(surnameBySound).flatMap(([sound, text]) =>
    compound.has(sound) ? [[text, sound]] : [...text].map((surname) => [surname, sound]),
  ),
);

/** Every given-name character with its reading; a character that stands under two keeps the first. */
export const givenSounds = new Map();
for (const [sound, text] of Object.entries(givenBySound))
  for (const character of text) if (!givenSounds.has(character)) givenSounds.set(character, sound);

const given = new Map(Object.entries(givenBySound).map(([sound, text]) => [sound, [...new Set(text)]]));
const surnames = new Map(Object.entries(surnameBySound).map(([sound, text]) => [sound, [...text]]));

/** Other characters that sound the same; an empty list when the table has none. */
export function soundAlikes(character, isSurname) {
  const sound = (isSurname ? surnameSounds : givenSounds).get(character);
  const group = sound === undefined || compound.has(sound) ? [] : (isSurname ? surnames : given).get(sound);
  return group.filter((other) => other !== character);
}

/** The name in Latin letters as the syllables of surname and given name; null when a character is not in the tables. */
export function syllablesOf(surname, givenName) {
  const first = surnameSounds.get(surname);
  const rest = [...givenName].map((character) => givenSounds.get(character));
  return first === undefined || rest.includes(undefined) ? null : { surname: first, given: rest };
}
