/** Text that is already safe to place in a page. Only `html` makes it, so nothing unescaped slips through. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | readonly Html[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => escapes[char] ?? char);
}

function render(part: Part): string {
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  if ('html' in part) return part.html;
  return part.map((one) => one.html).join('');
}

/** Template tag: every value is escaped unless it is itself `Html`. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  let out = strings[0] ?? '';
  values.forEach((value, index) => {
    out += render(value) + (strings[index + 1] ?? '');
  });
  return { html: out };
}

/** Marks text as safe without escaping: only for style and script written in this folder. */
export function trusted(text: string): Html {
  return { html: text };
}

/** The same text in both languages; the page shows the one chosen. */
export function both(zh: string | Html, en: string | Html): Html {
  return html`<span class="zh" lang="zh-CN">${zh}</span><span class="en" lang="en">${en}</span>`;
}

/** Text in both languages for a table caption or heading that is the same wherever it appears. */
export interface BothText {
  readonly zh: string;
  readonly en: string;
}

export function bothOf(text: BothText): Html {
  return both(text.zh, text.en);
}
