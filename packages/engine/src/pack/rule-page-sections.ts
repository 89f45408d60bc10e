import { marked, type Token } from 'marked';

/** A block of a page that matters to the reader: the rest of Markdown is prose. */
export type PageBlock =
  | { readonly kind: 'code'; readonly line: number; readonly lang: string; readonly text: string }
  | {
      readonly kind: 'table';
      readonly line: number;
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'heading'; readonly line: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly line: number; readonly text: string };

/** Everything under one `##` heading. `line` is the line of the heading in the file. */
export interface PageSection {
  readonly title: string;
  readonly line: number;
  readonly text: string;
  readonly blocks: readonly PageBlock[];
}

/**
 * Cuts a page's body at its `##` headings. What stands before the first (the title) is left out.
 * @param firstLine line of the file on which `body` begins
 */
export function splitSections(body: string, firstLine: number): PageSection[] {
  const sections: { title: string; line: number; text: string; blocks: PageBlock[] }[] = [];
  let line = firstLine;
  for (const token of marked.lexer(body)) {
    if (token.type === 'heading' && token.depth === 2) {
      sections.push({ title: String(token.text), line, text: '', blocks: [] });
    } else {
      const section = sections.at(-1);
      if (section) {
        section.text += token.raw;
        const block = toBlock(token, line);
        if (block) section.blocks.push(block);
      }
    }
    line += token.raw.split('\n').length - 1;
  }
  return sections;
}

function toBlock(token: Token, line: number): PageBlock | undefined {
  if (token.type === 'code')
    return { kind: 'code', line, lang: String(token.lang ?? ''), text: String(token.text) };
  if (token.type === 'heading') return { kind: 'heading', line, text: String(token.text) };
  if (token.type === 'paragraph') return { kind: 'paragraph', line, text: String(token.text).trim() };
  if (token.type !== 'table') return undefined;
  const cells = (list: readonly { text: string }[]): string[] => list.map((c) => c.text.trim());
  const table = token as { header: { text: string }[]; rows: { text: string }[][] };
  return { kind: 'table', line, header: cells(table.header), rows: table.rows.map(cells) };
}
