const values = [
  ...[
    '',
    '0',
    '-1',
    '1',
    '15',
    '1048576',
    '1048577',
    '99999999',
    '4294967295',
    '1E400',
    'NaN',
    '44927',
    '44927.5',
    '2958466',
  ],
  ...[
    'A1',
    'B2',
    'XFD1',
    'XFE1',
    'AAAA1',
    'a7',
    '7',
    's',
    'n',
    'str',
    'b',
    'e',
    'd',
    'inlineStr',
    'true',
    'x',
  ],
  ...[
    '合计',
    '小计',
    '姓名',
    '身份证号码',
    '无',
    '1.10105199001011E+17',
    "'371399",
    '３７１３９９',
    '2022年7月',
    '202213',
    '张 三',
    '_x000D_',
    '_x0000_',
  ],
  ...[
    '&#10;',
    '&lt;b&gt;',
    '9'.repeat(300),
    '，'.repeat(40),
    '2022-02-30',
    '￥1,234.50',
    '1万元',
    '￥',
    '#REF!',
    '\u200b',
    '𠀀',
  ],
];
const pieces = [
  ...[
    '<row/>',
    '<row r="2"/>',
    '<c/>',
    '<c r="C3"/>',
    '<c t="s"><v>0</v></c>',
    '<c><v>7</v></c>',
    '<v>3</v>',
    '<!-- x -->',
  ],
  ...[
    '<c t="inlineStr"><is><t>合计</t></is></c>',
    '<c t="inlineStr"><is><r><t>甲</t></r><rPh><t>ア</t></rPh></is></c>',
  ],
  ...[
    '<c><f>SUM(A1:A9)</f></c>',
    '<c t="str"><f>A1</f><v>x</v></c>',
    '<mergeCells><mergeCell ref="A4:A40"/></mergeCells>',
  ],
  ...[
    '<mergeCell ref="A1:XFD1048576"/>',
    '<x:row xmlns:x="urn:x"/>',
    '<![CDATA[甲]]>',
    '<cols><col min="1" max="16384"/></cols>',
  ],
];

/**
 * One to three damages that leave the XML well formed in most cases: other values, elements lost, doubled, moved,
 * added. So the damage reaches the rows behind the parser.
 * @param {Buffer} bytes UTF-8; left as it is
 */
export function mutateXml(bytes, chance) {
  let xml = bytes.toString('utf8');
  const times = 1 + chance.below(3);
  for (let i = 0; i < times; i += 1) xml = damageOnce(xml, chance);
  return Buffer.from(xml, 'utf8');
}

function damageOnce(xml, chance) {
  switch (chance.below(8)) {
    case 0:
    case 1:
      return replaceOne(xml, /="([^"]*)"/g, chance, () => `="${chance.pick(values)}"`);
    case 2:
    case 3:
      return replaceOne(xml, />([^<]+)</g, chance, () => `>${chance.pick(values)}<`);
    case 4:
      return replaceOne(xml, element(chance), chance, () => '');
    case 5:
      return replaceOne(xml, element(chance), chance, (found) => found + found);
    case 6:
      return replaceOne(
        xml,
        /<\/(?:c|row|si|Cell|Row|td|tr)>/g,
        chance,
        (found) => found + chance.pick(pieces),
      );
    default:
      return moveOne(xml, element(chance), chance);
  }
}

const element = (chance) =>
  chance.pick([
    /<row\b[^>]*>.*?<\/row>/gs,
    /<c\b[^>]*>.*?<\/c>/gs,
    /<(?:si|v|t)\b[^>]*>[^<]*<\/(?:si|v|t)>/g,
    /<Row\b[^>]*>.*?<\/Row>|<tr\b[^>]*>.*?<\/tr>/gs,
    /<Cell\b[^>]*>.*?<\/Cell>|<td\b[^>]*>.*?<\/td>/gs,
    /<[A-Za-z][^<>]*\/>/g,
  ]);

function replaceOne(xml, pattern, chance, change) {
  const found = [...xml.matchAll(pattern)];
  if (found.length === 0) return xml;
  const one = chance.pick(found);
  return xml.slice(0, one.index) + change(one[0]) + xml.slice(one.index + one[0].length);
}

/** Takes one element out and puts it before another of its kind. */
function moveOne(xml, pattern, chance) {
  const found = [...xml.matchAll(pattern)];
  if (found.length < 2) return xml;
  const [one, other] = [chance.pick(found), chance.pick(found)];
  const [first, second] = one.index < other.index ? [one, other] : [other, one];
  if (first.index === second.index) return xml;
  const between = xml.slice(first.index + first[0].length, second.index);
  return (
    xml.slice(0, first.index) + second[0] + between + first[0] + xml.slice(second.index + second[0].length)
  );
}
