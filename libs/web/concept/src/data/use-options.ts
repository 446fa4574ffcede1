import { useQuery } from '@apollo/client/react';
import { IndicatorOptionsDocument, OrganisationOptionsDocument } from '@konzeptwerkstatt/web-data';
import { useShellSession } from '@konzeptwerkstatt/web-shell';
import { useMemo } from 'react';
import { useFurtherPages } from './use-further-pages.js';

const pickerLimit = 500;

/** Something to pick: id of the API, raw id (as documents hold it), name. */
export interface Choice {
  readonly id: string;
  readonly uuid: string;
  readonly name: string;
}

const none: readonly Choice[] = [];

/** The organisations one may pick from, all pages of them; nothing for visitors who are not signed in. */
export function useOrganisations(): readonly Choice[] {
  const isSignedIn = useShellSession().status === 'signed-in';
  const { data, fetchMore } = useQuery(OrganisationOptionsDocument, { skip: !isSignedIn });
  const edges = data?.organisations.edges;
  useFurtherPages({ pageInfo: data?.organisations.pageInfo, count: edges?.length ?? 0, limit: pickerLimit, fetchMore });
  return useMemo(() => edges?.map(({ node }) => node) ?? none, [edges]);
}

/** The indicators one may pick from; nothing for visitors who are not signed in. */
export function useIndicators(): readonly Choice[] {
  const isSignedIn = useShellSession().status === 'signed-in';
  const { data, fetchMore } = useQuery(IndicatorOptionsDocument, { skip: !isSignedIn });
  const edges = data?.indicators.edges;
  useFurtherPages({ pageInfo: data?.indicators.pageInfo, count: edges?.length ?? 0, limit: pickerLimit, fetchMore });
  return useMemo(() => edges?.map(({ node }) => node) ?? none, [edges]);
}
