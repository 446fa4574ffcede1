/** The result of a request to IndexedDB. @throws DOMException as its error */
export function valueOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('request failed'));
  });
}

function settled(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('transaction aborted'));
  });
}

/**
 * Does all or nothing of some work on updates and notes, and waits until it is on disk.
 * @throws DOMException when it was taken back, e.g. for want of room
 */
export async function inTransaction(database: IDBDatabase, work: (updates: IDBObjectStore, custom: IDBObjectStore) => Promise<void> | void): Promise<void> {
  const transaction = database.transaction(['updates', 'custom'], 'readwrite');
  await Promise.all([settled(transaction), work(transaction.objectStore('updates'), transaction.objectStore('custom'))]);
}

/**
 * Opens a document's database on this device, made when it is missing.
 * @param onLost called once when another tab deletes it; it is closed by then
 * @throws DOMException or Error where there is no storage
 */
export async function openDeviceDatabase(name: string, onLost: () => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('updates', { autoIncrement: true });
    request.result.createObjectStore('custom');
  };
  const database = await valueOf(request);
  database.onversionchange = () => {
    database.close();
    onLost();
  };
  return database;
}
