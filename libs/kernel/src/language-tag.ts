/** Whether something names a language the way the web does: a BCP 47 tag of a language of two or three letters with up to three subtags (RFC 5646), as `de`, `ckb` or `ar-SY`. */
export const isLanguageTag = (tag: string): boolean => /^[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/.test(tag);
