import type { Comparison, Level } from './comparison.ts';

const equal = (m: number, u: number): Level => ({
  key: 'equal',
  words: { zh: '一致', en: 'equal' },
  isEqual: true,
  m,
  u,
});
const differs = (m: number, u: number): Level => ({
  key: 'differs',
  words: { zh: '不同', en: 'different' },
  m,
  u,
});

/** Equal or not, by clean text. */
export function compareExact(field: string, isWeighed: boolean): Comparison {
  return {
    name: field,
    levels: [equal(0.9, 0.1), differs(0.1, 0.9)],
    level: `case when l.${field}_v is null or r.${field}_v is null then 0 when l.${field}_v = r.${field}_v then 1 else 2 end`,
    ...(isWeighed ? { frequency: { equal: [field] } } : {}),
    equalOn: `${field}_v`,
    isOrdered: true,
  };
}

/** Numbers within absolute distances or percentages of the larger one, nearest first. */
export function compareNumber(field: string, within: readonly (number | string)[]): Comparison {
  const [l, r] = [`l.${field}_x`, `r.${field}_x`];
  const near = within.map((limit, place): [Level, string] => {
    const isShare = typeof limit === 'string';
    const words = { zh: `相差不超过${limit}`, en: `no more than ${limit} apart` };
    const bound = isShare
      ? `greatest(abs(${l}), abs(${r})) * ${Number.parseFloat(limit) / 100}`
      : String(limit);
    return [
      { key: `within_${place + 1}`, words, m: 0.1 / (place + 1), u: 0.02 * (place + 1) },
      `abs(${l} - ${r}) <= ${bound}`,
    ];
  });
  const cases = [`${l} = ${r}`, ...near.map(([, condition]) => condition)];
  return {
    name: field,
    levels: [equal(0.8, 0.02), ...near.map(([level]) => level), differs(0.1, 0.9)],
    level: caseOf(`${l} is null or ${r} is null`, cases),
    isOrdered: true,
  };
}

/** Lists by the number of entries they share, most first. */
export function compareList(field: string, shared: readonly number[]): Comparison {
  const counts = [...shared].sort((a, b) => b - a);
  const levels = counts.map(
    (count, place): Level => ({
      key: `shared_${count}`,
      words: { zh: `至少有${count}项相同`, en: `at least ${count} in common` },
      m: 0.8 / (place + 1),
      u: 0.01 * (place + 1),
    }),
  );
  const [l, r] = [`l.${field}_i`, `r.${field}_i`];
  return {
    name: field,
    levels: [...levels, differs(0.2, 0.95)],
    level: caseOf(
      `${l} is null or ${r} is null`,
      counts.map((count) => `len(list_intersect(${l}, ${r})) >= ${count}`),
    ),
    isOrdered: true,
  };
}

/** Conditions of the plan's author. */
export function compareSql(name: string, conditions: readonly string[]): Comparison {
  const levels = conditions.map(
    (_, place): Level => ({
      key: `condition_${place + 1}`,
      words: { zh: `符合第${place + 1}项条件`, en: `condition ${place + 1} holds` },
      m: 0.6 / (place + 1),
      u: 0.01 * (place + 1),
    }),
  );
  return {
    name,
    levels: [...levels, differs(0.2, 0.9)],
    level: caseOf(
      'false',
      conditions.map((condition) => `(${condition})`),
    ),
    isOrdered: false,
  };
}

/** Levels 1, 2, … by the first condition that holds; the one after them when none does, 0 when a value is missing. */
export function caseOf(missing: string, conditions: readonly string[]): string {
  const whens = conditions.map((condition, place) => `when ${condition} then ${place + 1}`);
  return `case when ${missing} then 0 ${whens.join(' ')} else ${conditions.length + 1} end`;
}
