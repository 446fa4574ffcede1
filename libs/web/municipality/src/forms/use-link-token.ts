import { useState } from 'react';
import { useLocation } from 'react-router';

/** The token of a one-time link. It stands behind `#`, which browsers send to nobody. */
export function useLinkToken(): string {
  const { hash } = useLocation();
  const [token] = useState(() => hash.replace(/^#/, ''));
  return token;
}
