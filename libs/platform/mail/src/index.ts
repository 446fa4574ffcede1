export { MailModule, mailWorkerParts } from './mail.module.js';
export { MailOutbox, type NewMail } from './mail-outbox.js';
export { addressForPeople, addressInLanguage } from './address-for-people.js';
export { isMailAddress, MAX_MAIL_ADDRESS_LENGTH, normalisedMailAddress } from './mail-address.js';
export { MailTransport, type HandedOver, type OutgoingMail } from './mail-transport.js';
export { SendDueMailsProcessor } from './send-due-mails.processor.js';
