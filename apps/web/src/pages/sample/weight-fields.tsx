import { type ReactNode, useState } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { useWords } from '../../words/language.tsx';
import { RegionPicker } from '../matter/region-picker.tsx';
import { sampleWords } from './words.ts';

const steps = [1, 2, 3, 5, 10] as const;
type Weights = Readonly<Record<string, number>>;

/** How heavily each town of the inspected county is drawn. The county itself stands sealed in the inspection. */
export function WeightFields({
  own,
  weights,
  onChange,
}: {
  /** Division that inspects: the choice begins there. */
  readonly own: string;
  readonly weights: Weights;
  readonly onChange: (weights: Weights) => void;
}): ReactNode {
  const say = useWords(sampleWords);
  const [region, setRegion] = useState(own);
  return (
    <details className="field">
      <summary>{say.weights}</summary>
      <p className="hint">{say.weightsHint}</p>
      <RegionPicker id="weights-of" label={say.weightsOf} value={region} onChange={setRegion} fault={null} />
      {region.length < 6 ? null : <Towns county={region.slice(0, 6)} weights={weights} onChange={onChange} />}
    </details>
  );
}

function Towns({
  county,
  weights,
  onChange,
}: {
  readonly county: string;
  readonly weights: Weights;
  readonly onChange: (weights: Weights) => void;
}): ReactNode {
  const say = useWords(sampleWords);
  const { data } = useAsk('division.children', { of: county });
  return (
    <div className="fields">
      {(data?.items ?? []).map(({ code, name }) => (
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
  );
}
