import { escapeHtml } from './escape-html.ts';

/** A whole page: no script, the one style sheet, Chinese first. */
export function pageFrame(title: { readonly zh: string; readonly en: string }, main: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title.zh)} · ${escapeHtml(title.en)}</title>
<link rel="icon" type="image/svg+xml" href="/yangguang.svg">
<link rel="stylesheet" href="/yangguang.css">
</head>
<body>
${main}
</body>
</html>
`;
}
