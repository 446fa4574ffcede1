import { inMail, paragraphs, type MailLanguage, type MailText } from './mail-text.js';

/** The mail with a link for a new password. */
export function passwordResetMail(language: MailLanguage, { name: given, address }: { readonly name: string; readonly address: string }): MailText {
  const name = inMail(given, language);
  if (language === 'en') return { subject: 'Set a new password', text: paragraphs(`Hello ${name},`, `With this link you set a new password:\n${address}`, 'The link works once, for one hour. If you did not ask for it, you need not do anything; your password stays as it is.') };
  if (language === 'ar') return { subject: 'تعيين كلمة مرور جديدة', text: paragraphs(`مرحبًا ${name}،`, `من خلال هذا الرابط تعيّنون كلمة مرور جديدة:\n${address}`, 'يعمل الرابط مرة واحدة ولمدة ساعة. إذا لم تطلبوا ذلك فلا داعي لفعل أي شيء؛ تبقى كلمة مروركم كما هي.') };
  return { subject: 'Neues Passwort setzen', text: paragraphs(`Guten Tag ${name},`, `mit diesem Link setzen Sie ein neues Passwort:\n${address}`, 'Der Link gilt einmal und eine Stunde lang. Haben Sie ihn nicht angefordert, brauchen Sie nichts zu tun; Ihr Passwort bleibt, wie es ist.') };
}

/** The mail to a new address, with the link that confirms it. */
export function emailChangeMail(language: MailLanguage, { name: given, address }: { readonly name: string; readonly address: string }): MailText {
  const name = inMail(given, language);
  if (language === 'en') return { subject: 'Confirm your new mail address', text: paragraphs(`Hello ${name},`, `With this link you confirm that this is your new mail address:\n${address}`, 'The link works once, for one day. Until then you sign in with the old address.') };
  if (language === 'ar') return { subject: 'تأكيد عنوان البريد الجديد', text: paragraphs(`مرحبًا ${name}،`, `من خلال هذا الرابط تؤكدون أن هذا هو عنوان بريدكم الجديد:\n${address}`, 'يعمل الرابط مرة واحدة ولمدة يوم. حتى ذلك الحين تسجلون الدخول بالعنوان القديم.') };
  return { subject: 'Neue E-Mail-Adresse bestätigen', text: paragraphs(`Guten Tag ${name},`, `mit diesem Link bestätigen Sie, dass das Ihre neue E-Mail-Adresse ist:\n${address}`, 'Der Link gilt einmal und einen Tag lang. Bis dahin melden Sie sich mit der alten Adresse an.') };
}

/** The notice to the present address that another one is to count. */
export function emailChangeAskedMail(language: MailLanguage, { name: given }: { readonly name: string }): MailText {
  const name = inMail(given, language);
  if (language === 'en') return { subject: 'Your mail address is to change', text: paragraphs(`Hello ${name},`, 'somebody who is signed in with your account asked for another mail address. It counts as soon as it is confirmed from there.', 'If that was not you, set a new password at once: that stops the change and signs out all devices.') };
  if (language === 'ar') return { subject: 'طلب تغيير عنوان البريد', text: paragraphs(`مرحبًا ${name}،`, 'طُلب لحسابكم عنوان بريد آخر، ويصبح صالحًا بمجرد تأكيده من هناك.', 'إذا لم تكونوا أنتم من طلب ذلك فعيّنوا فورًا كلمة مرور جديدة: هذا يوقف التغيير ويسجّل الخروج من جميع الأجهزة.') };
  return { subject: 'Ihre E-Mail-Adresse soll sich ändern', text: paragraphs(`Guten Tag ${name},`, 'für Ihr Konto wurde eine andere E-Mail-Adresse gewünscht. Sie gilt, sobald sie von dort bestätigt ist.', 'Waren Sie das nicht, setzen Sie bitte sofort ein neues Passwort: Das hält die Änderung auf und meldet alle Geräte ab.') };
}

