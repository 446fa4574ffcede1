/** Kinds of reasons for which people do different things. */
export type FailureKind = 'address' | 'full' | 'later' | 'sign-in' | 'connection' | 'policy' | 'other';

/** What a mail server's or a connection's codes mean for whoever looks after the mails. @param code as in `Mail.failure` */
export function failureKind(code: string): FailureKind {
  const [answer = '', status = ''] = code.split(' ');
  if (/^[45]\.2\.2$/.test(status)) return 'full';
  if (answer === '535' || answer === '530' || answer === '534') return 'sign-in';
  if (/^5\.1\./.test(status) || answer === '553') return 'address';
  if (/^5\.7\./.test(status)) return 'policy';
  if (answer.startsWith('4')) return 'later';
  if (answer === '550') return 'address';
  return /^E[A-Z]+$|^NO_SERVER$/.test(answer) ? 'connection' : 'other';
}
