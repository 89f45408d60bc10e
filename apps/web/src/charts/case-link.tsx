import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** Opens the cases behind a number of a campaign. */
export function CaseLink({
  campaignId,
  line,
  town,
  county,
  label,
  className,
  children,
}: {
  readonly campaignId: string;
  /** Of campaign.cases. */
  readonly line: string;
  readonly town?: string | undefined;
  readonly county?: string | undefined;
  /** Read out instead of the content where that is a bare number. */
  readonly label?: string | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Link
      to={`/campaigns/${campaignId}/cases`}
      search={{ line, ...(town === undefined ? {} : { town }), ...(county === undefined ? {} : { county }) }}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(className === undefined ? {} : { className })}
    >
      {children}
    </Link>
  );
}
