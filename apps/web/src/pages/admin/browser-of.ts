/** A browser's name and version out of what it says of itself: the first that it is, not what it claims to be like. */
export function browserOf(agent: string | null): string {
  if (agent === null || agent === '') return '—';
  const known: readonly [RegExp, string][] = [
    [/Edg\/(\d+)/, 'Edge'],
    [/Qaxbrowser\/([\d.]+)/i, 'Qaxbrowser'],
    [/Firefox\/(\d+)/, 'Firefox'],
    [/Chrome\/(\d+)/, 'Chrome'],
    [/Version\/(\d+).*Safari/, 'Safari'],
  ];
  for (const [pattern, name] of known) {
    const found = pattern.exec(agent);
    if (found !== null) return `${name} ${found[1] ?? ''}${systemOf(agent)}`;
  }
  return agent.slice(0, 40);
}

function systemOf(agent: string): string {
  const found = ['UOS', 'Kylin', 'Android', 'Windows', 'Mac OS X', 'iPhone', 'Linux'].find((name) =>
    agent.includes(name),
  );
  return found === undefined ? '' : ` · ${found}`;
}
