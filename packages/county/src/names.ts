import type { Random } from './prng.ts';

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董程曹袁邓许沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文',
];
const GIVEN = {
  男: [
    ...'伟强磊军勇涛超明刚平辉鹏华飞波斌宇浩凯健俊帆帅旭宁龙林海峰建国志文永庆德福贵财生根树忠义礼信诚厚仁孝良善廷洪昌盛兴旺祥瑞安康乐喜春夏冬',
  ],
  女: [
    ...'芳娜敏静丽艳娟霞秀英华慧巧美淑惠珠翠雅芝玉萍红娥玲芬燕彩春菊兰凤洁梅琳素云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉桂叶璧璐娅琦晶妍茜秋珊莎',
  ],
};

export type Sex = '男' | '女';

/** A synthetic name: a common surname and one or two common given-name characters. */
export function makeName(random: Random, sex: Sex, surname?: string): string {
  const family = surname ?? random.pick(SURNAMES);
  const first = random.pick(GIVEN[sex]);
  return random.chance(0.12) ? family + first : family + first + random.pick(GIVEN[sex]);
}
