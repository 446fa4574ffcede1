/** The few parts of a DOM element that pasting reads. The package also runs where no DOM types exist. */
export interface DomElement {
  readonly nodeName: string;
  readonly parentElement: DomElement | null;
  readonly firstElementChild: DomElement | null;
  readonly nextElementSibling: DomElement | null;
  getAttribute(name: string): string | null;
}

/** The closest ancestors of `element` with that upper-case name, nearest first. */
export function ancestors(element: DomElement, names: readonly string[]): DomElement[] {
  const found: DomElement[] = [];
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    if (names.includes(parent.nodeName)) found.push(parent);
  }
  return found;
}

export function hasChild(element: DomElement, names: readonly string[]): boolean {
  for (let child = element.firstElementChild; child !== null; child = child.nextElementSibling) {
    if (names.includes(child.nodeName)) return true;
  }
  return false;
}
