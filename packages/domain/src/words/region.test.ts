import { expect, it } from 'vitest';
import { normaliseVillage, parseRegion, sameTown, sameVillage } from './region.ts';

it.each([
  ['城关镇张庄村3组', { town: '城关镇', village: '张庄村', group: '3组' }],
  [
    '山东省临沂市沂水县城关镇张庄村三组12号',
    { province: '山东省', city: '临沂市', county: '沂水县', town: '城关镇', village: '张庄村', group: '3组' },
  ],
  ['滨海新区汉沽街道王园社区', { county: '滨海新区', town: '汉沽街道', village: '王园社区' }],
  ['临沂市兰山区银雀山街道', { city: '临沂市', county: '兰山区', town: '银雀山街道' }],
  [
    '滕州市西岗镇李庄行政村第二村民小组',
    { county: '滕州市', town: '西岗镇', village: '李庄行政村', group: '2组' },
  ],
  [
    '重庆市铜梁区巴川街道办事处东关居委会',
    { province: '重庆市', county: '铜梁区', town: '巴川街道办事处', village: '东关居委会' },
  ],
  [
    '锡林郭勒盟阿巴嘎旗吉尔苏木都新嘎查',
    { city: '锡林郭勒盟', county: '阿巴嘎旗', town: '吉尔苏木', village: '都新嘎查' },
  ],
  ['城关镇 / 张庄村', { town: '城关镇', village: '张庄村' }],
  ['张庄村李家自然村', { village: '张庄村', group: '李家自然村' }],
  ['龙泉村3社', { village: '龙泉村', group: '3社' }],
  ['经济开发区张庄村', { town: '经济开发区', village: '张庄村' }],
  ['景德镇市浮梁县', { city: '景德镇市', county: '浮梁县' }],
])('parses %s', (text, region) => {
  expect(parseRegion(text)).toEqual(region);
});

it('is not misled by names that contain an ending', () => {
  expect(parseRegion('新乡镇张庄村')).toEqual({ town: '新乡镇', village: '张庄村' });
  expect(parseRegion('古镇镇')).toEqual({ town: '古镇镇' });
  expect(parseRegion('新市镇')).toEqual({ town: '新市镇' });
  expect(parseRegion('城关镇镇前村')).toEqual({ town: '城关镇', village: '镇前村' });
  expect(parseRegion('朱镇村')).toEqual({ village: '朱镇村' });
  expect(parseRegion('城关镇西村村')).toEqual({ town: '城关镇', village: '西村村' });
  expect(parseRegion('老县城村')).toEqual({ village: '老县城村' });
  expect(parseRegion('周村区萌水镇')).toEqual({ county: '周村区', town: '萌水镇' });
  expect(parseRegion('赣县区白鹭乡')).toEqual({ county: '赣县区', town: '白鹭乡' });
  expect(parseRegion('社旗县唐庄乡')).toEqual({ county: '社旗县', town: '唐庄乡' });
  expect(parseRegion('南阳市镇平县彭营镇')).toEqual({ city: '南阳市', county: '镇平县', town: '彭营镇' });
  expect(parseRegion('青岛市市北区海伦路街道')).toEqual({
    city: '青岛市',
    county: '市北区',
    town: '海伦路街道',
  });
  expect(parseRegion('旧县镇张庄村')).toEqual({ town: '旧县镇', village: '张庄村' });
  expect(parseRegion('独山子东乡族乡')).toEqual({ town: '独山子东乡族乡' });
  expect(parseRegion('红旗楼街道')).toEqual({ town: '红旗楼街道' });
  expect(parseRegion('临港开发区草庙子镇')).toEqual({ county: '临港开发区', town: '草庙子镇' });
  expect(parseRegion('县前街社区')).toEqual({ village: '县前街社区' });
});

it('leaves a bare name and an empty cell alone', () => {
  expect(parseRegion('张庄')).toEqual({});
  expect(parseRegion('无')).toEqual({});
  expect(parseRegion(null)).toEqual({});
});

it.each([
  ['城关镇张庄村委会', '张庄村'],
  ['张庄村村民委员会', '张庄村'],
  ['张庄行政村', '张庄村'],
  ['张庄', '张庄村'],
  ['东关居委会', '东关社区'],
  ['东关社区居民委员会', '东关社区'],
  ['东3村', '东三村'],
  ['沂水县城关镇', ''],
  ['', ''],
])('writes %s as %j', (text, village) => {
  expect(normaliseVillage(text)).toBe(village);
});

it('compares towns and villages by their names', () => {
  expect(sameTown('城关', '城关镇')).toBe(true);
  expect(sameTown('沂水县城关镇', '城关街道办事处')).toBe(true);
  expect(sameTown('新乡', '新乡镇')).toBe(true);
  expect(sameTown('城关镇', '东关镇')).toBe(false);
  expect(sameVillage('张庄村', '张庄社区')).toBe(true);
  expect(sameVillage('张庄村', '章庄村')).toBe(false);
  expect(sameVillage('', '')).toBe(false);
});
