import * as Y from 'yjs';

/** What an id names, if it is here already and still something. */
function itemOf(doc: Y.Doc, id: Y.ID | null): Y.Item | null {
  const struct = id !== null && id.clock < Y.getState(doc.store, id.client) ? (Y.getItem(doc.store, id) as Y.Item | Y.GC) : null;
  return struct instanceof Y.Item ? struct : null;
}

/** Whether something is the part, or stands in it. */
function belongsTo(type: unknown, part: Y.XmlElement): boolean {
  for (let at = type; at instanceof Y.AbstractType; at = at._item?.parent) if (at === part) return true;
  return false;
}

/** What is written stands beside something, or where nothing is yet in what it names. Beside something new of the same update is no other place than that. */
function isWrittenInto(part: Y.XmlElement, { origin, rightOrigin, parent }: Y.Item, doc: Y.Doc): boolean {
  const content = parent instanceof Y.ID ? itemOf(doc, parent)?.content : undefined;
  if (content instanceof Y.ContentType && belongsTo(content.type, part)) return true;
  return [origin, rightOrigin].some((neighbour) => belongsTo(itemOf(doc, neighbour)?.parent, part));
}

/** All that stands in something, its attributes included. */
function* itemsIn(type: Pick<Y.AbstractType<unknown>, '_map' | '_start'>): Generator<Y.Item> {
  yield* type._map.values();
  for (let item = type._start; item !== null; item = item.right) {
    yield item;
    if (item.content instanceof Y.ContentType) yield* itemsIn(item.content.type);
  }
}

/** All that it stands in, itself first. */
function* itemsAround(part: Y.XmlElement): Generator<Y.Item> {
  for (let item = part._item; item !== null; item = item.parent instanceof Y.AbstractType ? item.parent._item : null) yield item;
}

/** Whether an update of somebody else writes into a part of the document, or takes away something of it or what it stands in. */
export function changesPart(update: Uint8Array, part: Y.XmlElement, doc: Y.Doc): boolean {
  const { structs, ds } = Y.decodeUpdate(update);
  if (structs.some((struct) => struct instanceof Y.Item && isWrittenInto(part, struct, doc))) return true;
  const isTaken = ({ id, length, deleted }: Y.Item): boolean =>
    !deleted && (ds.clients.get(id.client) ?? []).some(({ clock, len }) => clock < id.clock + length && id.clock < clock + len);
  return [...itemsAround(part), ...itemsIn(part)].some(isTaken);
}