/** The notice that something about an account was changed, to the address that counted until then. */
export function credentialsChangedMail(language: MailLanguage, what: 'password' | 'email', { name: given }: { readonly name: string }): MailText {
  const name = inMail(given, language);
  if (language === 'en') {
    const subject = what === 'password' ? 'Your password was changed' : 'Your mail address was changed';
    return { subject, text: paragraphs(`Hello ${name},`, what === 'password' ? 'the password of your account was changed. All devices are signed out; tokens for scripts and addresses of calendars do not work any more.' : 'your account has another mail address now. This one no longer counts.', 'If that was not you, please tell the office that steers the process in your municipality at once.') };
  }
  if (language === 'ar') {
    const subject = what === 'password' ? 'تم تغيير كلمة المرور' : 'تم تغيير عنوان البريد';
    return { subject, text: paragraphs(`مرحبًا ${name}،`, what === 'password' ? 'تم تغيير كلمة مرور حسابكم، وتم تسجيل الخروج من جميع الأجهزة، ولم تعد مفاتيح الوصول للبرامج وعناوين التقاويم صالحة.' : 'أصبح لحسابكم عنوان بريد آخر، وهذا العنوان لم يعد صالحًا.', 'إذا لم تكونوا أنتم من فعل ذلك فأبلغوا فورًا الجهة التي تدير العملية في بلديتكم.') };
  }
  const subject = what === 'password' ? 'Ihr Passwort wurde geändert' : 'Ihre E-Mail-Adresse wurde geändert';
  return { subject, text: paragraphs(`Guten Tag ${name},`, what === 'password' ? 'das Passwort Ihres Kontos wurde geändert. Alle Geräte sind abgemeldet, Zugangsschlüssel und Adressen von Kalendern gelten nicht mehr.' : 'Ihr Konto hat jetzt eine andere E-Mail-Adresse. Diese hier gilt nicht mehr.', 'Waren Sie das nicht, sagen Sie bitte sofort der Stelle Bescheid, die in Ihrer Kommune den Prozess steuert.') };
}

/** The notice to an address that somebody named who held a letter: whoever owns the mailbox can take the account over. @param facts organisation: to which the letter invited; address: of the page for a forgotten password */
export function accountByLetterMail(language: MailLanguage, { organisation: given, address }: { readonly organisation: string; readonly address: string }): MailText {
  const organisation = inMail(given, language);
  if (language === 'en') {
    return { subject: 'An account was made with this mail address', text: paragraphs('Hello,', `with a letter that invites to “${organisation}” somebody has just made an account, and named this mail address.`, 'If that was you, you need not do anything.', `If not, set a password of your own here. Then all devices are signed out and the account is yours alone:\n${address}`) };
  }
  if (language === 'ar') {
    return { subject: 'تم إنشاء حساب بعنوان البريد هذا', text: paragraphs('مرحبًا،', `بواسطة رسالة ورقية تدعو إلى «${organisation}» أُنشئ للتو حساب وذُكر فيه عنوان البريد هذا.`, 'إذا كنتم أنتم من فعل ذلك فلا داعي لفعل أي شيء.', `وإلا فعيّنوا هنا كلمة مرور خاصة بكم. عندئذ يُسجَّل الخروج من جميع الأجهزة ويصبح الحساب لكم وحدكم:\n${address}`) };
  }
  return { subject: 'Mit dieser E-Mail-Adresse wurde ein Konto angelegt', text: paragraphs('Guten Tag,', `mit einem Brief, der zu „${organisation}“ einlädt, wurde gerade ein Konto angelegt und diese E-Mail-Adresse angegeben.`, 'Waren Sie das, brauchen Sie nichts zu tun.', `Waren Sie das nicht, setzen Sie bitte hier ein eigenes Passwort. Dann sind alle Geräte abgemeldet und das Konto gehört nur Ihnen:\n${address}`) };
}
