import { expect, it } from 'vitest';
import { recentMatters, rememberMatter } from './recent-matters.ts';

function shelf(): { getItem: (key: string) => string | null; setItem: (key: string, value: string) => void } {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}
const matter = (id: string) => ({ id, workflow: 'task', kind: null, region: '339901001' });

it('keeps the newest few, each once, and nothing but ids, kinds and places', () => {
  const kept = shelf();
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'b'])
    rememberMatter('me', { ...matter(id), title: '张三' } as Parameters<typeof rememberMatter>[1], kept);
  expect(recentMatters('me', kept).map(({ id }) => id)).toEqual(['b', 'i', 'h', 'g', 'f', 'e', 'd', 'c']);
  expect(kept.getItem('yangguang.recent')).not.toContain('张三');
});

it('what somebody else looked at in the same tab is not shown, nor is what cannot be read', () => {
  const kept = shelf();
  rememberMatter('me', matter('a'), kept);
  expect(recentMatters('you', kept)).toEqual([]);
  rememberMatter('you', matter('b'), kept);
  expect(recentMatters('you', kept).map(({ id }) => id)).toEqual(['b']);
  kept.setItem('yangguang.recent', '{');
  expect(recentMatters('you', kept)).toEqual([]);
});
