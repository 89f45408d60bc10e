import { expect, it } from 'vitest';
import { type Bench, openBench } from './testing-files.ts';

async function rowsOf(bench: Bench, text: string | Buffer): Promise<(string | number | null)[][]> {
  const { sheets, refusals } = await bench.read('a.csv', text, 'csv');
  expect(refusals).toEqual([]);
  return bench.rows(sheets[0]);
}

it('numbers records as they stand in the file, on the fast path and the slow one alike', async () => {
  const bench = await openBench();
  const expected = [
    [2, '标题', null, null],
    [4, 'a', 'b', 'c'],
    [6, '1', null, '3'],
    [7, ' x ', 'y', null],
  ];
  const regular = '\n标题\n\na,b,c\n,,\n1,,3\n x ,y\n\n\n';
  expect(await rowsOf(bench, regular)).toEqual(expected);
  expect(await rowsOf(bench, `\uFEFF${regular.replaceAll('\n', '\r\n')}`)).toEqual(expected);
  expect(await rowsOf(bench, regular.replaceAll('\n', '\r'))).toEqual(expected);
  expect(await rowsOf(bench, regular.replace('b,c\n', 'b,c\r\n'))).toEqual(expected); // mixed line ends: slow path
});

it('reads quotes, embedded line ends and escaped quotes', async () => {
  const bench = await openBench();
  expect(await rowsOf(bench, '"a","b ""x"" y"\n"1\n2","3,4"\n"",z\n')).toEqual([
    [1, 'a', 'b "x" y'],
    [2, '1\n2', '3,4'],
    [3, null, 'z'],
  ]);
  expect(await rowsOf(bench, 'a,b,c\n"1\r\n2",3\n5 "寸",6\n')).toEqual([
    [1, 'a', 'b', 'c'],
    [2, '1\r\n2', '3', null],
    [3, '5 "寸"', '6', null],
  ]);
});

it('never lets an unclosed quote swallow the rows below', async () => {
  const bench = await openBench();
  const lines = Array.from({ length: 3000 }, (_, i) => `${i},v${i}`);
  lines[10] = '10,"v10';
  lines[2990] = '"2990",""v2990"';
  const { sheets } = await bench.read('a.csv', lines.join('\n'), 'csv');
  const rows = await bench.rows(sheets[0]);
  expect(rows).toHaveLength(3000);
  expect(rows[10]).toEqual([11, '10', '"v10']);
  expect(rows[11]).toEqual([12, '11', 'v11']);
  expect(rows[2999]).toEqual([3000, '2999', 'v2999']);
  expect(sheets[0]?.alarms.find((a) => a.code === 'stray_quote')?.count).toBeGreaterThan(0);
});

it('survives a file where every line opens a quote', async () => {
  const bench = await openBench();
  const text = Array.from({ length: 20_000 }, (_, i) => `"${i},x`).join('\n');
  const { sheets } = await bench.read('a.csv', text, 'csv');
  expect(sheets[0]?.rows).toBe(20_000);
});

it('finds the separator', async () => {
  const bench = await openBench();
  for (const separator of [',', '\t', ';', '|']) {
    const text = `花名册，2024\n姓名${separator}金额${separator}注\n张三${separator}1${separator}x\n`;
    expect(await rowsOf(bench, text)).toEqual([
      [1, '花名册，2024', null, null],
      [2, '姓名', '金额', '注'],
      [3, '张三', '1', 'x'],
    ]);
  }
  expect(await rowsOf(bench, '张三\n李四\n\n王五')).toEqual([
    [1, '张三'],
    [2, '李四'],
    [4, '王五'],
  ]);
});

it('detects GB18030 with four-byte characters, UTF-16 with and without mark, and slightly damaged UTF-8', async () => {
  const bench = await openBench();
  // 姓名,䶮𠀀 in GB18030: 䶮 is FE9F, 𠀀 is 95328236.
  const gb = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xfe, 0x9f, 0x95, 0x32, 0x82, 0x36, 0x0a]);
  expect(await rowsOf(bench, gb)).toEqual([[1, '姓名', '䶮𠀀']]);
  const wide = Buffer.from('姓名,金额\n张三,300\n李四,400\n', 'utf16le');
  const expected = [
    [1, '姓名', '金额'],
    [2, '张三', '300'],
    [3, '李四', '400'],
  ];
  expect(await rowsOf(bench, wide)).toEqual(expected);
  expect(await rowsOf(bench, Buffer.concat([Buffer.from([0xff, 0xfe]), wide]))).toEqual(expected);
  expect(await rowsOf(bench, Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()]))).toEqual(
    expected,
  );
  const damaged = Buffer.from(`${'张三丰,某某镇某某村\n'.repeat(20)}李四,x`);
  damaged[damaged.length - 4] = 0x20;
  const { sheets } = await bench.read('d.csv', damaged, 'csv');
  expect(sheets[0]?.head[0]?.cells[0]).toBe('张三丰');
  expect(sheets[0]?.alarms[0]).toMatchObject({ code: 'undecodable' });
});

it('keeps a character cut by the reading window whole', async () => {
  const bench = await openBench();
  const line = `x${'张三,李四\n'.repeat(170_000)}`;
  const { sheets } = await bench.read('a.csv', line, 'csv');
  expect(sheets[0]).toMatchObject({ rows: 170_000, alarms: [] });
});

it('drops NULs with an alarm, and refuses empty, binary-like and endless lines', async () => {
  const bench = await openBench();
  const { sheets } = await bench.read('n.csv', `${'甲,1\n'.repeat(50)}乙,\u00002\n`, 'csv');
  expect(sheets[0]?.tail.at(-1)?.cells).toEqual(['乙', '2']);
  expect(sheets[0]?.alarms[0]).toMatchObject({ code: 'nul_bytes', count: 1 });
  for (const empty of ['', '\n\r\n\n', ',,,\n,,,\n', '\uFEFF']) {
    expect((await bench.read('e.csv', empty, 'csv')).refusals[0]?.code).toBe('IMP-101');
  }
  expect((await bench.read('l.csv', 'x'.repeat(17_000_000), 'csv')).refusals[0]?.code).toBe('IMP-115');
  expect((await bench.read('w.csv', ','.repeat(2000).concat('x'), 'csv')).refusals[0]?.code).toBe('IMP-113');
});

it('reads a file whose name has wildcard characters, and only that file', async () => {
  const bench = await openBench();
  await bench.read('名单1.csv', 'x,y\n', 'csv');
  const { sheets } = await bench.read('名单[1].csv', 'a,b\n1,2\n', 'csv');
  expect(await bench.rows(sheets[0])).toEqual([
    [1, 'a', 'b'],
    [2, '1', '2'],
  ]);
});

it('keeps row numbers right when the database does not preserve order', async () => {
  const bench = await openBench();
  await bench.db.run('set preserve_insertion_order = false');
  const text = Array.from({ length: 300_000 }, (_, i) => `${i + 1},行`).join('\n');
  const { sheets } = await bench.read('a.csv', text, 'csv');
  const wrong = await bench.db.runAndReadAll(
    `select count(*) from "${sheets[0]?.table}" where c0::int <> row_no`,
  );
  expect(String(wrong.getRows()[0]?.[0])).toBe('0');
  const setting = await bench.db.runAndReadAll(`select current_setting('preserve_insertion_order')`);
  expect(setting.getRows()[0]?.[0]).toBe(false);
});
