/** Whether JSON text nests deeper than so many levels; looks at brackets outside strings only, so it needs no stack. */
export function isJsonTextDeeperThan(text: string, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (inString) {
      if (character === '\\') index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > limit) return true;
    } else if (character === '}' || character === ']') depth -= 1;
  }
  return false;
}

/** Whether a parsed value nests deeper than so many levels. */
export function isValueDeeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    const objects = level.filter((entry): entry is object => typeof entry === 'object' && entry !== null);
    if (objects.length > 0 && depth >= limit) return true;
    level = objects.flatMap((entry) => Object.values(entry) as unknown[]);
  }
  return false;
}
