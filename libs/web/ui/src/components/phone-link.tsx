/** A phone number as it was written, to be dialled; digits run from left to right in every language. */
export function PhoneLink({ number }: { number: string }) {
  return <a className="kern-link" href={`tel:${number.replaceAll(/[^\d+]/g, '')}`} dir="ltr">{number}</a>;
}
