import type { Bilingual } from '@yangguang/domain/errors/user-error';

/** Relations to the head as rolls have them in codes. */
const relations: Readonly<Record<string, Bilingual>> = {
  self: { zh: '本人', en: 'head' },
  spouse: { zh: '配偶', en: 'spouse' },
  child: { zh: '子女', en: 'child' },
  son: { zh: '子', en: 'son' },
  daughter: { zh: '女', en: 'daughter' },
  grandchild: { zh: '孙辈', en: 'grandchild' },
  parent: { zh: '父母', en: 'parent' },
  grandparent: { zh: '祖辈', en: 'grandparent' },
  sibling: { zh: '兄弟姐妹', en: 'sibling' },
  in_law: { zh: '姻亲', en: 'in-law' },
  other: { zh: '其他', en: 'other' },
};

/** A relation in words; as the roll has it where it is no code. */
export function relationWords(relation: string): Bilingual {
  return relations[relation] ?? { zh: relation, en: relation };
}
