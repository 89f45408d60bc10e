import type { ReactNode } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { useWords } from '../../words/language.tsx';
import { sampleWords } from './words.ts';

const steps = [1, 2, 3, 5, 10] as const;

/** How heavily each town of an inspected county is drawn; nothing where the division has no towns or is not told. */
export function WeightFields({
  region,
  weights,
  onChange,
}: {
  readonly region: string;
  readonly weights: Readonly<Record<string, number>>;
  readonly onChange: (weights: Readonly<Record<string, number>>) => void;
}): ReactNode {
  const say = useWords(sampleWords);
  const isCounty = /^\d{6}$/.test(region);
  const { data } = useAsk('division.children', { of: region }, { when: isCounty });
  const towns = data?.items ?? [];
  if (!isCounty || towns.length === 0) return null;
  return (
    <details className="field">
      <summary>{say.weights}</summary>
      <p className="hint">{say.weightsHint}</p>
      <div className="fields">
        {towns.map(({ code, name }) => (
          <label key={code} className="field">
            {name}
            <select
              aria-label={say.weightOf(name)}
              value={weights[code] ?? 1}
              onChange={(event) => onChange({ ...weights, [code]: Number(event.target.value) })}
            >
              {steps.map((times) => (
                <option key={times} value={times}>
                  {say.times(times)}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </details>
  );
}
