import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { TableState } from './table-state.js';
import { readTableState, writeTableState } from './table-state.js';

/** The table's state in the address. Replaces the entry in the history, so that "back" leaves the table. */
export function useTableState() {
  const [params, setParams] = useSearchParams();
  const text = params.toString();
  const state = useMemo(() => readTableState(new URLSearchParams(text)), [text]);
  const change = useCallback((part: Partial<TableState>) => {
    setParams((current) => writeTableState({ ...readTableState(current), ...part }), { replace: true });
  }, [setParams]);
  return { state, change };
}
