import { posix } from 'node:path';
import { type NumberLook, numberLook } from './cell-text.ts';
import { ImportRefusal } from './import-refusal.ts';
import { readSharedStrings, SharedStrings } from './shared-strings.ts';
import { attribute, readXml } from './xml-events.ts';
import type { ZipArchive, ZipMember } from './zip-archive.ts';

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly member: ZipMember;
}

/** What all sheets of a workbook share. */
export interface Workbook {
  readonly sheets: readonly SheetPart[];
  readonly strings: SharedStrings;
  /** By style index (`s` of a cell). */
  readonly looks: readonly NumberLook[];
  readonly date1904: boolean;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** Opens the parts of an OOXML workbook, transitional or strict. */
export async function readWorkbook(zip: ZipArchive, fileName: string): Promise<Workbook> {
  const part = await workbookPart(zip);
  if (!part) throw new ImportRefusal('IMP-105', fileName, { detail: 'workbook.xml' });
  const partName = part.name.replace(/^\/+/, '');
  const relationsName = posix.join(posix.dirname(partName), '_rels', `${posix.basename(partName)}.rels`);
  const relations = await readRelations(zip, relationsName, posix.dirname(partName));
  const outline = await readOutline(zip, part);
  const byType = (type: string): ZipMember | undefined => {
    const relation = [...relations.values()].find((r) => isType(r, type));
    return relation && zip.findMember(relation.target);
  };
  const sheets = sheetParts(zip, outline, relations, fileName);
  const stringsPart = byType('sharedStrings') ?? zip.findMember('xl/sharedStrings.xml');
  const stylesPart = byType('styles') ?? zip.findMember('xl/styles.xml');
  return {
    sheets,
    date1904: outline.date1904,
    strings: stringsPart ? await readSharedStrings(zip.read(stringsPart)) : new SharedStrings(),
    looks: stylesPart ? await readLooks(zip, stylesPart) : [],
  };
}

async function workbookPart(zip: ZipArchive): Promise<ZipMember | undefined> {
  const relations = await readRelations(zip, '_rels/.rels');
  const root = [...relations.values()].find((relation) => isType(relation, 'officeDocument'));
  return (root && zip.findMember(root.target)) ?? zip.findMember('xl/workbook.xml');
}

function sheetParts(
  zip: ZipArchive,
  outline: Outline,
  relations: Map<string, Relation>,
  fileName: string,
): SheetPart[] {
  const sheets: SheetPart[] = [];
  for (const sheet of outline.sheets) {
    const relation = relations.get(sheet.id);
    if (relation && !isType(relation, 'worksheet')) continue; // charts and dialogs hold no rows
    const member = relation && zip.findMember(relation.target);
    if (!member)
      throw new ImportRefusal('IMP-105', fileName, { sheet: sheet.name, detail: 'worksheet part' });
    sheets.push({ name: sheet.name, hidden: sheet.hidden, member });
  }
  if (sheets.length === 0) throw new ImportRefusal('IMP-116', fileName);
  return sheets;
}

function isType(relation: Relation, type: string): boolean {
  return relation.type.endsWith(`/${type}`);
}

async function readRelations(zip: ZipArchive, name: string, folder = ''): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  const member = zip.findMember(name);
  if (!member) return relations;
  await readXml(zip.read(member), {
    open(tag, attributes) {
      const { Id: id, Type: type, Target: target } = attributes;
      if (tag !== 'Relationship' || id === undefined || type === undefined || target === undefined) return;
      const decoded = target.replaceAll('\\', '/');
      const path = decoded.startsWith('/') ? decoded.slice(1) : posix.join(folder, decoded);
      relations.set(id, { type, target: path });
    },
    close() {},
    text() {},
  });
  return relations;
}

interface Outline {
  readonly sheets: { name: string; hidden: boolean; id: string }[];
  date1904: boolean;
}

async function readOutline(zip: ZipArchive, part: ZipMember): Promise<Outline> {
  const outline: Outline = { sheets: [], date1904: false };
  await readXml(zip.read(part), {
    open(tag, attributes) {
      if (tag === 'workbookPr') outline.date1904 = isTrue(attributes['date1904']);
      if (tag !== 'sheet') return;
      const hidden = /^(veryHidden|hidden)$/.test(attributes['state'] ?? '');
      outline.sheets.push({ name: attributes['name'] ?? '', hidden, id: attribute(attributes, 'id') ?? '' });
    },
    close() {},
    text() {},
  });
  return outline;
}

/** xsd:boolean. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

async function readLooks(zip: ZipArchive, part: ZipMember): Promise<NumberLook[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let section = '';
  await readXml(zip.read(part), {
    open(tag, attributes) {
      if (tag === 'numFmts' || tag === 'cellXfs') section = tag;
      else if (tag === 'numFmt' && section === 'numFmts') {
        codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      } else if (tag === 'xf' && section === 'cellXfs') ids.push(Number(attributes['numFmtId'] ?? 0));
    },
    close(tag) {
      if (tag === section) section = '';
    },
    text() {},
  });
  return ids.map((id) => numberLook(id, codes.get(id)));
}
