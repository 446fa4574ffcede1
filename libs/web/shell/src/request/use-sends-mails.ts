import { useQuery } from '@apollo/client/react';
import { SendsMailsDocument } from '@konzeptwerkstatt/web-data';

/** Whether mails leave this installation by themselves; as long as it is not known, they do. */
export function useSendsMails(): boolean {
  return useQuery(SendsMailsDocument).data?.sendsMails ?? true;
}
