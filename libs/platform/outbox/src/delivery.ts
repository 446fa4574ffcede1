/** One event on its way to one subscriber. */
export interface Delivery {
  readonly eventId: string;
  readonly subscriber: string;
}

/** Takes deliveries into the job queue. Implemented by `platform-queue`. */
export interface DeliveryQueue {
  /** Resolves when all are stored. A delivery that is already there is taken once. @throws when the queue cannot be reached */
  deliver(deliveries: readonly Delivery[]): Promise<void>;
}
