import { Desk } from './desk.js';

/** What the organisation is asked that somebody who is signed in acts for. */
export default function DeskPage() {
  return <Desk token={null} />;
}
