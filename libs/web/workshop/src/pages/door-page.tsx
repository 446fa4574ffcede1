import { useApolloClient } from '@apollo/client/react';
import { GuestHomeDocument } from '@konzeptwerkstatt/web-data';
import { useNavigate, useParams } from 'react-router';
import '../catalogue.js';
import { Door } from '../guest/door.js';
import '../workshop.css';

/** Where the picture on the poster leads. */
export default function DoorPage() {
  const { code = '' } = useParams();
  const client = useApolloClient();
  const navigate = useNavigate();
  const enter = () => void client.query({ query: GuestHomeDocument, fetchPolicy: 'network-only' }).finally(() => void navigate('/w'));
  return <Door key={code} code={code} onIn={enter} />;
}
