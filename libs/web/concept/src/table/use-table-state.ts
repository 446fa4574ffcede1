import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';
import type { TableState } from './table-state.js';
import { readTableState, writeTableState } from './table-state.js';

/** The table's state in the address. Replaces the entry in the history, so that "back" leaves the table. */
export function useTableState() {
  const [params, setParams] = useSearchParams();
  const text = params.toString();
  const state = useMemo(() => readTableState(new URLSearchParams(text)), [text]);
  // The setter knows the address of its own rendering only; one that waits, as the search does, must not put an older one back.
  const latest = useRef(setParams);
  useEffect(() => { latest.current = setParams; }, [setParams]);
  const change = useCallback((part: Partial<TableState>) => {
    latest.current((current) => writeTableState({ ...readTableState(current), ...part }), { replace: true });
  }, []);
  return { state, change };
}
