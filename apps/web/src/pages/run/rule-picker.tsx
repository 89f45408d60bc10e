import type { ReactNode } from 'react';
import { useAsk } from '../../api/use-api.tsx';
import { Asked } from '../../ui/asked.tsx';
import { CheckField, ChoiceField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { useLang, usePick, useWords } from '../../words/language.tsx';
import { familyName } from '../rule/code-word.ts';
import { byFamily, missingWords, type RuleChoice } from './rule-choice.ts';
import { words } from './words.ts';

interface Props {
  /** Null while the batches are of no one county. */
  readonly region: string | null;
  readonly batches: readonly string[];
  /** Null: all that are on. */
  readonly chosen: readonly string[] | null;
  readonly onChange: (chosen: readonly string[] | null) => void;
}

/** All rules, or some of them, each with what it lacks in the batches chosen. */
export function RulePicker({ region, batches, chosen, onChange }: Props): ReactNode {
  const say = useWords(words);
  const coverage = useAsk(
    'import.coverage',
    { region: region ?? '', batches: [...batches] },
    { when: region !== null, keepsLast: true },
  );
  return (
    <Section title={say.rulesAsked}>
      <ChoiceField
        id="run-rules"
        label={say.rulesTitle}
        value={chosen === null ? 'all' : 'some'}
        onChange={(value) => onChange(value === 'all' ? null : [])}
        choices={[
          { value: 'all', label: say.rulesAll },
          { value: 'some', label: say.rulesSome },
        ]}
      />
      {region === null ? null : (
        <Asked query={coverage}>
          {({ rules, dataSets }) => {
            const active = rules.filter(({ status }) => status === 'active');
            const titles = new Map(dataSets.map(({ table, title }) => [table, title]));
            return (
              <>
                <p>{say.ready(active.filter(({ isReady }) => isReady).length, active.length)}</p>
                {chosen === null ? null : (
                  <Families rules={active} titles={titles} chosen={chosen} onChange={onChange} />
                )}
              </>
            );
          }}
        </Asked>
      )}
    </Section>
  );
}

function Families({
  rules,
  titles,
  chosen,
  onChange,
}: {
  readonly rules: readonly RuleChoice[];
  readonly titles: ReadonlyMap<string, { readonly zh: string; readonly en: string }>;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}): ReactNode {
  const say = useWords(words);
  const lang = useLang();
  const pick = usePick();
  const name = (table: string): string => pick(titles.get(table) ?? { zh: table, en: table });
  return (
    <>
      <p role="status">{say.chosen(chosen.length)}</p>
      {byFamily(rules).map(({ family, rules: own }) => (
        <details key={family}>
          <summary>{say.family(familyName(family, lang), own.length)}</summary>
          {own.map((rule) => (
            <CheckField
              key={rule.rule}
              label={`${rule.rule} ${pick(rule.title)}`}
              hint={rule.isReady ? undefined : say.lacks(missingWords(rule, name, say))}
              value={chosen.includes(rule.rule)}
              onChange={(isChosen) =>
                onChange(isChosen ? [...chosen, rule.rule] : chosen.filter((one) => one !== rule.rule))
              }
            />
          ))}
        </details>
      ))}
    </>
  );
}
