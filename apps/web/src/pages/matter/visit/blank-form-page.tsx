import { getRouteApi } from '@tanstack/react-router';
import { type Question, visitForm } from '@yangguang/domain/forms/visit-form';
import type { ReactNode } from 'react';
import { useAsk } from '../../../api/use-api.tsx';
import { OnlyFor } from '../../../shell/only-for.tsx';
import { Asked } from '../../../ui/asked.tsx';
import { Button } from '../../../ui/button.tsx';
import { Page } from '../../../ui/page.tsx';
import { RegionName } from '../../../ui/region-name.tsx';
import { usePick, useWords } from '../../../words/language.tsx';
import type { Matter } from '../fact-words.ts';
import styles from './visit.module.css';
import { words } from './words.ts';

const route = getRouteApi('/matters/$id/visit-form');

/** The visit form to print and to take along: the questions of the screen, with room to write. */
export function BlankFormPage(): ReactNode {
  const say = useWords(words);
  const { id } = route.useParams();
  const query = useAsk('matter.get', { id });
  return (
    <OnlyFor may="matter.read">
      <Page
        title={say.blankTitle}
        lead={<p className="no-print">{say.blankLead}</p>}
        actions={
          <Button kind="main" onClick={() => window.print()}>
            {say.print}
          </Button>
        }
      >
        <Asked query={query}>{(matter) => <BlankForm matter={matter} />}</Asked>
      </Page>
    </OnlyFor>
  );
}

function BlankForm({ matter }: { readonly matter: Matter }): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  const head = [say.day, say.investigators, say.accompanied, say.asked];
  return (
    <article className={`card ${styles['sheet'] ?? ''}`}>
      <dl className={styles['head']}>
        <div>
          <dt>{say.number}</dt>
          <dd>{matter.id.slice(0, 8)}</dd>
        </div>
        <div>
          <dt>{say.place}</dt>
          <dd>
            <RegionName code={matter.region.slice(0, 6)} /> <RegionName code={matter.region.slice(0, 9)} />{' '}
            {matter.region.length === 12 ? <RegionName code={matter.region} /> : null}
          </dd>
        </div>
        {head.map((label) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={styles['write']} />
          </div>
        ))}
      </dl>
      {visitForm.map((section) => (
        <section key={section.id}>
          <h2>{pick(section)}</h2>
          {section.questions.map((question) => (
            <Room key={question.id} question={question} />
          ))}
        </section>
      ))}
      <section>
        <h2>{say.signatures}</h2>
        {[say.signInvestigator, say.signInvestigator, say.signFamily, say.signWitness].map((label, i) => (
          <div key={`${i} ${label}`} className={styles['question']}>
            <span>{label}</span>
            <span className={styles['write']} />
          </div>
        ))}
        <p>
          <b>{say.responsibility}</b>
        </p>
      </section>
      <p className="hint">{say.design}</p>
    </article>
  );
}

/** A question with boxes to tick, or a line or more to write on. */
function Room({ question }: { readonly question: Question }): ReactNode {
  const say = useWords(words);
  const pick = usePick();
  const { kind, choices = {} } = question;
  return (
    <div className={styles['question']}>
      <span>{pick(question)}</span>
      {kind === 'choice' ? (
        <span>
          {Object.entries(choices).map(([value, title]) => (
            <span key={value} className={styles['box']}>
              □ {pick(title)}
            </span>
          ))}
        </span>
      ) : (
        <span className={kind === 'lines' ? styles['lines'] : styles['write']}>
          {kind === 'amount' ? say.yuan : ''}
        </span>
      )}
    </div>
  );
}
