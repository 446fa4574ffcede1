/** A GraphQL enum whose names are the upper case of the values that documents and tables hold: `field_of_action` is FIELD_OF_ACTION, `utf-8` is UTF_8. */
export function upperCaseEnum<Value extends string>(values: readonly Value[]): Readonly<Record<string, Value>> {
  return Object.fromEntries(values.map((value) => [value.replaceAll('-', '_').toUpperCase(), value]));
}
